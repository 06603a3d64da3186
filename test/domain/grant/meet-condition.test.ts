import { describe, expect, it } from 'vitest';
import { meetCondition } from '../../../domain/grant/change-grant.ts';
import { metOn, wasMetOn } from '../../../domain/grant/grant.ts';
import { agree, fulfilmentBody, ledgerWith, reverse } from '../../builders.ts';
import { unknownId } from '../test-ledger.ts';

const setUp = () => {
  const ledger = ledgerWith();
  const grantId = agree(ledger, { conditions: ['A plan by September.', 'A report by March.'] });
  const condition = (number: number) => ledger.get('grant', grantId).conditions[number - 1] ?? expect.unreachable();
  return { ledger, grantId, condition };
};

describe('meeting a condition', () => {
  it('moves no money, and marks that condition alone', () => {
    const { ledger, grantId, condition } = setUp();

    const entry = ledger.run(meetCondition(grantId, 1, fulfilmentBody()));

    expect(entry).toMatchObject({ type: 'condition-met', effectiveOn: '2017-09-29', postings: [] });
    expect([metOn(condition(1)), metOn(condition(2))]).toEqual(['2017-09-29', undefined]);
  });

  it('counts from its day', () => {
    const { ledger, grantId, condition } = setUp();

    ledger.run(meetCondition(grantId, 1, fulfilmentBody()));

    expect(wasMetOn(condition(1), '2017-09-28')).toBe(false);
    expect(wasMetOn(condition(1), '2017-09-29')).toBe(true);
  });

  it('taken back counts until the day of the reversal', () => {
    const { ledger, grantId, condition } = setUp();
    const entry = ledger.run(meetCondition(grantId, 1, fulfilmentBody()));

    reverse(ledger, entry, '2017-11-01');

    expect(metOn(condition(1))).toBeUndefined();
    expect(wasMetOn(condition(1), '2017-10-31')).toBe(true);
    expect(wasMetOn(condition(1), '2017-11-01')).toBe(false);
  });

  it('can be recorded afresh after that', () => {
    const { ledger, grantId, condition } = setUp();
    reverse(ledger, ledger.run(meetCondition(grantId, 1, fulfilmentBody())), '2017-11-01');

    ledger.run(meetCondition(grantId, 1, fulfilmentBody({ metOn: '2017-12-01' })));

    expect(metOn(condition(1))).toBe('2017-12-01');
    expect(wasMetOn(condition(1), '2017-11-15')).toBe(false);
  });

  it('happens once', () => {
    const { ledger, grantId } = setUp();
    ledger.run(meetCondition(grantId, 2, fulfilmentBody()));

    const refusal = ledger.refusal(meetCondition(grantId, 2, fulfilmentBody()));

    expect(refusal).toEqual({ code: 'already-exists', subject: 'fulfilment of condition', id: '2' });
  });

  it.each([0, 3])('finds no condition %d of two', (number) => {
    const { ledger, grantId } = setUp();

    expect(ledger.refusal(meetCondition(grantId, number, fulfilmentBody()))).toMatchObject({
      code: 'not-found',
      subject: 'condition',
    });
  });

  it('finds no condition of a grant that is not there', () => {
    const { ledger } = setUp();

    expect(ledger.refusal(meetCondition(unknownId, 1, fulfilmentBody()))).toMatchObject({ subject: 'grant' });
  });
});
