import { randomUUID } from 'node:crypto';
import { addDays } from '../../domain/plain-date.ts';
import { putJob } from '../../functions/jobs/job-record.ts';
import type { OperationName } from '../../functions/operations.ts';
import type { Api, Call } from '../api.ts';
import { awardCalls } from '../award-calls.ts';
import { partnershipCalls } from '../partnership.ts';
import { type ChangingName, completeBodies } from './complete-bodies.ts';
import { anyId, orAny, setUpAwards, validAwardCalls } from './valid-award-calls.ts';
import { validPublicationCalls } from './valid-publication-calls.ts';
import { setUpYearEnd, validYearEndCalls } from './valid-year-end-calls.ts';

export type ApiOperationName = Exclude<OperationName, 'getHealth' | 'getOpenApi' | 'getDocs'>;

/** For every operation on the ledger, a way to make a call that is valid: what it needs is made first. */
export function validCalls(api: Api, id: string) {
  const calls = partnershipCalls(api, id);
  let count = 0;
  let years = 0;
  let terms = 0;
  const next = (): number => (count += 1);
  const post = (path: string, name: ChangingName, more: object = {}): Call => ({
    method: 'POST',
    path: calls.base + path,
    body: { ...completeBodies[name], ...more },
  });
  const put = (path: string, name: ChangingName, more: object = {}): Call => ({
    ...post(path, name, more),
    method: 'PUT',
  });
  const get = (path: string) => async (): Promise<Call> => ({ path: calls.base + path });
  const grant = async (): Promise<string> => {
    const { status, body } = await calls.agree({ ...completeBodies.agreeGrant });
    return status === 201 ? body.id : anyId;
  };
  const ofGrant = async (what = ''): Promise<string> => `/grants/${await grant()}${what}`;
  const newFund = async (): Promise<string> => {
    const fundId = `slug-joined-${next()}`;
    await calls.openFund(fundId);
    return fundId;
  };
  const openingBalance = (fundId: string): Call => post(`/funds/${fundId}/opening-balance`, 'recordOpeningBalance');
  const joinedFund = async (): Promise<string> => {
    const fundId = await newFund();
    const { path, body } = openingBalance(fundId);
    await calls.post(path.replace(calls.base, ''), body);
    return fundId;
  };

  return {
    createPartnership: async () => ({
      method: 'POST',
      path: '/v1/partnerships',
      body: { ...completeBodies.createPartnership, id: `slug-partnership-${next()}` },
    }),
    listPartnerships: async () => ({ path: '/v1/partnerships' }),
    getPartnership: get(''),
    // From later dates than those of decisions, which rely on the terms of their own.
    putTermsOfReference: async () => {
      terms += 1;
      return put(`/terms-of-reference/${addDays('2018-04-01', terms)}`, 'putTermsOfReference');
    },
    getTermsOfReference: get('/terms-of-reference/1998-07-31'),
    listTermsOfReference: get('/terms-of-reference'),
    putPriorities: async () => {
      years += 1;
      // Later ones than those that are closed, of which nothing is noted any more.
      const year = 2019 + years;
      const path = `/years/${year}-${String(year - 1999).padStart(2, '0')}/priorities`;
      return put(path, 'putPriorities', { adoptedAtMeetingId: await orAny(meetingOf(api, id)) });
    },
    getPriorities: get('/years/2017-18/priorities'),
    putFunder: async () => put(`/funders/slug-funder-${next()}`, 'putFunder'),
    getFunder: get('/funders/slug-funder-of-all'),
    listFunders: get('/funders'),
    openFund: async () => post('/funds', 'openFund', { id: `slug-fund-${next()}` }),
    listFunds: get('/funds'),
    getFund: get('/funds/slug-funded'),
    recordOpeningBalance: async () => openingBalance(await newFund()),
    recordOpeningReceipt: async () => {
      const fundId = await joinedFund();
      return post(`/funds/${fundId}/opening-balance/receipts`, 'recordOpeningReceipt', {
        bankReference: `Reference 11/${next()}`,
      });
    },
    recordOpeningRepayment: async () =>
      post(`/funds/${await joinedFund()}/opening-balance/repayments`, 'recordOpeningRepayment'),
    agreeGrant: async () => post('/grants', 'agreeGrant'),
    listGrants: get('/grants'),
    getGrant: async () => ({ path: calls.base + (await ofGrant()) }),
    recordReceipt: async () =>
      post(await ofGrant('/receipts'), 'recordReceipt', { bankReference: `Reference 3/${next()}` }),
    listReceipts: async () => ({ path: calls.base + (await ofGrant('/receipts')) }),
    notifyTopSlice: async () => post(await ofGrant('/top-slices'), 'notifyTopSlice'),
    listTopSlices: async () => ({ path: calls.base + (await ofGrant('/top-slices')) }),
    varyGrant: async () => post(await ofGrant('/variations'), 'varyGrant'),
    listVariations: async () => ({ path: calls.base + (await ofGrant('/variations')) }),
    meetCondition: async () => post(await ofGrant('/conditions/1/fulfilment'), 'meetCondition'),
    recordExpenditure: async () => post('/expenditure', 'recordExpenditure', { grantId: await grant() }),
    listExpenditure: get('/expenditure'),
    noteSharedFund: async () => post('/shared-funds', 'noteSharedFund'),
    listSharedFunds: get('/shared-funds'),
    ...validAwardCalls(api, id),
    ...validYearEndCalls(api, id),
    ...validPublicationCalls(api, id),
    listEntries: get('/journal'),
    getEntry: get('/journal/1'),
    reverseEntry: async () => {
      const { body } = await calls.agree({ ...completeBodies.agreeGrant });
      return post(`/journal/${body?.sequence ?? 1}/reversal`, 'reverseEntry');
    },
    getStatement: get('/years/2017-18/statement'),
    listStatements: get('/years/2017-18/statements'),
    listAuditEvents: get('/audit/events'),
    verifyJournal: get('/audit/verification'),
    getJob: async () => ({ path: `${calls.base}/jobs/${await aJob(api, id)}` }),
    getAuditPack: get('/years/2017-18/audit-pack'),
  } satisfies Record<ApiOperationName, () => Promise<Call>>;
}

