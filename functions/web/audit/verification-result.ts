import type { AnswerOf } from '../api/api.ts';
import { entryPath } from '../page/paths.ts';
import { code, link, money, type Span, tag } from '../page/text.ts';
import type { Block, Row } from '../page/view.ts';
import { journalPath } from './journal-filter.ts';
import { recordPlace } from './record-place.ts';

export type Verified = AnswerOf<'verifyJournal'>;
type Discrepancy = Verified['discrepancies'][number];

/** What the verification found. */
export const resultBlocks = (partnershipId: string, result: Verified): Block[] => [
  agrees(result)
    ? { kind: 'notice', look: 'success', title: 'Verified', text: 'Everything agrees with the journal.' }
    : { kind: 'warning', text: 'Not everything agrees. Each discrepancy is listed below; keep a note of them.' },
  {
    kind: 'summary',
    title: 'Result',
    rows: [
      { label: 'Entries read', value: String(result.entries) },
      { label: 'Chain of hashes', value: result.chainValid ? tag('Whole', 'green') : tag('Broken', 'red') },
      {
        label: 'Records and balances',
        value: result.balancesMatch ? tag('Match', 'green') : tag('Differ', 'red'),
      },
      { label: 'Trial balance', value: [money(result.trialBalance), ' (debits less credits: nothing must be left)'] },
      { label: 'Last entry', value: headSpan(partnershipId, result) },
      { label: 'Hash of the last entry', value: code(result.head.hash) },
    ],
  },
  {
    kind: 'table',
    caption: 'Discrepancies',
    empty: 'There are none.',
    columns: [{ label: 'What is wrong' }, { label: 'Kind' }, { label: 'Where' }],
    rows: result.discrepancies.map((discrepancy) => rowOf(partnershipId, discrepancy)),
  },
];

const agrees = ({ chainValid, balancesMatch, trialBalance, discrepancies }: Verified): boolean =>
  chainValid && balancesMatch && trialBalance.isZero() && discrepancies.length === 0;

const headSpan = (partnershipId: string, { head: { sequence } }: Verified): Span =>
  link(entryPath(partnershipId, sequence), `Entry ${sequence}`);

const kinds = {
  'entry-altered': 'Entry altered',
  'entry-missing': 'Entry missing',
  'chain-broken': 'Chain broken',
  'entry-unbalanced': 'Entry does not balance',
  'record-differs': 'Record differs',
  'head-differs': 'End of the journal differs',
} as const satisfies Record<Discrepancy['code'], string>;

const rowOf = (partnershipId: string, discrepancy: Discrepancy): Row => [
  discrepancy.detail,
  kinds[discrepancy.code],
  whereToLook(partnershipId, discrepancy),
];

/** The entry, or where the record is shown; of an entry that is missing, the journal where it should be. */
function whereToLook(partnershipId: string, { code: kind, sequence, record = '', detail }: Discrepancy): Span {
  if (kind === 'entry-missing') return link(journalPath(partnershipId), 'Journal', detail);
  if (sequence !== undefined) return link(entryPath(partnershipId, sequence), `Entry ${sequence}`, detail);
  return link(recordPlace(partnershipId, record), 'Record', detail);
}
