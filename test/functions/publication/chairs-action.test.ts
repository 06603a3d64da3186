import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../../api.ts';
import { did } from '../../award-calls.ts';
import { checkedApiOver } from '../checked-api.ts';
import { type GroupLedger, groupLedger } from '../group-ledger.ts';
import { markdownReport, saidInMarkdown } from './report-text.ts';

describe('chair’s action in a member update', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  /** Chair's action in September, and what became of it on 8 December. */
  async function acted(...outcomes: readonly ('ratified' | 'refused' | 'awaited')[]): Promise<GroupLedger> {
    const ledger = await groupLedger(api);
    const { group } = ledger;
    const awards: { readonly outcome: string; readonly awardId: string }[] = [];
    for (const outcome of outcomes) {
      const awardId = await group.propose({ title: `To be ${outcome}` });
      await did(group.act(awardId, { amountApproved: '80.00' }));
      awards.push({ outcome, awardId });
    }
    const meetingId = await group.openMeeting({ heldOn: '2017-12-08' });
    for (const { outcome, awardId } of awards) {
      if (outcome !== 'awaited') await did(group.ratify(meetingId, awardId, { outcome }));
    }
    return ledger;
  }

  const said = async (ledger: GroupLedger, to: string): Promise<string> =>
    saidInMarkdown((await markdownReport(ledger, '2017-04-01', to)).text);

  it.each([
    ['which the group has ratified.', ['ratified', 'ratified']],
    ['which the group has refused to ratify.', ['refused']],
    ['which the group is asked to ratify.', ['awaited']],
    [
      'which the group has ratified in two cases, has refused to ratify in one case and is asked to ratify in one case.',
      ['ratified', 'refused', 'awaited', 'ratified'],
    ],
  ] as const)('says: %s', async (clause, outcomes) => {
    const ledger = await acted(...outcomes);

    expect(await said(ledger, '2018-03-31')).toContain(`(chair’s action), ${clause}`);
  });

  it('still asks for what was ratified after the period', async () => {
    const ledger = await acted('ratified');

    const [before, after] = [await said(ledger, '2017-12-07'), await said(ledger, '2017-12-08')];

    expect(before).toContain('which the group is asked to ratify.');
    expect(before).toContain('25 September 2017 Awaited, due by 23 January 2018');
    expect(after).toContain('which the group has ratified.');
    expect(after).toContain('25 September 2017 Ratified on 8 December 2017');
  });
});
