import { operations } from '../../operations.ts';
import { view } from '../http/page-answer.ts';
import { page, type Visit } from '../page/page.ts';
import { partnershipPath } from '../page/paths.ts';
import { link } from '../page/text.ts';
import { actions, type Block, paragraph } from '../page/view.ts';
import { grantListTable } from './grant-list-table.ts';
import { yearFilter } from './year-filter.ts';

export const grantListPage = page({
  path: '/partnerships/{partnershipId}/grants',
  access: 'member',
  get: async ({ api, parameters, may, request, today }) => {
    const { partnershipId } = parameters;
    const { items: years } = await api.read('listYears', { partnershipId });
    const asked = request.query.get('year');
    const year = years.find(({ financialYear }) => financialYear === asked)?.financialYear;
    const grants = await api.all('listGrants', { partnershipId }, { financialYear: year });
    return view({
      title: 'Grants',
      blocks: [
        grantListActions(partnershipId, may),
        ...yearFilter(years, year),
        grantListTable({ partnershipId, grants, year, today }),
        paragraph(
          'Money that others hold for several areas is no income of the partnership: see ',
          link(`${partnershipPath(partnershipId)}/shared-funds`, 'shared funds held elsewhere'),
          '.',
        ),
      ],
    });
  },
});

const grantListActions = (partnershipId: string, may: Visit['may']): Block =>
  actions(
    ...(may(operations.agreeGrant.access)
      ? [{ href: `${partnershipPath(partnershipId)}/grants/new`, text: 'Record a grant' }]
      : []),
    ...(may(operations.recordReceipt.access)
      ? [
          {
            href: `${partnershipPath(partnershipId)}/bank`,
            text: 'Import a bank file',
            look: 'secondary' as const,
          },
        ]
      : []),
  );