/** A job that nobody works on, where there is a partnership whose it can be. */
async function aJob(api: Api, partnershipId: string): Promise<string> {
  const { status } = await partnershipCalls(api, partnershipId).get('');
  if (status !== 200) return '0'.repeat(32);
  const at = new Date().toISOString();
  const id = randomUUID().replaceAll('-', '');
  const progress = { done: 0, total: 1 };
  const job = { id, kind: 'verification', partnershipId, knownAt: 1, status: 'failed', progress } as const;
  await putJob(api.deps.database, { ...job, startedAt: at, updatedAt: at }, undefined);
  return id;
}

const meetingOf = (api: Api, id: string): Promise<string> => awardCalls(partnershipCalls(api, id), id).schedule();

/** Makes what the valid calls rest on: the partnership, funds with plenty in them, a funder, priorities, terms. */
export async function setUp(api: Api, id: string): Promise<void> {
  const calls = partnershipCalls(api, id);
  const coordinator = { groups: [`${id}:coordinator`] };
  const made = [
    await calls.create(),
    await calls.openFund('slug-funded'),
    await calls.agree({ ...completeBodies.agreeGrant }),
    await calls.as({
      method: 'PUT',
      path: '/years/2017-18/priorities',
      body: { ...completeBodies.putPriorities, adoptedAtMeetingId: await meetingOf(api, id) },
      ...coordinator,
    }),
  ];
  const failed = made.find(({ status }) => status !== 201);
  if (failed !== undefined) throw new Error(`not set up: ${failed.text}`);
  await setUpAwards(api, id);
  await setUpYearEnd(api, id);
}
