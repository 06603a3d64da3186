import { describe, expect, it } from 'vitest';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { agree, receiptBody } from '../../builders.ts';
import {
  certification,
  certify,
  chiefFinanceOfficer,
  close,
  closing,
  preparedOf,
  reopen,
  returned,
} from '../../year-end-builders.ts';
import { plainStatement, statementOf } from '../statement/statements.ts';
import { financeOfficer, type TestLedger, today } from '../test-ledger.ts';
import { spentLedger } from './situations.ts';

const year = '2017-18';
const hashOf = (ledger: TestLedger): string => statementOf(ledger, year).statementHash;

function closedLedger(): { ledger: TestLedger; grantId: string } {
  const { ledger, grantId } = spentLedger();
  close(ledger, year, returned(grantId, '600.00'));
  return { ledger, grantId };
}
const refusalOf = (ledger: TestLedger, statementHash: string, by = chiefFinanceOfficer) =>
  ledger.refusal(certification(year, statementHash, preparedOf(ledger, year)), by);

describe('certifying a year', () => {
  it('records a numbered version with what was signed, by whom and when, and posts nothing', () => {
    const { ledger } = closedLedger();
    const statementHash = hashOf(ledger);

    const entry = certify(ledger, year, { note: 'Subject to audit.' });

    const signed = {
      version: 1,
      statementHash,
      documentHash: 'd'.repeat(64),
      certifiedOn: today,
      note: 'Subject to audit.',
    };
    expect(entry).toMatchObject({ type: 'year-certified', effectiveOn: '2018-03-31', postings: [], facts: signed });
    const { note: _, ...kept } = signed;
    expect(ledger.get('year', year)).toMatchObject({
      status: 'certified',
      versions: [{ ...kept, sequence: entry.sequence, certifiedBy: chiefFinanceOfficer.subject }],
    });
  });

  it('changes nothing in the statement but that it is certified, also where something is noted with it', () => {
    const { ledger } = closedLedger();
    const before = hashOf(ledger);

    certify(ledger, year, { note: 'Subject to audit.' });

    expect(hashOf(ledger)).toBe(before);
    expect(plainStatement(ledger, year)).toMatchObject({ status: 'certified', version: 1, notes: [] });
  });

  it('is refused to whoever closed the year', () => {
    const { ledger } = closedLedger();

    expect(refusalOf(ledger, hashOf(ledger), financeOfficer).code).toBe('separation-of-duties');
  });

  it('is open to whoever closed it before it was opened again and closed by somebody else', () => {
    const { ledger, grantId } = closedLedger();
    reopen(ledger, year);
    const other = { subject: 'another-finance-officer' };
    ledger.run(closing(year, returned(grantId, '600.00')), other);

    const prepared = preparedOf(ledger, year);
    const entry = ledger.run(certification(year, prepared.statementHash, prepared), financeOfficer);

    expect(entry.type).toBe('year-certified');
  });

  it('is refused of a year that is open, or was opened again', () => {
    const { ledger, grantId } = spentLedger();
    const refused = { code: 'year-not-closed', financialYear: year };

    expect(refusalOf(ledger, hashOf(ledger))).toEqual(refused);
    close(ledger, year, returned(grantId, '600.00'));
    certify(ledger, year);
    reopen(ledger, year);
    expect(refusalOf(ledger, hashOf(ledger))).toEqual(refused);
  });

  it('is refused twice', () => {
    const { ledger } = closedLedger();
    certify(ledger, year);

    expect(refusalOf(ledger, hashOf(ledger))).toMatchObject({ code: 'already-exists' });
  });

  it('is refused over another hash than that of the statement as it stands', () => {
    const { ledger, grantId } = spentLedger();
    const draft = hashOf(ledger);
    close(ledger, year, returned(grantId, '600.00'));
    const first = hashOf(ledger);
    reopen(ledger, year);
    ledger.run(recordReceipt(grantId, receiptBody()));
    close(ledger, year, returned(grantId, '600.00'));

    const refused = { code: 'stale-statement', financialYear: year };
    for (const hash of [draft, first, '0'.repeat(64)]) expect(refusalOf(ledger, hash)).toEqual(refused);
    expect(certify(ledger, year).type).toBe('year-certified');
  });

  it('is refused where the journal went on after it was prepared, and stands whatever work is done in another year', () => {
    const { ledger } = closedLedger();
    const read = hashOf(ledger);
    const prepared = preparedOf(ledger, year);
    agree(ledger, { financialYear: '2018-19', agreedOn: '2018-05-02' });

    const refusal = ledger.refusal(certification(year, read, prepared), chiefFinanceOfficer);

    expect(refusal).toEqual({ code: 'stale-statement', financialYear: year });
    const entry = ledger.run(certification(year, read, preparedOf(ledger, year)), chiefFinanceOfficer);
    expect(entry.facts).toMatchObject({ statementHash: read, knownAt: entry.sequence - 1 });
  });
});
