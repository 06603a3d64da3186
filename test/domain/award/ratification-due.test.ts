import { describe, expect, it } from 'vitest';
import { Money } from '../../../domain/money.ts';
import { setTerms } from '../../../domain/partnership/set-up.ts';
import { act, chair, heldOn, openMeetingOf } from '../../award-builders.ts';
import { agree, ledgerWith } from '../../builders.ts';

/** Chair’s action of 1 September 2017, to be ratified within so many days where they are given. */
const setUp = (ratificationDays?: number) => {
  const ledger = ledgerWith();
  const days = ratificationDays === undefined ? {} : { ratificationDays };
  const terms = { quorum: 3, chair, chairsActionLimit: Money.parse('500'), ...days };
  ledger.run(setTerms('2016-04-01', terms, undefined));
  agree(ledger);
  const awardId = act(ledger);
  return { ledger, ratification: () => ledger.get('award', awardId).ratification };
};

describe('when chair’s action is to be ratified', () => {
  it.each([
    [1, '2017-09-02'],
    [30, '2017-10-01'],
    [366, '2018-09-02'],
  ])('is within %s days of it, by %s', (ratificationDays, dueOn) => {
    const { ratification } = setUp(ratificationDays);

    expect(ratification()).toMatchObject({ dueOn });
  });

  it('is, where the terms give no days, the next meeting that is opened', () => {
    const { ledger, ratification } = setUp();
    const atFirst = ratification();
    openMeetingOf(ledger, { heldOn: '2017-08-31' });
    const afterOneBefore = ratification();
    openMeetingOf(ledger);
    openMeetingOf(ledger, { heldOn: '2018-01-12' });

    expect(atFirst).not.toHaveProperty('dueOn');
    expect(afterOneBefore).not.toHaveProperty('dueOn');
    expect(ratification()).toMatchObject({ status: 'awaited', dueOn: heldOn });
  });

  it('is the earliest of the meetings after it, in whatever order they are opened', () => {
    const { ledger, ratification } = setUp();
    openMeetingOf(ledger, { heldOn: '2018-01-12' });

    openMeetingOf(ledger);

    expect(ratification()).toMatchObject({ due: 'next-meeting', dueOn: heldOn });
  });

  it('is a meeting that was held before the action was entered', () => {
    const { ledger } = setUp();
    openMeetingOf(ledger, { heldOn: '2018-01-12' });
    openMeetingOf(ledger, { heldOn: '2017-09-01' });

    const awardId = act(ledger, { amountApproved: '100' });

    expect(ledger.get('award', awardId).ratification).toMatchObject({ dueOn: '2018-01-12' });
  });

  it('is not moved by a meeting where the terms give days', () => {
    const { ledger, ratification } = setUp(120);
    openMeetingOf(ledger);

    expect(ratification()).toMatchObject({ dueOn: '2017-12-30' });
  });
});
