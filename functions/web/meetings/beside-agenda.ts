import { nameIn } from '../minutes/names.ts';
import type { Visit } from '../page/page.ts';
import { awardPath, meetingPath } from '../page/paths.ts';
import { amountOf } from '../page/records.ts';
import { date, name, type Text } from '../page/text.ts';
import { type Action, actions, type Block, heading, paragraph, type SummaryRow } from '../page/view.ts';
import { decideLinks } from './decide-links.ts';
import type { ListedAward, MeetingRecords } from './meeting-records.ts';
import { presidingOverAward } from './officers.ts';
import { whyNot } from './who-decides.ts';

/** What a meeting can settle without its being on the agenda: chair’s action to ratify, amounts still to be confirmed. */
export function besideAgenda(visit: Visit, records: MeetingRecords): Block[] {
  if (records.meeting.status === 'closed') return [];
  const toRatify = ratifications(visit, records);
  const toConfirm = records.unconfirmed.map((award) => unconfirmed(visit, award, records));
  return [
    ...(toRatify.length === 0 ? [] : [heading('Chair’s action to be ratified'), ...toRatify]),
    ...(toConfirm.length === 0 ? [] : [heading('Amounts still to be confirmed'), ...toConfirm]),
  ];
}

function ratifications(visit: Visit, records: MeetingRecords): Block[] {
  const { meeting, awards, partnershipId } = records;
  return meeting.toRatify.flatMap(({ awardId, amountApproved, actedOn, dueOn }) => {
    const award = awards.find(({ id }) => id === awardId);
    if (award === undefined) return [];
    const due: Text = dueOn === null ? 'At the next meeting' : date(dueOn);
    const rows = [
      { label: 'Approved by chair’s action', value: amountOf(amountApproved, award) },
      { label: 'Taken on', value: date(actedOn) },
      { label: 'To be ratified by', value: due },
    ];
    const path = `${meetingPath(partnershipId, meeting.id)}/ratifications/${awardId}`;
    const { title: hidden } = award;
    return section(visit, award, records, rows, [
      { href: `${path}?outcome=ratified`, text: 'Ratify', hidden },
      { href: `${path}?outcome=refused`, text: 'Refuse to ratify', hidden, look: 'secondary' },
    ]);
  });
}

function unconfirmed(visit: Visit, award: ListedAward, records: MeetingRecords): Block {
  const { amountRequested: asked } = award;
  const rows = [
    { label: 'Asked', value: asked === undefined ? 'Not stated' : amountOf(asked, award) },
    { label: 'Approved', value: 'The amount is to be confirmed' },
  ];
  const path = meetingPath(records.partnershipId, records.meeting.id);
  return section(visit, award, records, rows, decideLinks(path, award, asked));
}

function section(
  visit: Visit,
  award: ListedAward,
  records: MeetingRecords,
  rows: readonly SummaryRow[],
  ways: readonly Action[],
): Block {
  const { meeting, partnershipId, names } = records;
  const { quorum } = meeting;
  const why = whyNot(visit, { meeting, quorum, presiding: presidingOverAward(award, records) });
  const common: SummaryRow[] = [
    { label: 'Recipient', value: name(award.recipient.name) },
    { label: 'Purpose', value: name(award.purpose) },
    { label: 'Fund', value: name(nameIn(names.funds, award.fundId)) },
  ];
  return {
    kind: 'section',
    id: `award-${award.id}`,
    title: award.title,
    href: awardPath(partnershipId, award.id),
    blocks: [{ kind: 'summary', rows: [...common, ...rows] }, why === undefined ? actions(...ways) : paragraph(why)],
  };
}
