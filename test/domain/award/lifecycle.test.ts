import { describe, expect, it } from 'vitest';
import { type CommandName, commands, type State, situation } from './situations.ts';

/** For each command, in the order of the columns: y is allowed, anything else the code of the refusal. */
const columns = [
  ['submission', 'withdrawal', 'approval', 'rejection', 'deferral', 'chair’s action', 'ratification'],
  ['variation', 'interest', 'payment', 'refund', 'closure', 'reversal'],
].flat() as CommandName[];

const codes: Readonly<Record<string, string>> = {
  y: 'allowed',
  '-': 'invalid-transition',
  shut: 'meeting-not-open',
  amount: 'amount-not-confirmed',
  unpaid: 'refund-exceeds-paid',
  final: 'not-reversible',
};

/** Written by hand from the rules, not from the table that holds them. */
const rules: Readonly<Record<State, string>> = {
  // sub wdr app rej def act rat | var int pay ref clo rev
  'a draft': /*                              */ 'y y - - - y - | - y - - - final',
  submitted: /*                              */ '- y y y y - - | - y - - - final',
  'left by its meeting': /*                  */ 'y y shut shut shut y - | - y - - - final',
  'on the agenda of a meeting to come': /*   */ 'y y shut shut shut y - | - y - - - final',
  deferred: /*                               */ 'y y - - - y - | - y - - - final',
  'deferred to a meeting to come': /*        */ 'y y shut shut shut y - | - y - - - final',
  'deferred to a meeting that sits': /*      */ '- y y y y - - | - y - - - final',
  approved: /*                               */ '- - - - - - - | y - y y y y',
  'approved, its amount to be confirmed': /* */ '- - y - - - - | amount y amount unpaid y final',
  'approved, a variation waiting': /*        */ '- y y y y - - | - y y y - y',
  'approved by chair’s action': /*           */ '- - - - - - y | - y y y y y',
  rejected: /*                               */ '- - - - - - - | - - - - - final',
  withdrawn: /*                              */ '- - - - - - - | - - - - - final',
  closed: /*                                 */ '- - - - - - - | - - - y - y',
  'closed before ratification': /*           */ '- - - - - - y | - y - y - y',
  'closed by refused ratification': /*       */ '- - - - - - - | - - - y - y',
};

const transitions = Object.entries(rules).flatMap(([state, row]) =>
  row
    .split(/[ |]+/)
    .map((mark, place) => ({ state: state as State, command: columns[place] as CommandName, outcome: codes[mark] })),
);

describe('what may be done to an award', () => {
  it('is written down for every state and command', () => {
    expect(transitions).toHaveLength(16 * 13);
    expect(new Set(transitions.map(({ command }) => command))).toEqual(new Set(Object.keys(commands)));
  });

  it.each(transitions)('$state: $command is $outcome', ({ state, command, outcome }) => {
    const place = situation(state);
    const [decide, by] = commands[command](place);
    const before = place.ledger.entries.length;

    const happened = outcome === 'allowed' ? place.ledger.run(decide, by).type : place.ledger.refusal(decide, by).code;

    expect([happened, place.ledger.entries.length - before]).toEqual(
      outcome === 'allowed' ? [expect.any(String), 1] : [outcome, 0],
    );
  });
});
