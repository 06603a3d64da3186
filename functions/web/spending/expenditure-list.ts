import { operations } from '../../operations.ts';
import { view } from '../http/page-answer.ts';
import { page, type Visit } from '../page/page.ts';
import { partnershipPath } from '../page/paths.ts';
import { recordedNotice } from '../page/records.ts';
import { link } from '../page/text.ts';
import { actions, type Block, paragraph } from '../page/view.ts';
import { expenditurePath } from './expenditure-path.ts';
import { expenditureTable } from './expenditure-table.ts';
import { placeNames } from './place-names.ts';

/** Spending that is no award, in the order in which it was recorded. */
export const expenditureListPage = page({
  path: '/partnerships/{partnershipId}/expenditure',
  access: 'member',
  get: async (visit) => {
    const { api, parameters, request } = visit;
    const { partnershipId } = parameters;
    const cursor = request.query.get('cursor') ?? undefined;
    const [{ items, nextCursor }, funds, recorded] = await Promise.all([
      api.read('listExpenditure', { partnershipId }, { limit: '50', cursor }),
      api.all('listFunds', { partnershipId }),
      recordedNotice(visit),
    ]);
    const names = await placeNames(api, partnershipId, funds, items);
    const path = expenditurePath(partnershipId);
    return view({
      title: 'Spending',
      blocks: [
        ...recorded,
        ...listActions(partnershipId, funds.length > 0, visit.may),
        expenditureTable(items, names),
        {
          kind: 'pages',
          ...(cursor !== undefined && { previous: path }),
          ...(nextCursor !== null && { next: `${path}?cursor=${encodeURIComponent(nextCursor)}` }),
        },
        ...ledgerLink(partnershipId, items.length),
      ],
    });
  },
});

function listActions(partnershipId: string, hasFunds: boolean, may: Visit['may']): Block[] {
  const about = paragraph(
    'What the partnership spends directly, in the order in which it was recorded. What it gives to others is under ',
    link(`${partnershipPath(partnershipId)}/awards`, 'awards'),
    '.',
  );
  const record = { href: `${expenditurePath(partnershipId)}/new`, text: 'Record spending' };
  if (hasFunds) return [about, actions(...(may(operations.recordExpenditure.access) ? [record] : []))];
  const none = paragraph('Spending is recorded from a fund, and none is open yet.');
  const open = { href: `${partnershipPath(partnershipId)}/funds/new`, text: 'Open a fund' };
  return [about, none, actions(...(may(operations.openFund.access) ? [open] : []))];
}

/** The journal adds up every page of it. */
function ledgerLink(partnershipId: string, count: number): Block[] {
  if (count === 0) return [];
  const href = `${partnershipPath(partnershipId)}/journal?account=direct-expenditure&sum=all`;
  return [paragraph(link(href, 'What all of it comes to'), ', in the journal.')];
}
