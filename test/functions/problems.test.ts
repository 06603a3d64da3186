import { describe, expect, it } from 'vitest';
import { problems, refusalProblem } from '../../functions/http/problem.ts';
import { requestProblemCodes } from '../../functions/http/request-problem.ts';
import { type OperationName, operations } from '../../functions/operations.ts';

/** Codes that the contract fixes for what operations can do so far. */
const conflicts = [
  'receipt-exceeds-outstanding',
  'duplicate-bank-reference',
  'top-slice-exceeds-outstanding',
  'variation-below-received',
  'instalments-do-not-sum',
  'already-exists',
  'insufficient-funds',
  'nature-mismatch',
  'period-mismatch',
  'purpose-required',
  'date-out-of-order',
  'repayment-exceeds-owed',
  'not-first-entry',
  'already-reversed',
  'not-reversible',
  'meeting-not-quorate',
  'meeting-not-open',
  'not-presiding',
  'separation-of-duties',
  'interest-declared',
  'invalid-transition',
  'payment-exceeds-commitment',
  'refund-exceeds-paid',
  'amount-not-confirmed',
  'chairs-action-limit',
  'terms-relied-on',
];
const others = {
  'not-found': 404,
  'revision-required': 428,
  'revision-mismatch': 412,
  'too-many-funds': 409,
  'too-many-names': 409,
  'quorum-out-of-reach': 409,
  'too-many': 409,
  'approval-exceeds-request': 409,
  'approval-below-paid': 409,
};
const requests = {
  'invalid-request': 400,
  unauthenticated: 401,
  forbidden: 403,
  'no-such-address': 404,
  'method-not-allowed': 405,
  'not-acceptable': 406,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-key-reused': 422,
  'idempotency-key-required': 428,
  'internal-error': 500,
  unavailable: 503,
};

const statuses = (of: Readonly<Record<string, { readonly status: number }>>): Record<string, number> =>
  Object.fromEntries(Object.entries(of).map(([code, { status }]) => [code, status]));

describe('the problems', () => {
  it('of the domain have the statuses of the contract', () => {
    const expected = { ...Object.fromEntries(conflicts.map((code) => [code, 409])), ...others };

    expect(statuses(problems)).toEqual(expect.objectContaining(expected));
  });

  it('of requests have the statuses of the contract', () => {
    expect(statuses(requestProblemCodes)).toEqual(expect.objectContaining(requests));
  });

  it('of the domain are each declared by an operation, whose tests meet it', () => {
    const declared = new Set(Object.values(operations).flatMap((operation): string[] => [...operation.problems]));

    expect(Object.keys(problems).filter((code) => !declared.has(code))).toEqual([]);
  });

  it.each(['grant', 'award'] as const)('of a %s of another nature than its fund’s say which is which', (of) => {
    const facts = { of, nature: 'capital', fundNature: 'revenue' };

    const problem = refusalProblem({ code: 'nature-mismatch', ...facts }, 'nature-mismatch');

    expect(problem).toMatchObject({ ...facts, status: 409, code: 'nature-mismatch' });
    expect(problem.detail).toBe(`The ${of} is capital; the fund holds revenue money.`);
  });

  it('of more than there may be say of what, and how many there may be', () => {
    const facts = { what: 'related awards', most: 50 };

    const problem = refusalProblem({ code: 'too-many', ...facts }, 'too-many');

    expect(problem).toMatchObject({ ...facts, status: 409, detail: 'There are at most 50 related awards.' });
  });

  it('are not declared twice by an operation', () => {
    const twice = (Object.keys(operations) as OperationName[]).filter((name) => {
      const declared = operations[name].problems;
      return new Set(declared).size !== declared.length;
    });

    expect(twice).toEqual([]);
  });
});
