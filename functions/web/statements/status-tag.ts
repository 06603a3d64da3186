import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { type Span, tag } from '../page/text.ts';

const tags = {
  open: tag('Draft', 'blue'),
  closed: tag('Closed', 'yellow'),
  certified: tag('Certified', 'green'),
} as const satisfies Record<YearEndStatement['status'], Span>;

/** Where a year's statement stands. */
export const statusTag = (status: YearEndStatement['status']): Span => tags[status];
