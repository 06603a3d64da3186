import { yearInProse } from '../../../domain/prose-dates.ts';
import { redirect, view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { partnershipPath, yearPath } from '../page/paths.ts';
import { prioritiesOf } from '../page/priorities.ts';
import { recordedNotice } from '../page/records.ts';
import { actions, type Block, heading, paragraph } from '../page/view.ts';
import { readYears } from '../page/years.ts';
import { readWaits } from './read-overview.ts';
import { priorityBlocks, spendingByPriority } from './spending-by-priority.ts';
import { waitingFor } from './waiting.ts';
import { fundBlocks, yearFigures } from './year-figures.ts';
import { firstShown, yearSwitch } from './year-switch.ts';

/** The partnership as it stands: the year that matters now. The administrator sees its terms, and no money. */
export const partnershipPage = page({
  path: '/partnerships/{partnershipId}',
  access: 'member-or-administrator',
  get: async ({ api, may, today, parameters: { partnershipId } }) => {
    if (!may('member')) return redirect(`${partnershipPath(partnershipId)}/settings`);
    return redirect(yearPath(partnershipId, firstShown(await readYears(api, partnershipId), today)));
  },
});

/** A year at a glance: each fund's position, spending by priority, and what waits for this person. */
export const overviewPage = page({
  path: '/partnerships/{partnershipId}/years/{financialYear}',
  access: 'member',
  get: async (visit) => {
    const { api, parameters } = visit;
    const { partnershipId, financialYear } = parameters;
    const [statement, years, priorities, waits, notice] = await Promise.all([
      api.read('getStatement', parameters),
      readYears(api, partnershipId),
      prioritiesOf(api, partnershipId, financialYear),
      readWaits(visit),
      recordedNotice(visit),
    ]);
    const waiting = waitingFor(visit, statement, waits);
    const tasks: Block =
      waiting.length === 0 ? paragraph('Nothing waits for you now.') : { kind: 'tasks', items: waiting };
    return view({
      title: `Overview of ${yearInProse(financialYear)}`,
      blocks: [
        ...notice,
        yearSwitch(partnershipId, years, financialYear),
        ...yearFigures(statement),
        heading('What waits for you', 'waiting'),
        tasks,
        heading('Funds', 'funds'),
        ...fundBlocks(statement, partnershipId),
        heading('Spending by priority', 'priorities'),
        ...priorityBlocks(spendingByPriority(statement.awards, priorities)),
        actions({
          href: `${yearPath(partnershipId, financialYear)}/statement`,
          text: 'See the statement',
          look: 'secondary',
        }),
      ],
    });
  },
});
