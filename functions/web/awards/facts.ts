import { Fact } from '../../../domain/ledger/facts.ts';
import type { WholeAward } from './award.ts';

export type HistoryEntry = WholeAward['history'][number];

/** The facts of an entry, by its type. */
export const factOf = ({ type, facts }: Pick<HistoryEntry, 'type' | 'facts'>): Fact => Fact.parse({ type, facts });
