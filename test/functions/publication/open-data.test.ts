import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { publicationOperations } from '../../../functions/publication/operations.ts';
import { type Api, type Reply, startTables, type TestTables } from '../../api.ts';
import { did } from '../../award-calls.ts';
import { partnershipCalls } from '../../partnership.ts';
import { doAwardsAtRandom } from '../awards-at-random.ts';
import { checkedApiOver } from '../checked-api.ts';
import { type GroupLedger, groupLedger } from '../group-ledger.ts';
import { example, loadMaldon } from '../loaded-example.ts';
import { freshLedger, type Ledger, nowhere, type Refusals, testRefusals } from '../refusals.ts';
import { fillWithEverything } from '../varied-ledger.ts';
import { schemaErrors } from './three-sixty-schema.ts';

const refusals: Refusals<keyof typeof publicationOperations> = {
  getOpenData: { 'not-found': () => nowhere('GET', '/open-data/360giving.json') },
  getTransparencyList: { 'not-found': () => nowhere('GET', '/open-data/transparency.csv?financialYear=2017-18') },
  getMemberUpdate: { 'not-found': () => nowhere('GET', '/reports/member-update?from=2017-04-01&to=2018-03-31') },
};

const path = '/open-data/360giving.json';
type Transaction = { value: number; transactionDate: string; description: string };

const isCalledIllustrative = ({ description }: { description: string }): boolean =>
  description.includes('Illustrative:');

/** Sums in pence: what is read back from JSON is a float. */
const pence = (amount: number): number => Math.round(amount * 100);
const sumOf = (all: readonly Transaction[]): number => all.reduce((sum, { value }) => sum + pence(value), 0);

describe('publication', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  testRefusals(refusals, () => ({ api, tables }));
});

