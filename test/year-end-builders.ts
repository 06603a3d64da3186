import type { JournalEntry } from '../domain/ledger/journal-entry.ts';
import type { Person } from '../domain/text.ts';
import { certifyYear, type Prepared, reopenYear } from '../domain/year-end/certify-year.ts';
import { closeYear } from '../domain/year-end/close-year.ts';
import { ClosingBody } from '../domain/year-end/disposal.ts';
import { CertificationBody, ReopeningBody } from '../domain/year-end/year.ts';
import { bodyOf } from './builders.ts';
import { statementOf } from './domain/statement/statements.ts';
import { financeOfficer, type TestLedger, today } from './domain/test-ledger.ts';

export const chiefFinanceOfficer: Person = { subject: 'maldon-chief-finance-officer' };

type Disposal = ReturnType<typeof closingBody>['disposals'][number];
type Written = Partial<Omit<Disposal, 'amount'>>;

export const closingBody = bodyOf(() => ClosingBody, { disposals: [] });
const reopeningBody = bodyOf(() => ReopeningBody, { reason: 'A forgotten invoice.' });
const certificationBody = bodyOf(() => CertificationBody, { name: 'A. Treasurer', role: 'Section 151 officer' });

const fundId = 'partnership-fund';
export const carried = (amount: string, more: Written = {}) => ({
  fundId,
  treatment: 'carry-forward' as const,
  amount,
  ...more,
});
export const returned = (grantId: string, amount: string, more: Written = {}) => ({
  fundId,
  treatment: 'return' as const,
  grantId,
  amount,
  ...more,
});

/** The command that closes a year with these disposals. */
export const closing = (year: string, ...disposals: ReturnType<typeof carried | typeof returned>[]) =>
  closeYear(year, closingBody({ disposals }));

export const close = (ledger: TestLedger, ...given: Parameters<typeof closing>): JournalEntry =>
  ledger.run(closing(...given), financeOfficer);

export const reopen = (
  ledger: TestLedger,
  year: string,
  fields: Parameters<typeof reopeningBody>[0] = {},
): JournalEntry => ledger.run(reopenYear(year, reopeningBody(fields)), chiefFinanceOfficer);

/** Carries forward all that every fund has, under a reference. */
export const closeCarryingAll = (ledger: TestLedger, year: string): JournalEntry => {
  const { funds } = statementOf(ledger, year);
  const disposals = funds
    .filter(({ closingBalance }) => closingBalance.isPositive())
    .map(({ fundId: of, closingBalance }) =>
      carried(closingBalance.text, { fundId: of, approvalReference: 'PFCC letter' }),
    );
  return close(ledger, year, ...disposals);
};

/** What certification prepares of the statement as it stands. */
export function preparedOf(ledger: TestLedger, year: string): Prepared {
  const { versions = [] } = ledger.state.get('year', year) ?? {};
  return {
    knownAt: ledger.entries.length,
    statementHash: statementOf(ledger, year).statementHash,
    documentHash: 'd'.repeat(64),
    documents: [{ contentType: 'application/json', hash: 'd'.repeat(64) }],
    version: versions.length + 1,
    certifiedOn: today,
  };
}

/** The command that signs a year's statement, as it was read and prepared. */
export const certification = (
  year: string,
  statementHash: string,
  prepared: Prepared,
  fields: Parameters<typeof certificationBody>[0] = {},
) => certifyYear(year, certificationBody({ statementHash, ...fields }), prepared);

export function certify(
  ledger: TestLedger,
  year: string,
  fields: Parameters<typeof certificationBody>[0] = {},
): JournalEntry {
  const prepared = preparedOf(ledger, year);
  return ledger.run(certification(year, prepared.statementHash, prepared, fields), chiefFinanceOfficer);
}
