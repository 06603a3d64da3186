import { nameOn } from '../funder/funder.ts';
import { Money } from '../money.ts';
import type { PlainDate } from '../plain-date.ts';
import { longDate, yearInProse } from '../prose-dates.ts';
import type { GrantInPeriod } from './grants-in-period.ts';
import { type Paragraph, paragraph } from './report.ts';
import { isIn, type Writing } from './report-period.ts';
import { capitalised, fundInProse, listed, oneLine, withArticle } from './words.ts';

/** A grant in words: one of the period as it was confirmed, one from before or after with what became of it. */
export function grantParagraph(one: GrantInPeriod, writing: Writing): Paragraph {
  const { effectiveOn, reversedOn } = one.grant;
  if (reversedOn !== undefined && reversedOn <= writing.to) return paragraph(withdrawnText(one, reversedOn, writing));
  if (effectiveOn > writing.to) return paragraph(advanceText(one, writing));
  return paragraph(isIn(writing, effectiveOn) ? confirmedText(one, writing) : earlierText(one, writing));
}

const kinds = {
  'core-allocation': 'core funding',
  pilot: 'pilot funding',
  project: 'project funding',
  contribution: 'a contribution',
} as const;

const what = ({ grant }: GrantInPeriod): string => `${kinds[grant.kind]} for ${yearInProse(grant.financialYear)}`;

/** By the name that the funder had on the date. */
export const funderOn = ({ grant }: Pick<GrantInPeriod, 'grant'>, date: PlainDate, { view }: Writing): string => {
  const funder = view.all('funder').get(grant.funder.id);
  return withArticle(oneLine(funder === undefined ? grant.funder.name : nameOn(funder, date)));
};

const named = ({ grant: { title, reference, note } }: GrantInPeriod, { marks }: Writing, more = ''): string =>
  `(“${oneLine(title)}”, reference ${oneLine(reference)}${more})${marks.mark(note)}`;

const heldIn = ({ fund: { name, purpose } }: GrantInPeriod): string =>
  `It is held in ${fundInProse(name)}${purpose === undefined ? '' : `, which is restricted to: ${oneLine(purpose)}`}.`;

function confirmedText(one: GrantInPeriod, writing: Writing): string {
  const { line, received } = one;
  const outstanding = line.outstandingAmount.isZero() ? 'nothing' : line.outstandingAmount.toSterling();
  return [
    agreement(one, 'confirmed', writing),
    heldIn(one),
    `${received.toSterling()} of it was received in the period, and ${outstanding} was outstanding at ${longDate(writing.to)}.`,
  ].join(' ');
}

function earlierText(one: GrantInPeriod, writing: Writing): string {
  const { line, unspentBefore, unspentAtEnd } = one;
  const { from, to } = writing;
  return [
    agreement(one, 'had confirmed', writing),
    heldIn(one),
    `${line.receivedToDate.toSterling()} of it had been received by ${longDate(to)};`,
    `${unspentBefore.toSterling()} was unspent at ${longDate(from)} and ${unspentAtEnd.toSterling()} at ${longDate(to)}.`,
  ].join(' ');
}

/** "… confirmed core funding for 2017/18 of £12,527.00, with the sum of £1,708.00 being top-sliced …: £14,235.00 in total". */
function agreement(one: GrantInPeriod, verb: string, writing: Writing): string {
  const { agreedOn } = one.grant;
  const funder = capitalised(funderOn(one, agreedOn, writing));
  const sum = `${one.line.netAmount.toSterling()}${topSliced(one)}`;
  return `${funder} ${verb} ${what(one)} of ${sum} ${named(one, writing, `, agreed on ${longDate(agreedOn)}`)}.`;
}

function topSliced({ grant, line }: GrantInPeriod): string {
  if (line.topSlices.length === 0) return '';
  const parts = line.topSlices.map(({ purpose, amount }) => {
    const { description = purpose } = grant.topSlices.find((one) => one.purpose === purpose) ?? {};
    return `${amount.toSterling()} being top-sliced for “${oneLine(description)}”`;
  });
  return `, with the sum of ${listed(parts)}: ${line.grossAmount.toSterling()} in total`;
}

const advanceText = (one: GrantInPeriod, writing: Writing): string =>
  `${one.line.receivedToDate.toSterling()} had been received in advance by ${longDate(writing.to)} from ${funderOn(one, writing.to, writing)} towards ${what(one)} ${named(one, writing)}; it is in no fund’s balance yet.`;

const withdrawnText = (one: GrantInPeriod, reversedOn: PlainDate, writing: Writing): string =>
  `The record of ${what(one)} from ${funderOn(one, one.grant.agreedOn, writing)} ${named(one, writing)} was withdrawn on ${longDate(reversedOn)}.`;

export const totalReceived = (grants: readonly GrantInPeriod[]): Money =>
  Money.sum(grants.map(({ received }) => received));
