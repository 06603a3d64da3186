import type { Balance } from '../ledger/balance.ts';
import { debitsByQualifier } from '../ledger/balance.ts';
import { Money } from '../money.ts';
import { longDate } from '../prose-dates.ts';
import { grantParagraph, totalReceived } from './grant-paragraphs.ts';
import type { GrantInPeriod } from './grants-in-period.ts';
import { type Paragraph, paragraph, type Section } from './report.ts';
import { entryNotes, isIn, type Writing } from './report-period.ts';
import { sharedFundParagraphs, sharedFundsOf } from './shared-fund-paragraphs.ts';
import { oneLine, withArticle } from './words.ts';

/** The grants, what came in of them, and what is held elsewhere. */
export const fundingReceived = (writing: Writing, grants: readonly GrantInPeriod[]): Section => ({
  heading: 'Funding received',
  blocks: [
    ...ofThePeriodFirst(writing, grants).map((one) => grantParagraph(one, writing)),
    paragraph(receivedText(writing, grants)),
    ...sharedFundParagraphs(writing),
    ...renamings(writing, grants),
  ],
});

const ofThePeriodFirst = (writing: Writing, grants: readonly GrantInPeriod[]): GrantInPeriod[] =>
  grants.toSorted((a, b) => Number(isIn(writing, b.grant.effectiveOn)) - Number(isIn(writing, a.grant.effectiveOn)));

function receivedText(writing: Writing, grants: readonly GrantInPeriod[]): string {
  const owedOnJoining = openingReceipts(writing.atEnd).minus(openingReceipts(writing.before));
  const total = totalReceived(grants).plus(owedOnJoining).toSterling();
  const marked = writing.marks.mark(...entryNotes(writing, 'receipt-recorded', 'opening-receipt-recorded'));
  return `In all, ${total} was received from funders in the period${marked}.`;
}

/** Cash that funders owed already when the partnership joined: the only postings to the bank that name a funder. */
const openingReceipts = (balances: readonly Balance[]): Money =>
  Money.sum(
    [...debitsByQualifier(balances, 'bank')].flatMap(([funderId, received]) => (funderId === '' ? [] : received)),
  );

/** Which of the funders got another name in the period, so that members know both. */
function renamings(writing: Writing, grants: readonly GrantInPeriod[]): Paragraph[] {
  const known = writing.view.all('funder');
  const named = [...grants.map(({ grant }) => grant), ...sharedFundsOf(writing)];
  return [...new Set(named.map(({ funder }) => funder.id))].flatMap((id) => {
    const names = known.get(id)?.names ?? [];
    return names.flatMap(({ name, from: since }, place) => {
      const before = names[place - 1];
      if (since === undefined || before === undefined || !isIn(writing, since)) return [];
      const [old, now] = [before.name, name].map((one) => withArticle(oneLine(one)));
      const sentence = `With effect from ${longDate(since)} ${old} became ${now}`;
      return paragraph(`${sentence}; this report gives the name that held on the date in question.`);
    });
  });
}
