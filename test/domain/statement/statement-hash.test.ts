import { describe, expect, it } from 'vitest';
import { recordExpenditure } from '../../../domain/expenditure/record-expenditure.ts';
import { openFund } from '../../../domain/fund/open-fund.ts';
import { FunderBody } from '../../../domain/funder/funder.ts';
import { meetCondition, notifyTopSlice, varyGrant } from '../../../domain/grant/change-grant.ts';
import { recordReceipt } from '../../../domain/grant/record-receipt.ts';
import { nameFunder } from '../../../domain/partnership/set-up.ts';
import { digest } from '../../../functions/store/digest.ts';
import {
  agree,
  expenditureBody,
  fulfilmentBody,
  fundBody,
  receiptBody,
  reverse,
  topSliceBody,
  variationBody,
} from '../../builders.ts';
import type { TestLedger } from '../test-ledger.ts';
import { maldon, opcc } from './maldon.ts';
import { plainStatement, recomputed, statementOf } from './statements.ts';

type Work = (example: { ledger: TestLedger; core: string; pilot: string }) => unknown;
const spend = (fields: Parameters<typeof expenditureBody>[0]) => recordExpenditure(expenditureBody(fields));

const [received, spent] = [8, 10];
const reversed =
  (place: number, on: string): Work =>
  ({ ledger }) =>
    reverse(ledger, ledger.entries[place] ?? expect.unreachable(), on);

/** The hash of the statement of 2017-18 before and after some work. */
const hashes = (work: Work): [string, string] => {
  const example = maldon();
  const before = statementOf(example.ledger, '2017-18').statementHash;
  work(example);
  return [before, statementOf(example.ledger, '2017-18').statementHash];
};

describe('the hash of a statement', () => {
  it('leaves out what changes where the year’s accounts do not', () => {
    const { statementHash, generatedAt, knownAt, asOf, status, version, integrity, ...lasting } = plainStatement(
      maldon().ledger,
      '2017-18',
    );

    expect(statementHash).toBe(digest(lasting));
    expect([generatedAt, knownAt, asOf, status, version, integrity]).not.toContain(undefined);
  });

  it.each<[string, Work]>([
    ['a grant of the next year', ({ ledger }) => agree(ledger, { financialYear: '2018-19', agreedOn: '2018-02-01' })],
    ['spending in the next year', ({ ledger }) => ledger.run(spend({ amount: '10', spentOn: '2018-04-01' }))],
    [
      'a top-slice notified later',
      ({ ledger }) => {
        const grantId = agree(ledger, { financialYear: '2018-19', agreedOn: '2018-04-02' });
        return ledger.run(notifyTopSlice(grantId, topSliceBody({ notifiedOn: '2018-05-01' })));
      },
    ],
    [
      'a variation that counts later',
      ({ ledger, core }) =>
        ledger.run(
          varyGrant(core, variationBody({ grossAmount: '15000', underspend: 'return', effectiveOn: '2018-04-01' })),
        ),
    ],
    ['a correction that counts later', reversed(spent, '2018-04-01')],
    ['a receipt taken back later', reversed(received, '2018-04-01')],
    [
      'a name that holds later',
      ({ ledger }) => {
        const names = [
          { name: opcc, until: '2017-09-30' },
          { name: 'Police, Fire and Crime Commissioner for Essex', from: '2017-10-01', until: '2018-04-30' },
          { name: 'Another', from: '2018-05-01' },
        ];
        return ledger.run(nameFunder('essex-pcc', FunderBody.parse({ names }), '*'));
      },
    ],
    ['a new fund without money', ({ ledger }) => ledger.run(openFund(fundBody({ id: 'new' })))],
  ])('stands after %s', (_, work) => {
    const [before, after] = hashes(work);

    expect(after).toBe(before);
  });

  it.each<[string, Work]>([
    ['spending', ({ ledger }) => ledger.run(spend({ amount: '0.01', spentOn: '2018-03-31' }))],
    [
      'spending in an earlier year',
      ({ ledger }) =>
        ledger.run(spend({ amount: '1', fundId: 'tru-cam', purposeStatement: 'Hire.', spentOn: '2017-03-31' })),
    ],
    ['a correction', reversed(spent, '2018-03-31')],
    ['an uplift', ({ ledger, core }) => ledger.run(varyGrant(core, variationBody({ grossAmount: '15000' })))],
    ['a grant', ({ ledger }) => agree(ledger)],
    ['a note', ({ ledger }) => ledger.run(spend({ amount: '0.01', note: 'Stamps.' }))],
    [
      'another name',
      ({ ledger }) => ledger.run(nameFunder('essex-pcc', FunderBody.parse({ names: [{ name: 'X' }] }), '*')),
    ],
  ])('changes with %s in its year', (_, work) => {
    const [before, after] = hashes(work);

    expect(after).not.toBe(before);
  });

  it('changes with a condition met in the year, and not with one met later', () => {
    const example = maldon();
    const grantId = agree(example.ledger, { conditions: ['A plan.', 'A report.'] });
    const hash = () => statementOf(example.ledger, '2017-18').statementHash;
    const before = hash();

    example.ledger.run(meetCondition(grantId, 1, fulfilmentBody({ metOn: '2018-04-01' })));
    const later = hash();
    example.ledger.run(meetCondition(grantId, 2, fulfilmentBody({ metOn: '2018-03-31' })));

    expect(later).toBe(before);
    expect(hash()).not.toBe(before);
  });
});

describe('a statement as the journal stood at an entry', () => {
  it('is the same bytes for ever', () => {
    const { ledger, core } = maldon();
    const knownAt = ledger.entries.length;
    const before = JSON.stringify(statementOf(ledger, '2017-18'));

    ledger.run(recordReceipt(agree(ledger), receiptBody()));
    ledger.run(varyGrant(core, variationBody({ grossAmount: '15000' })));

    expect(JSON.stringify(recomputed(ledger, '2017-18', '2018-03-31', knownAt))).toBe(before);
  });
});

describe('a statement up to a date', () => {
  it('stops there, also with what is to date', () => {
    const { ledger, core } = maldon();
    const [line] = recomputed(ledger, '2017-18', '2017-10-31').grants.filter(({ grantId }) => grantId === core);

    expect(line).toMatchObject({
      receivedToDate: { text: '6263.50' },
      outstandingAmount: { text: '6263.50' },
      spentInYear: { text: '0.00' },
    });
  });

  it('has nothing of a grant before its day', () => {
    const { ledger, core } = maldon();

    const ids = recomputed(ledger, '2017-18', '2017-04-02').grants.map(({ grantId }) => grantId);

    expect(ids).not.toContain(core);
  });

  it('at the year’s end is what the kept records give', () => {
    const { ledger } = maldon();

    for (const [year, end] of [
      ['2016-17', '2017-03-31'],
      ['2017-18', '2018-03-31'],
    ] as const) {
      expect(recomputed(ledger, year, end)).toEqual(statementOf(ledger, year));
    }
  });
});
