import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../../api.ts';
import { did } from '../../award-calls.ts';
import { partnershipCalls } from '../../partnership.ts';
import { checkedApiOver } from '../checked-api.ts';
import { groupLedger } from '../group-ledger.ts';
import { example, loadMaldon } from '../loaded-example.ts';
import { htmlReport, markdownReport, saidInHtml, saidInMarkdown } from './report-text.ts';

const old = 'the Office of the Police and Crime Commissioner for Essex';
const now = 'the Police, Fire and Crime Commissioner for Essex';

describe('the member update of the worked example', () => {
  let tables: TestTables;
  let api: Api;
  let forms: readonly { form: string; text: string }[];
  const calls = () => partnershipCalls(api);
  const year = ['2017-04-01', '2018-03-31'] as const;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    await loadMaldon(api);
    const [html, markdown] = [await htmlReport(calls(), ...year), await markdownReport(calls(), ...year)];
    forms = [
      { form: 'HTML', text: saidInHtml(html.text) },
      { form: 'Markdown', text: saidInMarkdown(markdown.text) },
    ];
  });
  afterAll(() => tables.stop());

  it('says the same in both forms', () => {
    expect(forms[0]?.text).toBe(forms[1]?.text);
  });

  /** Paragraphs 3.2.2, 3.2.3 and 3.4.9 of the report from which the example is made. */
  it.each([
    `The Office of the Police and Crime Commissioner for Essex confirmed core funding for 2017/18 of £12,527.00, with the sum of £1,708.00 being top-sliced for “Centralised domestic homicide review process”: £14,235.00 in total`,
    'pilot funding for 2016/17 of £7,000.00 (“Tru-Cam pilot”, reference CDSF',
    '£7,000.00 was unspent at 1 April 2017 and £7,000.00 at 31 March 2018',
    `A £200,000.00 fund for 2016/17 and 2017/18 (“Gangs and organised crime”) has been made available by ${old} to six areas, of which Chelmsford is one.`,
    'How it is divided between areas and years is not stated.',
    `With effect from 1 October 2017 ${old} became ${now}`,
    'at the Responsible Authorities Group meeting held on 6 October 2017 funding was agreed from partnership funds (Partnership fund) to support the following six initiatives, to a total of £6,500.00.',
    '£5,000.00 was spent from the Partnership fund on partnership posts (note 5).',
    `The “Core funding 2017/18” grant from ${now} is used to support these revenue costs.`,
    '£6,500.00 was agreed in the period, £6,500.00 was paid to recipients (note 4) and £0.00 remained committed',
    'At 31 March 2018 the partnership held £8,027.00, of which £0.00 was committed to awards and £8,027.00 remained uncommitted.',
    'The partnership adopted its priorities for 2017/18 on 17 March 2017.',
    'The accounts for 2017/18 are open: their figures are provisional.',
  ])('says: %s', (fact) => {
    expect(forms.filter(({ text }) => !text.includes(fact))).toEqual([]);
  });

  it('has each initiative with its minute and amount, marked as illustrative', () => {
    const [text = ''] = forms.map((one) => one.text);
    for (const { title, recipient, minuteReference, amountApproved } of example.awards.items) {
      const amount = `£${Number(amountApproved).toLocaleString('en-GB', { minimumFractionDigits: 2 })}`;
      const name = recipient.kind === 'other' ? 'Recipient not named' : recipient.name;
      expect(text).toContain(`${title} (note 4) ${name} Partnership fund ${minuteReference} ${amount} ${amount} £0.00`);
    }
    expect(text).toContain('Note 4. Illustrative: the report names the initiative and the meeting; it gives no amount');
  });

  it('has the awards by priority, also priorities that none serves', () => {
    const [text = ''] = forms.map((one) => one.text);

    expect(text).toContain('Reducing crime, fear of crime and anti-social behaviour 4 £4,650.00 £4,650.00 £0.00');
    expect(text).toContain('Promoting road safety and tackling irresponsible driving 0 £0.00 £0.00 £0.00');
    expect(text).toContain('Protecting and supporting vulnerable people and victims of crime 3 £3,850.00');
  });

  it('says in the middle of a year what was paid, and what was committed then', async () => {
    const { text } = await markdownReport(calls(), '2017-10-01', '2017-12-31');

    expect(text).toContain(`£2,250.00 was paid to recipients (note 4) and £4,250.00 remained committed and unpaid`);
    expect(text).toContain('At 31 December 2017 the partnership held £17,277.00, of which £4,250.00 was committed');
    expect(text).toContain('In all, £6,263.50 was received from funders');
    expect(text).toContain('There was no direct expenditure in the period.');
  });

  it('is a page that loads and runs nothing', async () => {
    const { headers, text } = await htmlReport(calls(), ...year);

    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; style-src 'sha256-[^']+'; /),
      vary: 'Accept',
      etag: expect.any(String),
    });
    expect(text).not.toMatch(/<(?:script|img|link|iframe|object|form)|https?:|\son\w+=|javascript:/i);
  });

  it('is HTML where nothing is asked for, and nothing else than these', async () => {
    const path = '/reports/member-update?from=2017-04-01&to=2018-03-31';
    const [usual, other] = [
      await calls().as({ path }),
      await calls().as({ path, headers: { accept: 'application/pdf' } }),
    ];

    expect(usual.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(other.status).toBe(406);
  });

  it.each([
    ['ends before it begins', '2018-03-31', '2018-03-30', '/query/to'],
    ['is longer than five years', '2013-04-01', '2018-04-01', '/query/to'],
    ['begins on no real day', '2017-02-29', '2018-03-31', '/query/from'],
    ['is dated before the Act', '1998-07-30', '1999-03-31', '/query/from'],
  ])('is refused where the period %s', async (_, from, to, pointer) => {
    const { status, body } = await markdownReport(calls(), from, to);

    expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  });

  it('takes one day, and five years', async () => {
    const replies = [
      await markdownReport(calls(), '2017-10-06', '2017-10-06'),
      await markdownReport(calls(), '2013-04-01', '2018-03-31'),
    ];

    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  });
});