describe('open data', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  const published = (ledger: Pick<Ledger, 'get'>): Promise<Reply> => ledger.get(path);
  const grantOf = async (ledger: Ledger, awardId: string) => {
    const { body } = await published(ledger);
    return body.grants.find(({ id }: { id: string }) => id === `360G-${ledger.id}-${awardId}`);
  };
  const approved = async (ledger: GroupLedger, more: object = {}, decision: object = {}): Promise<string> => {
    const meetingId = await ledger.group.openMeeting();
    const awardId = await ledger.group.proposeTo(meetingId, more);
    await did(ledger.group.decide(awardId, meetingId, decision));
    return awardId;
  };

  it('has the six awards of the worked example, valid against the standard', async () => {
    await loadMaldon(api);

    const { body, headers } = await published(partnershipCalls(api));

    expect(schemaErrors(body)).toEqual([]);
    expect(body.grants.every(isCalledIllustrative)).toBe(true);
    expect(headers).toMatchObject({ 'content-type': 'application/json', vary: 'Accept' });
    expect(body).toMatchObject({ version: '1.4', publisher: { identifier: 'GB-LAE-MAL' } });
    expect(body.grants).toMatchObject(
      example.awards.items.map(({ title, recipient, amountApproved, paidOn }) => ({
        title,
        currency: 'GBP',
        amountAwarded: Number(amountApproved),
        amountDisbursed: Number(amountApproved),
        awardDate: '2017-10-06',
        recipientOrganization: [{ name: recipient.kind === 'other' ? 'Recipient not named' : recipient.name }],
        fundingOrganization: [{ id: 'GB-LAE-MAL', name: 'Maldon District Council' }],
        grantProgramme: [{ code: 'partnership-fund' }],
        disbursementTransaction: [{ transactionDate: paidOn, value: Number(amountApproved), description: 'Payment' }],
      })),
    );
  });

  it.each([2, 3, 5])('is valid and adds up for whatever happened (%i)', async (seed) => {
    const ledger = await freshLedger(api);
    await doAwardsAtRandom(ledger, 120, seed);
    const { body: listed } = await ledger.get('/awards?limit=100');

    const { body, text } = await published(ledger);

    expect(schemaErrors(body)).toEqual([]);
    expect(body.grants.length).toBeGreaterThan(2);
    for (const grant of body.grants) {
      const award = listed.items.find(({ id }: { id: string }) => grant.id.endsWith(id));
      expect(text).toContain(`"amountAwarded":${grant.amountAwarded.toFixed(2)},`);
      expect(sumOf(grant.commitmentTransaction)).toBe(pence(grant.amountAwarded));
      expect(sumOf(grant.disbursementTransaction)).toBe(pence(grant.amountDisbursed));
      expect(pence(grant.amountDisbursed)).toBe(pence(award.paidAmount) - pence(award.refundedAmount));
    }
  });

  it('is valid and adds up after something of every kind', async () => {
    const ledger = await freshLedger(api);
    await fillWithEverything(ledger);

    const { body } = await published(ledger);

    expect(schemaErrors(body)).toEqual([]);
    expect(body.grants.map((grant: { amountAwarded: number }) => grant.amountAwarded).toSorted()).toEqual(
      // Chair's action of 80.00 that was refused counts for the 10.00 that had been paid.
      [10, 450, 60, 75, 80, 80],
    );
  });

  it('writes the largest amount exactly, and every penny of it', async () => {
    const ledger = await groupLedger(api);
    await did(ledger.agree({ grossAmount: '999999999999.99', topSlices: [], reference: 'LARGE' }));
    const large = { amountRequested: '999999999999.99' };
    const awardId = await approved(ledger, large, { amountApproved: '999999999999.99' });
    await did(ledger.group.pay(awardId, { amount: '999999999999.98' }));
    await did(ledger.group.pay(awardId, { amount: '0.01' }));

    const { text, body } = await published(ledger);

    expect(text).toContain('"amountAppliedFor":999999999999.99,"amountAwarded":999999999999.99,');
    expect(text).toContain('"amountDisbursed":999999999999.99,');
    expect(text).toContain('"value":999999999999.98,');
    expect(text).toContain('"value":0.01,');
    expect(schemaErrors(body)).toEqual([]);
  });

  it('shows refunds as negative disbursements', async () => {
    const ledger = await groupLedger(api);
    const awardId = await approved(ledger);
    await did(ledger.group.pay(awardId));
    await did(ledger.group.refund(awardId));

    const grant = await grantOf(ledger, awardId);

    expect(grant).toMatchObject({
      amountAwarded: 400,
      amountDisbursed: 70,
      disbursementTransaction: [
        { transactionDate: '2017-11-17', value: 100, description: 'Payment' },
        { transactionDate: '2018-01-12', value: -30, description: 'Refund' },
      ],
    });
  });

  it('leaves out a payment that was reversed, also where another of the same day stands', async () => {
    const ledger = await groupLedger(api);
    const awardId = await approved(ledger);
    const bounced = await did(ledger.group.pay(awardId));
    const reversal = { reason: 'It bounced.', effectiveOn: '2017-12-01' };
    await did(ledger.post(`/journal/${bounced.sequence}/reversal`, reversal));
    const again = await did(ledger.group.pay(awardId, { paidOn: '2017-12-01' }));

    const grant = await grantOf(ledger, awardId);

    expect(grant.disbursementTransaction).toMatchObject([{ id: again.id, transactionDate: '2017-12-01', value: 100 }]);
  });

  it('leaves out what has no amount yet, and says of what changed when it did', async () => {
    const ledger = await groupLedger(api);
    const open = await approved(ledger, { amountRequested: undefined }, { amountApproved: undefined });
    const varied = await approved(ledger);
    const later = await ledger.group.openMeeting({ heldOn: '2017-12-08' });
    await did(ledger.group.vary(varied, later, { amountRequested: '500.00' }));
    await did(ledger.group.decide(varied, later, { amountApproved: '350.00' }));

    const grant = await grantOf(ledger, varied);

    expect(await grantOf(ledger, open)).toBeUndefined();
    expect(grant.commitmentTransaction).toMatchObject([
      { transactionDate: '2017-10-06', value: 400, description: 'Approved' },
      { transactionDate: '2017-12-08', value: -50, description: 'Approved amount changed' },
    ]);
  });

  it('says that chair’s action waits for ratification, and what was released', async () => {
    const ledger = await groupLedger(api);
    const acted = await ledger.group.propose();
    await did(ledger.group.act(acted));
    const closed = await approved(ledger);
    await did(ledger.group.pay(closed));
    await did(ledger.group.closeAward(closed));

    expect((await grantOf(ledger, acted)).description).toContain('waits for ratification');
    expect((await grantOf(ledger, closed)).description).toContain('£300.00 of the award was released');
  });

  it('names organisations by their registers, and else by the partnership’s own ids', async () => {
    const ledger = await groupLedger(api);
    const ids = async (recipient: object) =>
      (await grantOf(ledger, await approved(ledger, { recipient }))).recipientOrganization;

    expect(await ids({ name: 'A Charity', kind: 'vcse', organisationId: 'GB-CHC-1070468' })).toEqual([
      { id: 'GB-CHC-1070468', name: 'A Charity', charityNumber: '1070468' },
    ]);
    expect(await ids({ name: 'A Company', kind: 'other', organisationId: 'GB-COH-00123456' })).toMatchObject([
      { id: 'GB-COH-00123456', companyNumber: '00123456' },
    ]);
    expect(await ids({ name: 'Young Farmers’ Club', kind: 'vcse' })).toMatchObject([
      { id: `360G-${ledger.id}-org:young-farmers-club` },
    ]);
    expect(await ids({ name: 'Police', kind: 'responsible-authority', authorityId: 'essex-police' })).toMatchObject([
      { id: `360G-${ledger.id}-org:essex-police` },
    ]);
  });

  it('names nobody who may be a person, neither by name nor by an id', async () => {
    const ledger = await groupLedger(api);
    const recipient = { name: 'Jane Qzx', kind: 'other' };
    const awardIds = [await approved(ledger, { recipient }), await approved(ledger, { recipient })];

    const { body, text } = await published(ledger);

    expect(schemaErrors(body)).toEqual([]);
    expect(text.toLowerCase()).not.toContain('qzx');
    expect(body.grants.flatMap((grant: { recipientOrganization: object[] }) => grant.recipientOrganization)).toEqual(
      awardIds.map((id) => ({ id: `360G-${ledger.id}-org:recipient-of-${id}`, name: 'Recipient not named' })),
    );
  });

  it('is not there while nothing is approved, since a package has a grant at least', async () => {
    const { status, body } = await published(await freshLedger(api));

    expect([status, body.code, body.detail]).toEqual([404, 'not-found', 'There is no such published award.']);
  });

  it('has an ETag that changes with what is published', async () => {
    const ledger = await groupLedger(api);
    const awardId = await approved(ledger);
    const before = await published(ledger);
    await ledger.openFund('another');
    const same = await published(ledger);
    await did(ledger.group.pay(awardId));

    const after = await published(ledger);

    expect(same.headers['etag']).toBe(before.headers['etag']);
    expect(after.headers['etag']).not.toBe(before.headers['etag']);
  });
});
