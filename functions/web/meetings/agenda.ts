import type { Visit } from '../page/page.ts';
import { partnershipPath } from '../page/paths.ts';
import { amountOf } from '../page/records.ts';
import { link, type Span, type TagColour, tag } from '../page/text.ts';
import { type Block, heading, paragraph } from '../page/view.ts';
import { agendaSection, itemId } from './agenda-section.ts';
import type { AgendaItem, MeetingRecords } from './meeting-records.ts';

/** The agenda in one look, each item leading to its own section, and then the sections. */
export function agendaBlocks(visit: Visit, records: MeetingRecords): Block[] {
  const { agenda, status } = records.meeting;
  if (agenda.length === 0) return [heading('Agenda', 'agenda'), paragraph(...nothing(records))];
  const items = agenda.map((item, place) => ({
    title: item.title,
    number: place + 1,
    href: `#${itemId(place + 1)}`,
    hint: asked(item, records),
    status: outcomeTag(item, status),
  }));
  return [
    heading('Agenda', 'agenda'),
    { kind: 'tasks', items },
    ...agenda.map((item, place) => agendaSection(visit, item, place + 1, records)),
  ];
}

function asked({ awardId, amountRequested }: AgendaItem, { awards }: MeetingRecords): Span[] {
  const { note } = awards.find(({ id }) => id === awardId) ?? {};
  return amountRequested === undefined ? ['No amount asked'] : ['Asked: ', amountOf(amountRequested, { note })];
}

const nothing = ({ partnershipId, meeting: { status } }: MeetingRecords): Span[] =>
  status === 'closed'
    ? ['Nothing was on the agenda.']
    : [
        'Nothing is on the agenda yet. Awards are submitted to a meeting from ',
        link(`${partnershipPath(partnershipId)}/awards`, 'their own pages'),
        '.',
      ];

const outcomes = {
  approved: { text: 'Approved', colour: 'green' },
  ratified: { text: 'Ratified', colour: 'green' },
  rejected: { text: 'Rejected', colour: 'red' },
  refused: { text: 'Not ratified', colour: 'red' },
  deferred: { text: 'Deferred', colour: 'yellow' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
  moved: { text: 'Moved to another meeting', colour: 'grey' },
  'chairs-action': { text: 'Chair’s action taken', colour: 'grey' },
} as const satisfies Record<NonNullable<AgendaItem['outcome']>, { readonly text: string; readonly colour: TagColour }>;

export function outcomeTag({ outcome }: AgendaItem, status: 'scheduled' | 'open' | 'closed'): Span {
  if (outcome !== undefined) return tag(outcomes[outcome].text, outcomes[outcome].colour);
  return status === 'closed' ? tag('Not decided', 'orange') : tag('To be decided', 'blue');
}