describe('the member update', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  const year = ['2017-04-01', '2018-03-31'] as const;

  it('says what was agreed between meetings, confirmed later, changed, refunded and released', async () => {
    const ledger = await groupLedger(api);
    const { group } = ledger;
    const acted = await group.propose({ title: 'Urgent hall' });
    await did(group.act(acted, { amountApproved: '80.00' }));
    const meetingId = await group.openMeeting();
    const open = await group.proposeTo(meetingId, { title: 'Open amount', amountRequested: undefined });
    await did(group.decide(open, meetingId, { amountApproved: undefined }));
    const closed = await group.proposeTo(meetingId, { title: 'Closed early' });
    await did(group.decide(closed, meetingId));
    await did(group.pay(closed));
    await did(group.refund(closed));
    await did(group.closeAward(closed));
    const before = saidInMarkdown((await markdownReport(ledger, ...year)).text);
    const later = await group.openMeeting({ heldOn: '2017-12-08' });
    await did(group.decide(open, later, { amountApproved: '75.00', minuteReference: '3' }));
    await did(group.ratify(later, acted));

    const after = saidInMarkdown((await markdownReport(ledger, ...year)).text);

    expect(before).toContain('to a total of £400.00, with one amount still to be confirmed at that time');
    expect(before).toContain('25 September 2017 Awaited, due by 23 January 2018 £80.00');
    expect(before).toContain('was to be ratified by 2018-01-23, and no meeting has done so.');
    expect(after).toContain('25 September 2017 Ratified on 8 December 2017, minute 4 £80.00');
    expect(after).toContain('Open amount 8 December 2017 3 To be confirmed £75.00');
    expect(after).toContain(
      'In all, £555.00 was agreed in the period, £100.00 was paid to recipients, £30.00 was refunded by recipients, £300.00 was released because it will not be drawn and £155.00 remained committed',
    );
    expect(after).toContain('There are no exceptions to report.');
  });

  it('says what became in a later period of awards agreed before', async () => {
    const ledger = await groupLedger(api);
    const meetingId = await ledger.group.openMeeting();
    const awardId = await ledger.group.proposeTo(meetingId);
    await did(ledger.group.decide(awardId, meetingId));
    await did(ledger.group.pay(awardId, { paidOn: '2018-05-01' }));

    const earlier = saidInMarkdown((await markdownReport(ledger, ...year)).text);
    const text = saidInMarkdown((await markdownReport(ledger, '2018-04-01', '2019-03-31')).text);

    expect(earlier).toContain(
      '£0.00 was paid to recipients and £400.00 remained committed and unpaid at 31 March 2018',
    );
    expect(text).toContain('No new funding was agreed in the period.');
    expect(text).toContain('One award agreed before 1 April 2018 was still being paid, changed or committed.');
    expect(text).toContain('6 October 2017 £400.00 £100.00 £300.00');
  });

  it('speaks of cash in advance, and of grants that were withdrawn', async () => {
    const ledger = await groupLedger(api);
    const next = await did(ledger.agree({ financialYear: '2018-19', agreedOn: '2018-03-01', reference: 'NEXT' }));
    await did(ledger.receive(next.id, { amount: '5000.00', receivedOn: '2018-03-15' }));
    const wrong = await did(ledger.agree({ financialYear: '2016-17', agreedOn: '2016-05-01', reference: 'WRONG' }));
    const reversal = { reason: 'A mistake.', effectiveOn: '2017-06-01' };
    await did(ledger.post(`/journal/${wrong.sequence}/reversal`, reversal));

    const { text } = await markdownReport(ledger, ...year);

    expect(text).toContain('£5,000.00 had been received in advance by 31 March 2018');
    expect(text).toMatch(/reference WRONG\) was withdrawn on 1 June 2017\./);
    expect(text).toContain('In all, £5,000.00 was received from funders');
  });
});
