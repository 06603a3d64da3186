import { yearInProse } from '../../../domain/prose-dates.ts';
import type { Api } from '../api/api.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { link } from '../page/text.ts';
import { actions, type Block, heading, paragraph } from '../page/view.ts';
import { openDataPath, statementsPath } from './paths.ts';

/** What is published of the awards, for anybody to use. */
export const openDataPage = page({
  path: '/partnerships/{partnershipId}/open-data',
  access: 'member',
  get: async ({ api, parameters: { partnershipId } }) => {
    const [count, years] = await Promise.all([published(api, partnershipId), api.read('listYears', { partnershipId })]);
    const path = openDataPath(partnershipId);
    return view({
      title: 'Open data',
      back: { href: statementsPath(partnershipId), text: 'Statements' },
      blocks: [
        paragraph('Files to publish on the council’s website. Every figure in them comes from the journal.'),
        {
          kind: 'inset',
          text: 'Recipients that may be persons are published as “Recipient not named”. Titles and purposes are published as they were written, so name nobody in them.',
        },
        ...giving(count, path),
        heading('Transparency Code: grants to voluntary, community and social enterprise bodies'),
        paragraph(
          'The list that the Local Government Transparency Code asks for, one file for each year. A year without such awards gives a list without rows.',
        ),
        {
          kind: 'list',
          items: years.items
            .toReversed()
            .map(({ financialYear }) =>
              link(`${path}/transparency?financialYear=${financialYear}`, `Grants ${yearInProse(financialYear)} (CSV)`),
            ),
        },
      ],
    });
  },
});

/** How many awards are published; a package without any can't be. */
async function published(api: Api, partnershipId: string): Promise<number> {
  try {
    return (await api.read('getOpenData', { partnershipId })).grants.length;
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 404) return 0;
    throw error;
  }
}

const giving = (count: number, path: string): Block[] => [
  heading('360Giving: every award'),
  ...(count === 0
    ? [paragraph('No award has been approved with an amount yet, so there is nothing to publish.')]
    : [
        paragraph(
          `A package of the 360Giving Data Standard with ${count === 1 ? 'one award' : `${count} awards`}: who was awarded what, for which purpose, when, and what was paid.`,
        ),
        actions({ href: `${path}/360giving`, text: 'Download the 360Giving package (JSON)' }),
      ]),
];
