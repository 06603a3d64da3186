import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../../api.ts';
import { did } from '../../award-calls.ts';
import { checkedApiOver } from '../checked-api.ts';
import { groupLedger } from '../group-ledger.ts';
import { htmlReport, markdownReport, saidInHtml, saidInMarkdown } from './report-text.ts';
import { schemaErrors } from './three-sixty-schema.ts';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '</td></table><h1>Mine</h1>',
  'a | b | c |',
  'back\\slash \\| pipe \\',
  '`code` *bold* _under_ ~~gone~~ # head',
  '[link](https://x.example) ![image](x)',
  'https://x.example www.x.example a@x.example',
  '&lt;b&gt; &amp; &#60;',
  '<!-- comment',
  '$x^2$',
  "it's £5 “quoted” – 100% Ünïcode 漢字",
] as const;

describe('a report with hostile names', () => {
  let tables: TestTables;
  let api: Api;
  let page: string;
  let markdown: string;
  let openData: { grants: { title: string; recipientOrganization: { id: string; name: string }[] }[] };
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    const ledger = await groupLedger(api);
    const meetingId = await ledger.group.openMeeting({ title: hostile[0] });
    for (const name of hostile) {
      const recipient = { name, kind: 'vcse' };
      const awardId = await ledger.group.proposeTo(meetingId, { title: name, purpose: name, recipient });
      await did(
        ledger.group.decide(awardId, meetingId, { amountApproved: '10.00', minuteReference: name.slice(0, 100) }),
      );
    }
    await did(
      ledger.spend({ category: hostile[3], note: `Illustrative: ${hostile[1]}\n\n# Not a heading\n1. nor a list` }),
    );
    const period = ['2017-04-01', '2018-03-31'] as const;
    page = (await htmlReport(ledger, ...period)).text;
    markdown = (await markdownReport(ledger, ...period)).text;
    openData = (await ledger.get('/open-data/360giving.json')).body;
  });
  afterAll(() => tables.stop());

  it.each(hostile)('says %s as it is, in both forms', (name) => {
    expect(saidInHtml(page)).toContain(`${name} ${name} Partnership fund`);
    expect(saidInMarkdown(markdown)).toContain(`${name} ${name} Partnership fund`);
  });

  it('has no elements but its own', () => {
    const elements = new Set([...page.matchAll(/<\/?([a-z0-9!]+)/gi)].map(([, element]) => element));

    expect(elements).toEqual(
      new Set(
        '!doctype html head meta title style body main h1 p section h2 span table caption thead tr th tbody td tfoot'.split(
          ' ',
        ),
      ),
    );
  });

  it('has in Markdown no HTML, and as many cells in every line of a table', () => {
    const unescaped = markdown.replaceAll('&#8288;@', '').replace(/\\[!-/:-@[-`{-~]/g, '');
    const tables = unescaped.split(/\n\n/).map((block) => block.split('\n').filter((line) => line.startsWith('|')));

    expect(unescaped).not.toMatch(/[<>`_[\]&~$@]|:\/\/|www\./);
    expect(unescaped.replace(/^#{1,2} |^\*\*.*\*\*$/gm, '')).not.toMatch(/[#*]/);
    for (const lines of tables) expect(new Set(lines.map((line) => line.split('|').length)).size).toBeLessThan(2);
  });

  it('keeps what people wrote over several lines in one paragraph', () => {
    expect(markdown).not.toMatch(/^# Not a heading|^1\. nor a list/m);
    expect(saidInMarkdown(markdown)).toContain('# Not a heading 1. nor a list');
  });

  it('is valid open data, with an id of its own for each recipient', () => {
    const ids = openData.grants.map(({ recipientOrganization }) => recipientOrganization[0]?.id);

    expect(schemaErrors(openData)).toEqual([]);
    expect(openData.grants.map(({ title }) => title)).toEqual(hostile);
    expect(new Set(ids).size).toBe(hostile.length);
  });
});
