import { view } from '../http/page-answer.ts';
import { doneNotice } from '../page/done.ts';
import { page, type Visit } from '../page/page.ts';
import { link } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';
import { partnershipSummary } from './partnership-summary.ts';
import { peopleSection } from './people-section.ts';
import { latestYears, prioritiesBlocks, readPriorities } from './priorities-table.ts';
import { fundersPath, prioritiesPath } from './settings-paths.ts';
import { termsBlocks } from './terms-table.ts';

type Here = Visit<'/partnerships/{partnershipId}/settings'>;

/** How the partnership is set up. The administrator sees what it is and how it decides, and nothing of its money. */
export const settingsPage = page({
  path: '/partnerships/{partnershipId}/settings',
  access: 'member-or-administrator',
  get: async (visit) => {
    const { api, parameters, may } = visit;
    const [partnership, terms, forMembers] = await Promise.all([
      api.read('getPartnership', parameters),
      api.all('listTermsOfReference', parameters),
      may('member') ? memberBlocks(visit) : [],
    ]);
    return view({
      title: 'Settings',
      blocks: [
        ...doneNotice(visit),
        partnershipSummary(partnership),
        ...termsBlocks(visit, terms),
        ...forMembers,
        ...(may('administrator') ? [peopleSection(parameters.partnershipId)] : []),
      ],
    });
  },
});

async function memberBlocks(visit: Here): Promise<Block[]> {
  const { partnershipId } = visit.parameters;
  const priorities = await readPriorities(visit, await latestYears(visit));
  return [
    ...prioritiesBlocks(visit, priorities),
    paragraph(link(prioritiesPath(partnershipId), 'Priorities of every year')),
    {
      kind: 'section',
      title: 'Funders',
      id: 'funders',
      blocks: [paragraph('Who gives money: see ', link(fundersPath(partnershipId), 'the funders'), '.')],
    },
  ];
}
