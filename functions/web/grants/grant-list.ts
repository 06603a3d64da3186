import { yearInProse } from '../../../domain/prose-dates.ts';
import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { grantPath, partnershipPath } from '../page/paths.ts';
import { amountOf } from '../page/records.ts';
import { link, money, name } from '../page/text.ts';
import { actions } from '../page/view.ts';

export const grantListPage = page({
  path: '/partnerships/{partnershipId}/grants',
  access: 'member',
  get: async ({ api, parameters: { partnershipId }, may }) => {
    const grants = await api.all('listGrants', { partnershipId });
    const latestFirst = grants.toSorted((a, b) => b.financialYear.localeCompare(a.financialYear));
    const record = { href: `${partnershipPath(partnershipId)}/grants/new`, text: 'Record a grant' };
    return view({
      title: 'Grants',
      blocks: [
        actions(...(may(['finance-officer']) ? [record] : [])),
        {
          kind: 'table',
          caption: 'Every grant, the latest year first',
          isCaptionHidden: true,
          empty: 'No grant has been recorded yet.',
          columns: [
            { label: 'Grant' },
            { label: 'Funder' },
            { label: 'Year' },
            { label: 'Gross', isNumeric: true },
            { label: 'Top-sliced', isNumeric: true },
            { label: 'Net', isNumeric: true },
            { label: 'Received', isNumeric: true },
            { label: 'Outstanding', isNumeric: true },
          ],
          rows: latestFirst.map((grant) => [
            link(grantPath(partnershipId, grant.id), grant.title),
            name(grant.funder.name),
            yearInProse(grant.financialYear),
            amountOf(grant.grossAmount, grant),
            money(grant.topSlicedAmount),
            money(grant.netAmount),
            money(grant.receivedAmount),
            money(grant.outstandingAmount),
          ]),
        },
      ],
    });
  },
});
