import { Money } from '../money.ts';
import { longDate } from '../prose-dates.ts';
import { awardChanges } from './award-changes.ts';
import { agreedTable, chairsActionTable, earlierTable } from './award-tables.ts';
import { byPriority } from './awards-by-priority.ts';
import type { AwardInPeriod } from './awards-in-period.ts';
import { ratificationAt } from './ratification-at.ts';
import { type Block, paragraph, type Section } from './report.ts';
import { entryNotes, type Writing } from './report-period.ts';
import { counted, listed, oneLine } from './words.ts';

/** What the group and its chair agreed, what became of it, and which priorities it serves. */
export function fundingAgreed(writing: Writing, awards: readonly AwardInPeriod[]): Section {
  const atMeetings = awards.filter(({ isNew, approvals }) => isNew && approvals[0].meetingId !== undefined);
  const betweenMeetings = awards.filter(({ isNew, approvals }) => isNew && approvals[0].meetingId === undefined);
  const earlier = awards.filter(({ isNew }) => !isNew);
  const none = atMeetings.length + betweenMeetings.length === 0;
  return {
    heading: 'Funding agreed',
    blocks: [
      ...(none ? [paragraph('No new funding was agreed in the period.')] : []),
      ...[...Map.groupBy(atMeetings, ({ approvals }) => approvals[0].meetingId ?? '')].flatMap(([meetingId, own]) =>
        meetingBlocks(meetingId, own, writing),
      ),
      ...chairsActionBlocks(betweenMeetings, writing),
      ...awardChanges(awards, writing),
      ...earlierBlocks(earlier, writing),
      paragraph(totalText(awards, writing)),
      ...byPriority(awards, writing),
    ],
  };
}

function meetingBlocks(meetingId: string, awards: readonly AwardInPeriod[], writing: Writing): Block[] {
  const title = oneLine(writing.view.all('meeting').get(meetingId)?.title ?? 'Partnership');
  const heldOn = longDate(awards[0]?.approvals[0].decidedOn ?? writing.from);
  const funds = new Set(
    awards.map(({ award }) => oneLine(writing.view.all('fund').get(award.fundId)?.name ?? award.fundId)),
  );
  const amounts = awards.map(({ approvals }) => approvals[0].amountApproved);
  const open = amounts.filter((amount) => amount === undefined).length;
  const sum = Money.sum(amounts.flatMap((amount) => amount ?? [])).toSterling();
  const unconfirmed = open === 0 ? '' : `, with ${counted(open, 'amount')} still to be confirmed at that time`;
  const what = `the following ${counted(awards.length, 'initiative')}, to a total of ${sum}${unconfirmed}`;
  const sentence = `Members should note that at the ${title} meeting held on ${heldOn} funding was agreed from partnership funds (${listed([...funds])}) to support ${what}.`;
  return [paragraph(sentence), agreedTable(`Agreed on ${heldOn}`, awards, writing)];
}

function chairsActionBlocks(awards: readonly AwardInPeriod[], writing: Writing): Block[] {
  if (awards.length === 0) return [];
  const what = counted(awards.length, 'initiative');
  const sentence = `Between meetings the Chair agreed funding for ${what} as urgent decisions (chair’s action), which the group ${ratifications(awards, writing)}.`;
  return [paragraph(sentence), chairsActionTable(awards, writing)];
}

const ratificationWords = {
  ratified: 'has ratified',
  refused: 'has refused to ratify',
  awaited: 'is asked to ratify',
} as const;

/** What the group did about them up to the period's end, or is still to do. */
function ratifications(awards: readonly AwardInPeriod[], { to }: Writing): string {
  const statuses = awards.map(({ award }) => ratificationAt(award, to));
  const parts = (['ratified', 'refused', 'awaited'] as const).flatMap((status) => {
    const count = statuses.filter((one) => one === status).length;
    const which = count === statuses.length ? '' : ` in ${counted(count, 'case')}`;
    return count === 0 ? [] : `${ratificationWords[status]}${which}`;
  });
  return listed(parts);
}

function earlierBlocks(awards: readonly AwardInPeriod[], writing: Writing): Block[] {
  if (awards.length === 0) return [];
  const was = awards.length === 1 ? 'was' : 'were';
  const sentence = `${counted(awards.length, 'award')} agreed before ${longDate(writing.from)} ${was} still being paid, changed or committed.`;
  return [paragraph(`${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}`), earlierTable(awards, writing)];
}

function totalText(awards: readonly AwardInPeriod[], writing: Writing): string {
  const sum = (figure: 'agreed' | 'paid' | 'refunded' | 'committed' | 'committedBefore'): Money =>
    Money.sum(awards.map((one) => one[figure]));
  const [agreed, paid, refunded, committed] = [sum('agreed'), sum('paid'), sum('refunded'), sum('committed')];
  const released = sum('committedBefore').plus(agreed).minus(paid).minus(committed);
  const marked = writing.marks.mark(...entryNotes(writing, 'award-paid', 'award-refunded'));
  const parts = [
    `${agreed.toSterling()} was agreed in the period`,
    `${paid.toSterling()} was paid to recipients${marked}`,
    ...(refunded.isZero() ? [] : [`${refunded.toSterling()} was refunded by recipients`]),
    ...(released.isPositive() ? [`${released.toSterling()} was released because it will not be drawn`] : []),
    ...(released.isNegative() ? [`${released.negated().toSterling()} that had been released was committed again`] : []),
    `${committed.toSterling()} remained committed and unpaid at ${longDate(writing.to)}`,
  ];
  return `In all, ${listed(parts)}.`;
}
