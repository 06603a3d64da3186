import { describe, expect, it } from 'vitest';
import { agreeGrant } from '../../../domain/grant/agree-grant.ts';
import { entryTypes } from '../../../domain/ledger/facts.ts';
import { Money } from '../../../domain/money.ts';
import { agree, grantBody, ledgerWith } from '../../builders.ts';
import { closeCarryingAll, reopen } from '../../year-end-builders.ts';
import { statementOf } from '../statement/statements.ts';
import { financeOfficer } from '../test-ledger.ts';
import { type BusyLedger, busyLedger, closedYear } from './busy-ledger.ts';
import { type Route, routes } from './routes.ts';

const refused = { code: 'year-closed', financialYear: closedYear };
const tried = (world: BusyLedger, { make, by = financeOfficer }: Route, amount = '10.00') =>
  world.ledger.refusal(make(world, world.closed, amount), by);

/** What never posts, or is no command of its own. */
const others = [
  'partnership-created',
  'terms-set',
  'priorities-set',
  'funder-named',
  'fund-opened',
  'meeting-scheduled',
  'attendance-recorded',
  'meeting-opened',
  'meeting-closed',
  'minutes-confirmed',
  'interest-declared',
  'award-proposed',
  'award-submitted',
  'award-withdrawn',
  'award-variation-proposed',
  'year-closed',
  'year-certified',
  'year-reopened',
];

describe('in a closed year', () => {
  /** Of use to all that is refused, since that changes nothing. */
  const standing = busyLedger();

  it('every way of posting is tried here', () => {
    const types = new Set<string>([...routes.map(({ type }) => type), ...others]);

    expect(entryTypes.filter((type) => !types.has(type))).toEqual([]);
  });

  it.each(routes)('$what is refused, whatever else would be wrong with it', (route) => {
    const before = statementOf(standing.ledger, closedYear).statementHash;

    expect(['10.00', '99999.00'].map((amount) => tried(standing, route, amount))).toEqual([refused, refused]);

    expect(statementOf(standing.ledger, closedYear).statementHash).toBe(before);
  });

  it.each(routes)('$what is accepted in the next year, and leaves the closed year’s statement as it is', (route) => {
    const world = busyLedger();
    const { ledger, open } = world;
    const before = statementOf(ledger, closedYear).statementHash;

    const entry = ledger.run(route.make(world, open, '10.00'), route.by ?? financeOfficer);

    expect([entry.type, entry.financialYear]).toEqual([route.type, '2018-19']);
    expect(statementOf(ledger, closedYear).statementHash).toBe(before);
  });

  it.each(routes)('$what is accepted after it was opened again', (route) => {
    const world = busyLedger();
    reopen(world.ledger, closedYear);

    const entry = world.ledger.run(route.make(world, world.closed, '10.00'), route.by ?? financeOfficer);

    expect([entry.type, entry.financialYear]).toEqual([route.type, closedYear]);
  });
});

describe('a year before a closed one, in which nothing was so far', () => {
  it('takes no entry: it would change the closed year’s opening balance', () => {
    const ledger = ledgerWith();
    agree(ledger);
    closeCarryingAll(ledger, closedYear);

    const refusal = ledger.refusal(agreeGrant(grantBody({ financialYear: '2015-16', agreedOn: '2015-05-01' })));

    expect(refusal).toEqual(refused);
    expect(statementOf(ledger, closedYear).totals.openingBalance).toEqual(Money.zero);
  });
});
