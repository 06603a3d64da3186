import type { OperationName } from '../../functions/operations.ts';
import { benchAwardCalls } from './bench-award-calls.ts';
import type { BenchAwards } from './bench-awards.ts';
import { type BenchCall, base, everyone, get, post, put } from './bench-call.ts';

type Measured = Exclude<OperationName, 'getHealth' | 'getOpenApi' | 'getDocs'>;

/** One call for each operation, so that none is forgotten, and the statement's other ways. */
export function benchCalls(
  { grantIds, awards }: { readonly grantIds: readonly string[]; readonly awards: BenchAwards },
  length: number,
): Record<Measured | `${Measured} ${string}`, BenchCall> {
  const grant = `/grants/${grantIds[0]}`;
  const dry = '?dryRun=true';
  const organisation = { id: 'council', name: 'Council' };
  return {
    createPartnership: {
      make: (time) => ({
        method: 'POST',
        path: '/v1/partnerships',
        groups: everyone,
        body: {
          id: `bench-${time}`,
          name: 'Another',
          hostAuthority: organisation,
          responsibleAuthorities: [organisation],
          quorum: 1,
        },
      }),
    },
    listPartnerships: { make: () => ({ path: '/v1/partnerships', groups: everyone }) },
    getPartnership: get(''),
    putTermsOfReference: put((time) => `/terms-of-reference/2019-04-${String(time + 1).padStart(2, '0')}`, {
      quorum: 1,
    }),
    getTermsOfReference: get('/terms-of-reference/2019-04-01'),
    listTermsOfReference: get('/terms-of-reference'),
    putPriorities: put((time) => `/years/20${time + 10}-${time + 11}/priorities`, { items: [organisation] }),
    getPriorities: get('/years/2010-11/priorities'),
    putFunder: put((time) => `/funders/funder-${time}`, { names: [{ name: 'Funder' }] }),
    getFunder: get('/funders/commissioner'),
    listFunders: get('/funders'),
    openFund: post('/funds', (time) => ({
      id: `fund-${time}`,
      name: 'Fund',
      restriction: 'unrestricted',
      nature: 'revenue',
    })),
    listFunds: get('/funds'),
    getFund: get('/funds/one'),
    recordOpeningBalance: {
      make: (time) => ({
        method: 'POST',
        path: `${base}/funds/fund-${time}/opening-balance`,
        groups: everyone,
        body: {
          effectiveOn: '2017-04-01',
          reference: 'Ledger',
          bank: '10.00',
          receivables: [{ funder: 'commissioner', amount: '5.00' }],
          repayables: [{ funder: 'commissioner', amount: '5.00' }],
        },
      }),
    },
    recordOpeningReceipt: post('/funds/fund-0/opening-balance/receipts', (time) => ({
      funder: 'commissioner',
      amount: '0.01',
      receivedOn: '2017-05-01',
      bankReference: `OPEN-${time}`,
    })),
    recordOpeningRepayment: post('/funds/fund-0/opening-balance/repayments', () => ({
      funder: 'commissioner',
      amount: '0.01',
      paidOn: '2017-05-01',
      paymentReference: 'O1',
    })),
    agreeGrant: post('/grants', (time) => ({
      kind: 'pilot',
      title: 'Pilot',
      funder: { id: 'commissioner', name: 'Commissioner' },
      fundId: 'one',
      financialYear: '2017-18',
      grossAmount: '100.00',
      reference: `P-${time}`,
      agreedOn: '2017-05-01',
      conditions: ['A report'],
    })),
    listGrants: get('/grants?financialYear=2017-18'),
    getGrant: get(grant),
    recordReceipt: post(`${grant}/receipts`, (time) => ({
      amount: '0.01',
      receivedOn: '2017-05-01',
      bankReference: `BENCH-${time}`,
    })),
    listReceipts: get(`${grant}/receipts`),
    notifyTopSlice: post(`${grant}/top-slices`, () => ({
      purpose: 'dhr',
      amount: '0.01',
      notifiedOn: '2017-05-01',
      reference: 'L2',
    })),
    listTopSlices: get(`${grant}/top-slices`),
    varyGrant: post(`${grant}/variations`, (time) => ({
      grossAmount: `${100001 + time}.00`,
      effectiveOn: '2017-06-01',
      reference: 'V',
      reason: 'Uplift',
    })),
    listVariations: get(`${grant}/variations`),
    // This grant has no condition, and nothing to repay: what is measured is deciding so.
    meetCondition: {
      ...post(`${grant}/conditions/1/fulfilment`, () => ({ metOn: '2017-06-01', evidence: 'x' })),
      isRefusal: true,
    },
    recordRepayment: {
      ...post(`${grant}/repayments`, () => ({ amount: '0.01', paidOn: '2017-06-01', paymentReference: 'x' })),
      isRefusal: true,
    },
    recordRepaymentRefund: {
      ...post(`${grant}/repayment-refunds`, () => ({ amount: '0.01', receivedOn: '2017-06-01', bankReference: 'x' })),
      isRefusal: true,
    },
    recordExpenditure: post('/expenditure', (time) => ({
      fundId: 'one',
      category: 'posts',
      description: 'Posts',
      amount: '0.01',
      spentOn: '2017-06-01',
      paymentReference: `J-${time}`,
      authorityReference: 'Budget',
    })),
    'recordExpenditure dry': post(`/expenditure${dry}`, () => ({
      fundId: 'one',
      category: 'posts',
      description: 'Posts',
      amount: '0.01',
      spentOn: '2017-06-01',
      paymentReference: 'J',
      authorityReference: 'Budget',
    })),
    listExpenditure: get('/expenditure'),
    noteSharedFund: post('/shared-funds', () => ({
      title: 'Gangs',
      funder: { id: 'commissioner', name: 'Commissioner' },
      totalAmount: '200000',
      financialYears: ['2017-18'],
      areas: [{ name: 'Chelmsford' }],
      heldBy: 'Commissioner',
    })),
    listSharedFunds: get('/shared-funds'),
    ...benchAwardCalls(awards),
    listEntries: get('/journal?limit=50'),
    'listEntries rare': get('/journal?type=shared-fund-noted'),
    getEntry: get('/journal/50'),
    reverseEntry: {
      make: (time) => ({
        method: 'POST',
        path: `${base}/journal/${40 + 3 * time}/reversal`,
        groups: everyone,
        body: { reason: 'Entered twice', effectiveOn: '2026-04-01' },
      }),
    },
    listYears: get('/years'),
    getClosingChecklist: get('/years/2017-18/closing-checklist'),
    // A year before the first entry, so that there is nothing to dispose of; dry, so that it stays open. All is looked up.
    closeYear: post(`/years/2010-11/closing${dry}`, () => ({ disposals: [] })),
    // No year is closed: what is measured is deciding so.
    certifyYear: {
      ...post('/years/2017-18/certification', () => ({ statementHash: '0'.repeat(64), name: 'N', role: 'R' })),
      isRefusal: true,
    },
    reopenYear: { ...post('/years/2017-18/reopening', () => ({ reason: 'R.' })), isRefusal: true },
    getStatement: get('/years/2017-18/statement'),
    'getStatement asOf': { ...get('/years/2017-18/statement?asOf=2017-10-31'), isLong: true },
    'getStatement knownAt': { ...get(`/years/2017-18/statement?knownAt=${length}`), isLong: true },
    listStatements: get('/years/2017-18/statements'),
    listAuditEvents: get('/audit/events'),
    // There is none: what is measured is looking for it.
    getJob: { ...get(`/jobs/${'0'.repeat(32)}`), isRefusal: true },
    verifyJournal: { ...get('/audit/verification'), isLong: true },
    getAuditPack: { ...get('/years/2017-18/audit-pack'), isLong: true },
    getOpenData: { ...get('/open-data/360giving.json'), isLong: true },
    getTransparencyList: get('/open-data/transparency.csv?financialYear=2017-18'),
    getMemberUpdate: { ...get('/reports/member-update?from=2017-04-01&to=2018-03-31'), isLong: true },
    'getMemberUpdate part of a year': {
      ...get('/reports/member-update?from=2017-04-01&to=2017-10-31'),
      isLong: true,
    },
  };
}
