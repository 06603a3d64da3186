import { describe, expect, it } from 'vitest';
import { reverseEntry } from '../../../domain/ledger/reverse-entry.ts';
import { reopenYear } from '../../../domain/year-end/certify-year.ts';
import { closeYear } from '../../../domain/year-end/close-year.ts';
import { agree, fundBody, ledgerWith, restrictedFundBody, reversalBody } from '../../builders.ts';
import { carried, certify, close, closingBody, reopen, returned } from '../../year-end-builders.ts';
import { plain, plainStatement, statementOf } from '../statement/statements.ts';
import { asJson, type TestLedger } from '../test-ledger.ts';
import { spentLedger } from './situations.ts';

const year = '2017-18';
const hashOf = (ledger: TestLedger, of = year): string => statementOf(ledger, of).statementHash;
const reopening = (of = year) => reopenYear(of, { reason: 'A forgotten invoice.' });

describe('opening a year again', () => {
  it('takes back what closing posted, on the same day, and names it', () => {
    const { ledger, grantId } = spentLedger();
    const closed = close(ledger, year, returned(grantId, '600.00'));

    const entry = reopen(ledger, year);

    expect(entry).toMatchObject({ type: 'year-reopened', effectiveOn: '2018-03-31', reverses: closed.sequence });
    const place = { fundId: 'partnership-fund', grantId };
    expect(asJson(entry.postings)).toEqual([
      { account: 'returned-to-funder', ...place, credit: '600.00' },
      { account: 'repayable-to-funder', ...place, funderId: 'essex-pcc', debit: '600.00' },
    ]);
    expect(ledger.get('reversalOf', String(closed.sequence))).toEqual({ reversedBy: entry.sequence });
  });

  it.each([
    { what: 'returns', disposed: (grantId: string) => [returned(grantId, '600.00')] },
    { what: 'nothing but what is carried forward', disposed: () => [carried('600.00', { approvalReference: 'P' })] },
  ])('leaves the statements as they were before closing with $what', ({ disposed }) => {
    const { ledger, grantId } = spentLedger();
    const before = [year, '2018-19'].map((one) => hashOf(ledger, one));
    close(ledger, year, ...disposed(grantId));
    expect(hashOf(ledger)).not.toBe(before[0]);

    reopen(ledger, year);

    expect([year, '2018-19'].map((one) => hashOf(ledger, one))).toEqual(before);
    expect(statementOf(ledger, year)).toMatchObject({ status: 'open', version: null });
  });

  it('takes back what was noted with the closing, and says what is noted with itself', () => {
    const { ledger, grantId } = spentLedger();
    const before = hashOf(ledger);
    const body = { disposals: [returned(grantId, '600.00')], note: 'Agreed with the funder by telephone.' };

    ledger.run(closeYear(year, closingBody(body)));
    expect(plainStatement(ledger, year).notes).toHaveLength(1);
    reopen(ledger, year);
    expect(hashOf(ledger)).toBe(before);

    close(ledger, year, returned(grantId, '600.00'));
    const { sequence } = reopen(ledger, year, { note: 'See the invoice of March.' });
    expect(plainStatement(ledger, year).notes).toEqual([{ note: 'See the invoice of March.', entries: [sequence] }]);
  });

  it('is refused of a year that is open', () => {
    const { ledger, grantId } = spentLedger();
    const refused = { code: 'year-not-closed', financialYear: year };

    expect(ledger.refusal(reopening())).toEqual(refused);
    close(ledger, year, returned(grantId, '600.00'));
    reopen(ledger, year);
    expect(ledger.refusal(reopening())).toEqual(refused);
  });

  it('is refused while a later year is closed', () => {
    const ledger = ledgerWith();
    agree(ledger, { financialYear: '2016-17', agreedOn: '2016-05-01' });
    close(ledger, '2016-17', carried('1000.00'));
    close(ledger, year, carried('1000.00'));

    expect(ledger.refusal(reopening('2016-17'))).toEqual({
      code: 'later-year-closed',
      financialYear: '2016-17',
      later: year,
    });
    reopen(ledger, year);
    expect(reopen(ledger, '2016-17').type).toBe('year-reopened');
    expect(ledger.state.partnership().closedYears).toBeUndefined();
  });

  it('takes back the returns of every fund', () => {
    const ledger = ledgerWith(fundBody(), restrictedFundBody());
    const [core, pilot] = [agree(ledger), agree(ledger, { fundId: 'tru-cam', grossAmount: '7000.00' })];
    close(ledger, year, returned(core, '1000.00'), returned(pilot, '7000.00', { fundId: 'tru-cam' }));

    reopen(ledger, year);

    expect(plain(statementOf(ledger, year).totals)).toMatchObject({
      returned: '0.00',
      repayable: '0.00',
      closingBalance: '8000.00',
    });
  });

  it('keeps the certified versions, and the next one counts on', () => {
    const { ledger, grantId } = spentLedger();
    close(ledger, year, returned(grantId, '600.00'));
    certify(ledger, year);
    const { versions } = ledger.get('year', year);

    reopen(ledger, year);

    expect(ledger.get('year', year)).toEqual({ financialYear: year, status: 'open', versions });
    close(ledger, year, returned(grantId, '600.00'));
    certify(ledger, year);
    expect(ledger.get('year', year).versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(ledger.get('year', year).versions[0]).toEqual(versions[0]);
  });

  it.each(['year-closed', 'year-certified', 'year-reopened'] as const)(
    'is the only way to take back a closing: %s is no entry to reverse',
    (type) => {
      const { ledger, grantId } = spentLedger();
      close(ledger, year, returned(grantId, '600.00'));
      certify(ledger, year);
      reopen(ledger, year);
      const { sequence } = ledger.entries.find((entry) => entry.type === type) ?? expect.unreachable();

      for (const effectiveOn of ['2018-03-31', '2018-06-30']) {
        const refusal = ledger.refusal(reverseEntry(sequence, reversalBody({ effectiveOn })));
        expect(refusal.code).toBe('not-reversible');
      }
    },
  );
});
