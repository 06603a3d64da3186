import { describe, expect, it } from 'vitest';
import { answerOf, bodyOf, document, operation, resolved } from './document.ts';

const headersOf = (id: string, status: number) => Object.keys(operation(id).responses[status]?.headers ?? {});
const parameter = (id: string, name: string) => operation(id).parameters.find((one) => one.name === name);
const codes = (id: string, status: number): unknown =>
  resolved(operation(id).responses[status]?.content['application/problem+json']?.schema).properties?.['code'];

describe('what the document promises', () => {
  it('lets the finance officer alone record a receipt', () => {
    expect(operation('recordReceipt')).toMatchObject({
      method: 'POST',
      path: '/v1/partnerships/{partnershipId}/grants/{grantId}/receipts',
      description: 'Who: finance-officer of the partnership.',
    });
  });

  it('takes a receipt of an amount, its date and the bank’s reference, and no member that is not known', () => {
    const body = bodyOf('recordReceipt');

    expect(body.required).toEqual(['amount', 'receivedOn', 'bankReference']);
    expect(Object.keys(body.properties ?? {})).toEqual(['amount', 'receivedOn', 'bankReference', 'bankTotal', 'note']);
    expect(body.additionalProperties).toBe(false);
  });

  it('refuses a receipt of more than is outstanding, and a reference used before, with 409', () => {
    expect(codes('recordReceipt', 409)).toEqual({
      enum: expect.arrayContaining(['receipt-exceeds-outstanding', 'duplicate-bank-reference']),
    });
  });

  it('answers a grant with what was kept, received and is outstanding', () => {
    expect(answerOf('agreeGrant', 201).required).toEqual(
      expect.arrayContaining([
        'id',
        'topSlicedAmount',
        'netAmount',
        'receivedAmount',
        'outstandingAmount',
        'instalments',
      ]),
    );
  });

  it('takes four kinds of grant', () => {
    expect(bodyOf('agreeGrant').properties?.['kind']).toMatchObject({
      enum: ['core-allocation', 'pilot', 'project', 'contribution'],
    });
  });

  it('takes instalments as they are, or how to work them out', () => {
    const { anyOf } = resolved(bodyOf('agreeGrant').properties?.['instalments']);

    expect(anyOf).toMatchObject([
      { type: 'array', maxItems: 120, items: { required: ['dueOn', 'amount'] } },
      { type: 'object', required: ['count', 'firstDueOn', 'everyMonths'] },
    ]);
  });

  it('wants an Idempotency-Key of 1 to 255 visible characters with every POST', () => {
    expect(parameter('openFund', 'Idempotency-Key')).toMatchObject({
      in: 'header',
      required: true,
      schema: { minLength: 1, maxLength: 255 },
    });
    expect(codes('openFund', 428)).toEqual({ enum: ['idempotency-key-required'] });
    expect(codes('openFund', 422)).toEqual({ enum: ['idempotency-key-reused'] });
    expect(headersOf('openFund', 201)).toEqual(['Idempotent-Replayed', 'Dry-Run']);
  });

  it('offers a dry run of every POST: true, false, or left out', () => {
    expect(parameter('openFund', 'dryRun')).toMatchObject({ required: false, schema: { enum: ['true', 'false'] } });
  });

  it('makes with 201 and replaces with 200 what is PUT, with an ETag and under If-Match', () => {
    expect(headersOf('putFunder', 200)).toEqual(['ETag']);
    expect(headersOf('putFunder', 201)).toEqual(['ETag']);
    expect(parameter('putFunder', 'If-Match')).toMatchObject({ in: 'header', required: false });
    expect(codes('putFunder', 412)).toEqual({ enum: ['revision-mismatch'] });
    expect(codes('putFunder', 428)).toEqual({ enum: ['revision-required'] });
  });

  it('gives one thing an ETag, and a list none', () => {
    expect(headersOf('getGrant', 200)).toEqual(['ETag']);
    expect(headersOf('listGrants', 200)).toEqual([]);
  });

  it('gives lists in pages', () => {
    expect(answerOf('listFunds', 200).required).toEqual(['items', 'nextCursor']);
    expect(answerOf('listFunds', 200).properties?.['nextCursor']).toEqual({ type: ['string', 'null'] });
    expect(parameter('listFunds', 'limit')).toMatchObject({ required: false, schema: { default: '50' } });
  });

  it('filters the journal by year, fund, type, and what is posted', () => {
    const filters = operation('listEntries').parameters.filter((one) => one.in === 'query');

    const ofPostings = ['account', 'category', 'grantId', 'awardId', 'postedIn', 'postedTo', 'asOf', 'knownAt'];
    expect(filters.map(({ name }) => name)).toEqual([
      'limit',
      'cursor',
      'financialYear',
      'fundId',
      'type',
      ...ofPostings,
    ]);
  });

  it('writes an entry of the journal with its hashes, and whole postings', () => {
    expect(answerOf('getEntry', 200).required).toEqual(
      expect.arrayContaining([
        'id',
        'sequence',
        'facts',
        'postings',
        'previousHash',
        'hash',
        'recordedBy',
        'recordedAt',
      ]),
    );
  });

  it('has a statement of funds, grants, totals, exceptions, and its place in the journal', () => {
    expect(answerOf('getStatement', 200).required).toEqual(
      expect.arrayContaining(['funds', 'grants', 'totals', 'exceptions', 'statementHash', 'knownAt', 'integrity']),
    );
    expect(parameter('getStatement', 'asOf')).toMatchObject({ in: 'query', required: false });
  });

  it('answers what takes long with 202, and where its job is', () => {
    expect(headersOf('verifyJournal', 202)).toEqual(['Location', 'Retry-After']);
    expect(answerOf('verifyJournal', 202)).toEqual(answerOf('getJob', 200));
    expect(answerOf('getJob', 200).required).toEqual(['id', 'kind', 'status', 'progress', 'startedAt', 'updatedAt']);
    expect(Object.keys(answerOf('getJob', 200).properties ?? {})).toContain('link');
    expect(operation('getStatement').responses[202]).toBeUndefined();
  });

  it('answers what is large with 303 and a link, but for lists, which come in pages', () => {
    expect(headersOf('getStatement', 303)).toEqual(['Location']);
    expect(operation('getStatement').responses[303]?.content).toEqual({});
    expect(operation('listEntries').responses[303]).toBeUndefined();
    expect(operation('openFund').responses[303]).toBeUndefined();
  });

  it('lets the chair alone decide an award, and says what else a decision can meet', () => {
    expect(operation('decideAward').description).toBe('Who: chair of the partnership.');
    expect(bodyOf('decideAward').required).toEqual(['meetingId', 'outcome', 'minuteReference']);
    expect(codes('decideAward', 409)).toEqual({
      enum: expect.arrayContaining([
        'meeting-not-open',
        'meeting-not-quorate',
        'not-presiding',
        'separation-of-duties',
        'interest-declared',
        'insufficient-funds',
      ]),
    });
  });

  it('keeps a meeting’s attendance under If-Match, and gives the meeting the ETag for it', () => {
    expect(parameter('putAttendance', 'If-Match')).toMatchObject({ in: 'header', required: false });
    expect(headersOf('getMeeting', 200)).toEqual(['ETag']);
    expect(codes('putAttendance', 412)).toEqual({ enum: ['revision-mismatch'] });
  });

  it('opens and closes a meeting with nothing more to say than a note', () => {
    for (const id of ['openMeeting', 'closeMeeting']) {
      expect(bodyOf(id).required ?? []).toEqual([]);
      expect(Object.keys(bodyOf(id).properties ?? {})).toEqual(['note']);
    }
  });

  it('filters awards by status, meeting, fund and priority', () => {
    const filters = operation('listAwards').parameters.filter((one) => one.in === 'query');

    expect(filters.map(({ name }) => name)).toEqual(['limit', 'cursor', 'status', 'meetingId', 'fundId', 'priority']);
    expect(parameter('listAwards', 'status')).toMatchObject({
      schema: { enum: ['draft', 'submitted', 'deferred', 'approved', 'rejected', 'withdrawn', 'closed'] },
    });
  });

  it('answers an award with what was asked, approved, paid, refunded and is committed, and with its history', () => {
    const { properties = {}, required } = answerOf('getAward', 200);

    expect(Object.keys(properties)).toContain('amountRequested');
    expect(required).toEqual(
      expect.arrayContaining([
        'amountApproved',
        'paidAmount',
        'refundedAmount',
        'committedAmount',
        'decisions',
        'history',
      ]),
    );
  });

  it('answers a payment with its effect on the award and on the fund', () => {
    expect(answerOf('payAward', 201).required).toEqual(expect.arrayContaining(['amount', 'award', 'fund', 'entryId']));
    expect(codes('payAward', 409)).toEqual({
      enum: expect.arrayContaining(['payment-exceeds-commitment', 'separation-of-duties', 'amount-not-confirmed']),
    });
  });

  it('asks for a token everywhere but of the service itself', () => {
    expect(document.security).toEqual([{ accessToken: [] }]);
    expect(document.components.securitySchemes).toMatchObject({ accessToken: { type: 'http', scheme: 'bearer' } });
    expect(['getHealth', 'getOpenApi', 'getDocs'].map((id) => operation(id).security)).toEqual([[], [], []]);
    expect(operation('listPartnerships').security).toBeUndefined();
  });

  it('has a 503 that says when to try again', () => {
    expect(headersOf('recordReceipt', 503)).toEqual(['Retry-After']);
  });

  it('lists what can be wrong with a request that changes something', () => {
    expect(Object.keys(operation('recordReceipt').responses).map(Number)).toEqual([
      201, 400, 401, 403, 404, 406, 409, 413, 415, 422, 428, 503,
    ]);
    expect(Object.keys(operation('getHealth').responses).map(Number)).toEqual([200, 400, 406]);
  });
});
