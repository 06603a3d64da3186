import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../../api.ts';
import { did, type Who } from '../../award-calls.ts';
import { checkedApiOver } from '../checked-api.ts';
import { groupLedger } from '../group-ledger.ts';
import type { Ledger } from '../refusals.ts';
import { htmlReport, markdownReport } from './report-text.ts';

/** What stands in every login and every name of a person here, and in nothing else. */
const sign = 'qzx';
const login = (part: string): string => `${sign}-${part}`;
const name = (part: string): string => `${part} <b>${sign.toUpperCase()}</b> | =${sign}`;
const officer = (part: string) => ({ subject: login(part), name: name(part) });

describe('what is published', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  /** A ledger in which everybody who did anything, or was there, can be told by their name. */
  async function peopled(): Promise<Ledger> {
    const ledger = await groupLedger(api);
    const { id, group } = ledger;
    const by = (part: string, role: string): Who => ({ subject: login(part), groups: [`${id}:${role}`] });
    const [coordinator, chair, vice, finance] = [
      by('coordinator', 'coordinator'),
      by('chair', 'chair'),
      by('vice', 'chair'),
      by('finance', 'finance-officer'),
    ];
    await group.setTerms({ chair: officer('chair'), viceChair: officer('vice') }, '2016-09-01');
    const guest = { authorityId: 'maldon-district-council', name: name('A guest') };
    const late = { authorityId: 'essex-county-council', name: name('Somebody late') };
    const there = {
      presiding: officer('chair'),
      present: [guest, { authorityId: 'essex-police', ...officer('vice') }],
    };
    const acted = await group.propose({}, coordinator);
    await did(group.act(acted, {}, chair));
    const meetingId = await group.openMeeting({}, there);
    const recipient = { name: name('A person'), kind: 'other' };
    const awardId = await group.proposeTo(meetingId, { recipient }, coordinator);
    await did(group.declare(meetingId, { awardId, attendee: guest }));
    await did(group.attend(meetingId, { ...there, present: [...there.present, late] }, '*'));
    await did(group.decide(awardId, meetingId, {}, chair));
    await did(group.ratify(meetingId, acted, {}, vice));
    await did(group.pay(awardId, {}, finance));
    await did(group.refund(awardId, {}, finance));
    await did(group.closeAward(awardId, {}, finance));
    await did(ledger.spend({ description: name('Travel of') }));
    return ledger;
  }

  it('names no person and no login, whatever they are called', async () => {
    const ledger = await peopled();
    const texts = await Promise.all([
      ledger.get('/open-data/360giving.json'),
      ledger.get('/open-data/transparency.csv?financialYear=2017-18'),
      htmlReport(ledger, '2017-04-01', '2018-03-31'),
      markdownReport(ledger, '2017-04-01', '2018-03-31'),
      markdownReport(ledger, '2017-09-01', '2017-12-31'),
    ]);
    const { text: journal } = await ledger.get('/journal?limit=100');

    expect(journal).toContain(login('finance'));
    expect(texts.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(texts[2]?.text).toContain('Recipient not named');
    expect(texts.filter(({ text }) => text.toLowerCase().includes(sign))).toEqual([]);
  });
});
