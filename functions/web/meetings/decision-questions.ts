import type { Money } from '../../../domain/money.ts';
import { type Field, noteField } from '../form/field.ts';
import { orNothing } from '../form/options.ts';
import { link, name } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import { outcomeTag } from './agenda.ts';
import { type Choice, isAmountAlone } from './decide-links.ts';
import { fundFigures } from './fund-after.ts';
import type { AgendaItem, Fund, ListedMeeting, Meeting, WholeAward } from './meeting-records.ts';
import { meetingTitle } from './meeting-words.ts';

/** An award about which a meeting decides, and the way in which it does. */
export type Deciding = {
  readonly choice: Choice;
  readonly meeting: Meeting;
  readonly award: WholeAward;
  readonly item?: AgendaItem;
  /** Where it stands on the agenda. */
  readonly number?: number;
  readonly asked?: Money;
  /** To which it can be deferred. */
  readonly later: readonly ListedMeeting[];
  readonly fund: Fund | undefined;
  /** Of the meeting. */
  readonly path: string;
};

export const decisionFields = (context: Deciding): Field[] => [
  ...amountFields(context),
  { kind: 'line', name: 'minuteReference', label: 'Minute reference', width: 20 },
  ...(context.choice === 'part' ? [conditionsField] : []),
  ...(context.choice === 'deferred' ? [deferredTo(context)] : []),
  noteField,
];

/** Approved in full needs no amount, unless none was asked and one is to be set. */
function amountFields({ choice, award, asked }: Deciding): Field[] {
  const isToBeSet = award.status === 'approved';
  if (choice !== 'part' && !(choice === 'approved' && isToBeSet && asked === undefined)) return [];
  const field = { kind: 'money', name: 'amountApproved', label: 'Amount approved' } as const;
  const hint = 'Leave it empty where the amount is still to be confirmed.';
  return [isToBeSet ? field : { ...field, isOptional: true, hint }];
}

const conditionsField: Field = {
  kind: 'lines',
  name: 'conditions',
  label: 'Conditions',
  hint: 'One on each line.',
  isOptional: true,
};

const deferredTo = ({ later }: Deciding): Field => ({
  kind: 'choice',
  look: 'list',
  name: 'deferredTo',
  label: 'The meeting to which it goes',
  isOptional: true,
  options: orNothing(
    later.map((meeting) => ({ value: meeting.id, text: meetingTitle(meeting) })),
    'To be said later',
  ),
});

/** What is free in the fund; and what stands in the way, such as that somebody else has decided in the meantime. */
export function standingBefore(context: Deciding): Block[] {
  const { meeting, award, item, asked, fund, path } = context;
  const back = link(path, 'Go back to the meeting');
  if (meeting.status !== 'open') return [{ kind: 'inset', text: [name(meeting.title), ' is not open. ', back, '.'] }];
  if (item?.outcome !== undefined && !isAmountAlone(award)) {
    return [{ kind: 'inset', text: ['Decided already: ', outcomeTag(item, meeting.status), ' ', back, '.'] }];
  }
  return fund === undefined ? [] : [fundFigures(fund, award, asked)];
}
