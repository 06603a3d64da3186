import { addMonths } from '../../domain/plain-date.ts';
import { memberUpdate } from '../../domain/publication/member-update.ts';
import { openData } from '../../domain/publication/open-data.ts';
import { transparencyHeader, transparencyRows } from '../../domain/publication/transparency-list.ts';
import { csvText } from '../csv/csv-text.ts';
import { type Answer, bind } from '../http/bound.ts';
import { invalid } from '../http/request.ts';
import { digest } from '../store/digest.ts';
import { markdown } from './markdown.ts';
import { openDataText } from './open-data-text.ts';
import { publicationOperations as declared } from './operations.ts';
import { readPeriod } from './read-period.ts';
import { readAwards, readPublished } from './read-published.ts';
import { reportPage, reportPolicy } from './report-page.ts';

// Beyond that, a report to a committee says little, and costs much.
const mostMonths = 60;

export const publicationBounds = [
  bind(declared.getOpenData, async ({ parameters, deadline }, { database }) => {
    const { state, histories } = await readPublished(database, parameters.partnershipId, deadline);
    return textAnswer(openDataText(openData(state, histories)), { 'content-type': 'application/json' });
  }),
  bind(declared.getTransparencyList, async ({ parameters, query, deadline }, { database }) => {
    const { partnershipId } = parameters;
    const state = await readAwards(database, partnershipId, deadline);
    const rows = transparencyRows(state, query.financialYear);
    const fileName = `${partnershipId}-grants-${query.financialYear}.csv`;
    return textAnswer(csvText(transparencyHeader, rows), {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
    });
  }),
  bind(declared.getMemberUpdate, async ({ parameters, query, deadline, contentType }, { database }) => {
    assertPeriod(query);
    const report = memberUpdate(await readPeriod(database, parameters.partnershipId, query, deadline));
    if (contentType === 'text/markdown') {
      return textAnswer(markdown(report), { 'content-type': 'text/markdown; charset=utf-8' });
    }
    return textAnswer(reportPage(report), {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': reportPolicy,
      'referrer-policy': 'no-referrer',
    });
  }),
];

function assertPeriod({ from, to }: { readonly from: string; readonly to: string }): void {
  const wrong = (detail: string) => invalid([{ pointer: '/query/to', detail }]);
  if (to < from) throw wrong('The period ends no earlier than it begins.');
  if (to >= addMonths(from, mostMonths)) throw wrong('A report covers at most five years.');
}

/** In other forms it is refused, or another text. */
const textAnswer = (body: string, headers: Readonly<Record<string, string>>): Answer => ({
  status: 200,
  body,
  headers: { ...headers, etag: `"${digest(body).slice(0, 32)}"`, vary: 'Accept' },
});
