import { Fact } from '../../../domain/ledger/facts.ts';
import { illustrativePart } from '../../../domain/publication/illustrative.ts';
import type { AnswerOf } from '../api/api.ts';
import type { SummaryRow } from '../page/view.ts';
import { labelOf, lowerFirst, oneOf } from './fact-labels.ts';
import { spansOf } from './fact-values.ts';
import type { RecordNames } from './record-names.ts';

export type Entry = AnswerOf<'getEntry'>;

/** The facts of an entry with their own types: amounts are `Money` again. */
export const factOf = ({ type, facts }: Pick<Entry, 'type' | 'facts'>): Fact => Fact.parse({ type, facts });

export type Facts = Readonly<Record<string, unknown>> & { readonly note?: string | undefined };

/** What was recorded; of a reversal, what it takes back. */
export const recordedFacts = (fact: Fact): Facts =>
  fact.type === 'entry-reversed' ? fact.facts.undoes.facts : fact.facts;

/** Whether the note says that the source doesn't give the figures. */
export const isIllustrative = (fact: Fact): boolean => illustrativePart(recordedFacts(fact).note) !== undefined;

/** What an entry decided, member by member; of a reversal, what it took back as well. */
export function factRows(fact: Fact, names: RecordNames): SummaryRow[] {
  if (fact.type !== 'entry-reversed') return rowsOf(fact.facts, names);
  const { undoes, ...reversal } = fact.facts;
  return [
    ...rowsOf(reversal, names),
    ...rowsOf(undoes.facts, names).map((row) => ({ ...row, label: `Taken back: ${lowerFirst(row.label)}` })),
  ];
}

function rowsOf(facts: object & { readonly note?: string | undefined }, names: RecordNames): SummaryRow[] {
  const shown = { names, isIllustrative: illustrativePart(facts.note) !== undefined };
  return Object.entries(facts).flatMap(([member, value]) => {
    if (!isListOfThings(value)) {
      const spans = spansOf(member, value, shown);
      return spans.length === 0 ? [] : [{ label: labelOf(member), value: spans }];
    }
    return value.map((item, place) => ({
      label: `${oneOf(member)} ${place + 1}`,
      value: spansOf(member, item, shown),
    }));
  });
}

/** Things of several members, or texts that may be long, stand each in its own row. */
const isListOfThings = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) && value.some((item) => typeof item === 'object' || String(item).includes(' '));
