import { endings, statementTypes } from '../../statements/formats/formats.ts';
import { link, type Span } from '../page/text.ts';
import type { Asked } from './asked-statement.ts';
import { asking, statementPath } from './paths.ts';
import { formNames } from './statement-forms.ts';

/** A statement in each of its forms, as one line of links. */
export function downloadText(partnershipId: string, financialYear: string, asked: Asked): Span[] {
  const path = `${statementPath(partnershipId, financialYear)}/download`;
  const of = asked.version === undefined ? 'of this statement' : `of version ${asked.version}`;
  return statementTypes.flatMap((type, at): Span[] => [
    at === 0 ? '' : ', ',
    link(asking(path, { form: endings[type], ...asked }), formNames[type], of),
  ]);
}
