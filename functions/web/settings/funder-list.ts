import { nameOn } from '../../../domain/funder/funder.ts';
import { operations } from '../../operations.ts';
import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { funderPath } from '../page/paths.ts';
import { code, link } from '../page/text.ts';
import { actions } from '../page/view.ts';
import { backToSettings, fundersPath } from './settings-paths.ts';

export const funderListPage = page({
  path: '/partnerships/{partnershipId}/funders',
  access: 'member',
  get: async (visit) => {
    const { api, parameters, may, today } = visit;
    const { partnershipId } = parameters;
    const funders = await api.all('listFunders', { partnershipId });
    const add = { href: `${fundersPath(partnershipId)}/new`, text: 'Add a funder' };
    return view({
      title: 'Funders',
      back: backToSettings(visit),
      blocks: [
        actions(...(may(operations.putFunder.access) ? [add] : [])),
        {
          kind: 'table',
          caption: 'Funders, by what they are called today',
          isCaptionHidden: funders.length === 0,
          empty: 'No funder is named yet. A grant that is recorded names one.',
          columns: [{ label: 'Funder' }, { label: 'Organisation identifier' }],
          rows: funders
            .map((funder) => ({ ...funder, name: nameOn(funder, today) }))
            .toSorted((a, b) => a.name.localeCompare(b.name))
            .map(({ id, name, organisationId }) => [
              link(funderPath(partnershipId, id), name),
              organisationId === undefined ? 'Not stated' : code(organisationId),
            ]),
        },
      ],
    });
  },
});
