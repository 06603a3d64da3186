import type { Expenditure } from '../../domain/expenditure/expenditure.ts';
import type { LedgerView } from '../../domain/ledger/ledger-state.ts';
import { isIn, type ReportPeriod } from '../../domain/publication/report-period.ts';
import { found } from '../../domain/refusal.ts';
import type { Database } from '../store/database.ts';
import { readEntry } from '../store/items.ts';
import { entryKey } from '../store/keys.ts';

/**
 * Direct expenditure of a period that stood at its end. Kept records say by which entry one was reversed; from which day on
 * that counts, the entry alone says.
 */
export async function standingSpending(
  database: Database,
  view: Pick<LedgerView, 'all' | 'partnership'>,
  period: Pick<ReportPeriod, 'from' | 'to'>,
): Promise<Expenditure[]> {
  const { id } = view.partnership();
  const spent = [...view.all('expenditure').values()].filter(({ spentOn }) => isIn(period, spentOn));
  const reversals = spent.flatMap(({ reversedBy }) => reversedBy ?? []);
  const items = await database.getMany(
    'journal',
    reversals.map((sequence) => entryKey(id, sequence)),
  );
  const entries = new Map(items.map(readEntry).map((entry) => [entry.sequence, entry]));
  return spent.filter(({ reversedBy }) => {
    if (reversedBy === undefined) return true;
    return found(entries.get(reversedBy), 'reversal', String(reversedBy)).effectiveOn > period.to;
  });
}
