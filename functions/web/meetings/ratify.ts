import { longDate } from '../../../domain/prose-dates.ts';
import { noteField } from '../form/field.ts';
import { formPage } from '../form/form-page.ts';
import { recordedAt } from '../page/records.ts';
import { link, money } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { chosen } from './chosen.ts';
import { backToMeeting, pathOfMeeting } from './meeting-paths.ts';
import type { Meeting, WholeAward } from './meeting-records.ts';
import { meetingTitle } from './meeting-words.ts';
import { nextReferenceAt } from './next-minute-reference.ts';

/** Whether the group stands behind its chair’s action. */
export const ratifyPage = formPage({
  path: '/partnerships/{partnershipId}/meetings/{meetingId}/ratifications/{awardId}',
  operation: 'ratifyChairsAction',
  load: async (visit) => {
    const { api, parameters } = visit;
    const [meeting, award] = await Promise.all([api.read('getMeeting', parameters), api.read('getAward', parameters)]);
    const outcome = chosen(visit, ['ratified', 'refused'], 'ratified');
    return { meeting, award, outcome, path: pathOfMeeting(parameters) };
  },
  title: ({ outcome, award }) =>
    `${outcome === 'ratified' ? 'Ratify chair’s action' : 'Refuse to ratify chair’s action'}: ${award.title}`,
  caption: ({ meeting }) => meetingTitle(meeting),
  start: ({ meeting, outcome }) => [
    ['outcome', outcome],
    ['minuteReference', nextReferenceAt(meeting)],
  ],
  steps: ({ meeting, award, outcome, path }) => [
    {
      title: 'The decision',
      blocks: [...standing(meeting, award, path), ...(outcome === 'refused' ? [release] : [])],
      fields: [{ kind: 'line', name: 'minuteReference', label: 'Minute reference', width: 20 }, noteField],
    },
  ],
  body: (answers, { award, outcome }) => ({ ...answers, awardId: award.id, outcome }),
  button: ({ outcome }) => (outcome === 'ratified' ? 'Ratify' : 'Refuse to ratify'),
  back: backToMeeting,
  done: ({ sequence }, { parameters }) => recordedAt(pathOfMeeting(parameters), sequence),
});

const release: Block = {
  kind: 'warning',
  text: 'What is not yet paid of the award is released, and the award is closed.',
};

/** What was done; or that nothing waits any more, since somebody else was quicker. */
function standing({ status, toRatify }: Meeting, { id, ratification }: WholeAward, path: string): Block[] {
  const waits = toRatify.find(({ awardId }) => awardId === id);
  const back = link(path, 'Go back to the meeting');
  if (status !== 'open') return [{ kind: 'inset', text: ['The meeting is not open. ', back, '.'] }];
  if (waits === undefined) {
    const said = ratification?.status === 'refused' ? 'Ratification was refused already. ' : 'It is ratified already. ';
    return [{ kind: 'inset', text: [ratification === undefined ? 'No chair’s action waits. ' : said, back, '.'] }];
  }
  const on = ` approved by chair’s action on ${longDate(waits.actedOn)}.`;
  return [{ kind: 'inset', text: [money(waits.amountApproved), on] }];
}
