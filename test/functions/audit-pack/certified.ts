import { createHash } from 'node:crypto';
import type { JournalEntry } from '../../../domain/ledger/journal-entry.ts';
import { changesBetween } from '../../../domain/statement/compare-statements.ts';
import type { Person } from '../../../domain/text.ts';
import { certifyYear } from '../../../domain/year-end/certify-year.ts';
import { closeYear } from '../../../domain/year-end/close-year.ts';
import { ClosingBody } from '../../../domain/year-end/disposal.ts';
import { plain, statementOf } from '../../domain/statement/statements.ts';
import type { TestLedger } from '../../domain/test-ledger.ts';

export const chiefFinanceOfficer: Person = { subject: 'maldon-chief-finance-officer' };
const signature = { name: 'Chief Finance Officer', role: 'Section 151 officer' };

/** Bytes that are kept under their hash, as an archive keeps them. */
export class Archive {
  readonly #kept = new Map<string, Buffer>();

  keep(text: string): string {
    const hash = createHash('sha256').update(text).digest('hex');
    this.#kept.set(hash, Buffer.from(text));
    return hash;
  }

  kept(hash: string): Buffer {
    const bytes = this.#kept.get(hash);
    if (bytes === undefined) throw new Error(`nothing is kept as ${hash}`);
    return bytes;
  }
}

/** The forms beside JSON, of which a pack knows nothing but their bytes. */
export const otherForms = {
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/pdf': 'pdf',
  'text/html': 'html',
} as const;

/** Closes a year: each fund's balance is carried forward but for what is returned. */
export function close(ledger: TestLedger, year: string, returned: readonly Returned[] = []): JournalEntry {
  const carried = plain(statementOf(ledger, year)).funds.flatMap(({ fundId, closingBalance }) => {
    const back = returned.filter((one) => one.fundId === fundId).map(({ amount }) => pennies(amount));
    const left = back.reduce((rest, amount) => rest - amount, pennies(closingBalance));
    return left > 0 ? [{ fundId, treatment: 'carry-forward', amount: pounds(left), approvalReference: 'OK-1' }] : [];
  });
  const disposals = [...returned.map((one) => ({ ...one, treatment: 'return' })), ...carried];
  return ledger.run(closeYear(year, ClosingBody.parse({ disposals })));
}

type Returned = { readonly fundId: string; readonly grantId: string; readonly amount: string };
const pennies = (amount: string): number => Math.round(Number(amount) * 100);
const pounds = (amount: number): string => (amount / 100).toFixed(2);

/** Certifies a closed year as the service does: the statement with its signature and changes, in every form. */
export function certify(ledger: TestLedger, year: string, archive: Archive): JournalEntry {
  const statement = statementOf(ledger, year);
  const { versions = [] } = ledger.state.get('year', year) ?? {};
  const version = versions.length + 1;
  const certifiedOn = '2018-06-30';
  const last = versions.at(-1);
  const before: unknown = last && JSON.parse(archive.kept(last.documentHash).toString());
  const changes = last && { changes: changesBetween(before, statement, ledger.entries.slice(last.knownAt)) };
  const integrity = { ...statement.integrity, certification: { ...signature, certifiedOn }, ...changes };
  const documentHash = archive.keep(JSON.stringify({ ...statement, status: 'certified', version, integrity }));
  const others = Object.entries(otherForms).map(([contentType, form]) => ({
    contentType,
    hash: archive.keep(`${year} version ${version} as ${form}`),
  }));
  const documents = [{ contentType: 'application/json', hash: documentHash }, ...others];
  const { statementHash, knownAt } = statement;
  const prepared = { knownAt, statementHash, documentHash, documents, version, certifiedOn };
  return ledger.run(certifyYear(year, { ...signature, statementHash }, prepared), chiefFinanceOfficer);
}
