import { awardPath, fundPath, grantPath } from '../page/paths.ts';
import { date, link, name, type Span, type Text } from '../page/text.ts';
import type { Block, SummaryRow } from '../page/view.ts';
import { agendaMeeting } from './agenda-meeting.ts';
import { approvedOf, askedOf, type WholeAward } from './award.ts';
import { recipientKinds, statusWords } from './award-words.ts';
import { type KnownAward, meetingLink } from './known-award.ts';

/** What is asked, by whom, for what, and from which money. */
export function factsOf(known: KnownAward): Block {
  const { award, fund, grant, partnershipId, priorities } = known;
  const { purpose, purposeStatement, period, variation } = award;
  const onAgenda = agendaMeeting(known);
  const rows: (readonly [string, Text | undefined])[] = [
    ['Proposed by', proposerOf(award)],
    ['Recipient', recipientOf(known)],
    ['Purpose', name(purpose)],
    ['How it serves the fund’s purpose', purposeStatement && name(purposeStatement)],
    ['Priorities', prioritiesOf(award, priorities)],
    ['Fund', [link(fundPath(partnershipId, fund.id), fund.name), ` (${fund.restriction}, ${fund.nature})`]],
    ['Grant that is to pay', grant && link(grantPath(partnershipId, grant.id), grant.title)],
    ['Period', period && [date(period.start), ' to ', date(period.end)]],
    ['On the agenda of', onAgenda && meetingLink(known, onAgenda.id)],
    ['Reason for the variation', variation && name(variation.reason)],
    ['Note', award.note === undefined ? undefined : name(award.note)],
  ];
  return { kind: 'summary', title: 'What is asked', rows: rows.flatMap(rowOf) };
}

const rowOf = ([label, value]: readonly [string, Text | undefined]): SummaryRow[] =>
  value === undefined ? [] : [{ label, value }];

function proposerOf({ history, proposedOn }: WholeAward): Text {
  const { recordedBy } = history.find(({ type }) => type === 'award-proposed') ?? {};
  return [...(recordedBy === undefined ? [] : [name(recordedBy.name ?? recordedBy.subject), ', ']), date(proposedOn)];
}

function recipientOf({ award: { recipient }, authorities }: KnownAward): Text {
  const { authorityId, organisationId, kind } = recipient;
  const authority = authorityId === undefined ? undefined : (authorities.get(authorityId) ?? authorityId);
  return [
    name(recipient.name),
    ` (${recipientKinds[kind].toLowerCase()}`,
    ...(authority === undefined || authority === recipient.name ? [] : [': ', name(authority)]),
    organisationId === undefined ? ')' : `, ${organisationId})`,
  ];
}

const prioritiesOf = ({ priorities: served }: WholeAward, names: ReadonlyMap<string, string>): Text =>
  served.length === 0
    ? 'None named'
    : served.flatMap((id, place): Span[] => [...(place > 0 ? ['; '] : []), name(names.get(id) ?? id)]);

/** Awards that pay for the same thing from other funds. */
export function relatedBlocks({ related, partnershipId }: KnownAward): Block[] {
  if (related.length === 0) return [];
  const items = related.map(
    (award): Text => [
      link(awardPath(partnershipId, award.id), award.title),
      ` (${statusWords[award.status].text.toLowerCase()}). Asked: `,
      askedOf(award),
      '. Approved: ',
      approvedOf(award),
    ],
  );
  const list: Block = { kind: 'list', items };
  return [{ kind: 'section', title: 'Awards for the same from other funds', id: 'related', blocks: [list] }];
}
