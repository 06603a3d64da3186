import { listed } from '../../../domain/publication/words.ts';
import { nameIn } from '../minutes/names.ts';
import { outcomeInWords } from '../minutes/outcome.ts';
import type { Visit } from '../page/page.ts';
import { awardPath, meetingPath } from '../page/paths.ts';
import { amountOf } from '../page/records.ts';
import { money, name, strong, type Text } from '../page/text.ts';
import { actions, type Block, paragraph, type SummaryRow } from '../page/view.ts';
import { decideLinks } from './decide-links.ts';
import { fundFigures } from './fund-after.ts';
import { interestsIn } from './interest-words.ts';
import type { AgendaItem, MeetingRecords, WholeAward } from './meeting-records.ts';
import { presidingOverItem } from './officers.ts';
import { proposersOf } from './proposers.ts';
import { quorumSentence } from './quorum-words.ts';
import { whyNot } from './who-decides.ts';

export const itemId = (number: number): string => `item-${number}`;

/** One item of the agenda: what is asked, what it would leave in the fund, what was decided or who may decide. */
export function agendaSection(visit: Visit, item: AgendaItem, number: number, records: MeetingRecords): Block {
  const { partnershipId } = records;
  const award = records.awards.find(({ id }) => id === item.awardId);
  const blocks = award === undefined ? [] : [...about(item, award, records), ...decision(visit, item, award, records)];
  return {
    kind: 'section',
    id: itemId(number),
    title: item.title,
    number,
    href: awardPath(partnershipId, item.awardId),
    blocks,
  };
}

function about(item: AgendaItem, award: WholeAward, records: MeetingRecords): Block[] {
  const fund = records.funds.find(({ id }) => id === item.fundId);
  const isOpen = item.outcome === undefined && fund !== undefined;
  const asks: SummaryRow[] = [
    { label: 'Recipient', value: name(item.recipient.name) },
    { label: 'Proposed by', value: proposersOf(award) },
    { label: 'Purpose', value: name(award.purpose) },
    { label: 'Priorities', value: prioritiesIn(item, records) },
    ...variationRows(award, item),
  ];
  const decides: SummaryRow[] = [
    ...(isOpen ? [] : [{ label: 'Asked', value: askedOf(item, award) }]),
    { label: 'Interests', value: interestsIn(item, records) },
    ...(item.outcome === undefined ? standing(item, records) : []),
    ...(award.note === undefined ? [] : [{ label: 'Note', value: name(award.note) }]),
  ];
  const columns = [asks, decides].map((rows): Block[] => [{ kind: 'summary', rows }]);
  return [...(isOpen ? [fundFigures(fund, award, item.amountRequested)] : []), { kind: 'columns', columns }];
}

const prioritiesIn = ({ priorities }: AgendaItem, { names }: MeetingRecords): Text =>
  priorities.length === 0 ? 'None named' : name(listed(priorities.map((id) => nameIn(names.priorities, id))));

const askedOf = ({ amountRequested }: AgendaItem, award: WholeAward): Text =>
  amountRequested === undefined ? 'Not stated' : amountOf(amountRequested, award);

/** What an approved award is to become, and why. */
function variationRows({ variation, amountApproved }: WholeAward, { kind, outcome }: AgendaItem): SummaryRow[] {
  if (kind !== 'variation' || outcome !== undefined || variation === undefined) return [];
  return [
    { label: 'Approved so far', value: amountApproved === null ? 'No amount yet' : money(amountApproved) },
    { label: 'Why it is to be varied', value: name(variation.reason) },
  ];
}

const standing = (item: AgendaItem, records: MeetingRecords): SummaryRow[] => [
  { label: 'Quorum for this item', value: quorumSentence(item.quorum, records.names) },
  { label: 'Presiding over this item', value: item.presiding === null ? 'Nobody can' : name(item.presiding) },
];

/** What was decided; or the ways to decide, for whoever may. */
function decision(visit: Visit, item: AgendaItem, award: WholeAward, records: MeetingRecords): Block[] {
  const { meeting, names, partnershipId } = records;
  if (item.outcome !== undefined) {
    const minute = item.minuteReference === undefined ? [] : [' Minute ', name(item.minuteReference), '.'];
    const said = `${outcomeInWords(item, award.decisions, meeting, names)}.`;
    return [{ kind: 'inset', text: [strong(said), ...minute] }, ...corrected(item, award)];
  }
  const why = whyNot(visit, { meeting, quorum: item.quorum, presiding: presidingOverItem(item, records) });
  if (why !== undefined) return [paragraph(why)];
  return [actions(...decideLinks(meetingPath(partnershipId, meeting.id), award, item.amountRequested))];
}

/** Where the attendance that the decision relied on was corrected since. */
function corrected({ outcomeSequence }: AgendaItem, { decisions }: WholeAward): Block[] {
  const made = decisions.find(({ sequence }) => sequence === outcomeSequence);
  if (made === undefined || !('isQuorateAsCorrected' in made) || made.isQuorateAsCorrected !== false) return [];
  return [{ kind: 'warning', text: 'By the attendance as it was corrected since, there was no quorum for this item.' }];
}
