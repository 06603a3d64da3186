import type { Visit } from '../page/page.ts';
import type { Span, Text } from '../page/text.ts';

/** Something for a person to do, where, and how it stands. */
export type Waiting = { readonly title: string; readonly href: string; readonly hint?: Text; readonly status: Span };

/** Who looks, and at which year. */
export type Seen = Pick<Visit<'/partnerships/{partnershipId}/years/{financialYear}'>, 'parameters' | 'may' | 'today'>;
