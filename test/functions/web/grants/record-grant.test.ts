import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageVisitor } from '../page-visitor.ts';
import { type RunningPages, startPages } from '../running-pages.ts';
import { apiAnswer, dated, grantsPath, recordedGrant, throughSteps, whoGivesWhat } from './grant-forms.ts';

const path = `${grantsPath}/new`;
const hostile = '<script>alert(1)</script> "><img src=x> \u202Enettirw';

let running: RunningPages;
let officer: PageVisitor;
beforeAll(async () => {
  running = await startPages();
  officer = await running.visitor('maldon-finance-officer', 'maldon:finance-officer');
});
afterAll(() => running.stop());

describe('recording a grant', () => {
  it('shows gross less top-slices is net, and the instalments worked out, before anything is recorded', async () => {
    const check = await throughSteps(
      officer,
      path,
      whoGivesWhat(),
      {
        grossAmount: '£14,235',
        'topSlices.0.purpose': 'dhr',
        'topSlices.0.description': 'Domestic homicide reviews',
        'topSlices.0.amount': '1708',
        statedTotal: '14000',
      },
      {
        ...dated('fundingPeriod.start', 1, 4, 2018),
        ...dated('fundingPeriod.end', 31, 3, 2019),
        underspend: 'return',
        conditions: 'Report every quarter\nName the funder',
        instalmentsAs: 'equal',
      },
      { 'instalments.count': '3', ...dated('instalments.firstDueOn', 1, 5, 2018), 'instalments.everyMonths': '3' },
    );

    expect(check.title).toMatch(/^Check your answers/);
    expect(check.text).toContain('Gross amount £14,235.00 Less top-slice: dhr -£1,708.00 Net amount £12,527.00');
    expect(check.text).toContain('1 May 2018 £4,175.67 1 August 2018 £4,175.67 1 November 2018 £4,175.66');
    expect(check.text).toContain('The paper states £14,000.00');
    expect(check.text).toContain('Partnership fund: balance at the end of');

    const done = await officer.fill(path, check, {}, 'confirm');
    expect(done.status).toBe(303);
    const page = await officer.get(done.location);
    expect(page.text).toContain('Grant recorded: entry');
    expect(page.text).toContain('£235.00 less than the gross amount agreed');
    expect(page.text).toContain('1 April 2018 to 31 March 2019');
    expect(page.text).toContain('2. Name the funder');
    const id = done.location.replace(/.*grants\/|\?.*/g, '');
    const grant = await apiAnswer<Record<string, unknown>>(running, `/partnerships/maldon/grants/${id}`);
    expect(grant).toMatchObject({ netAmount: '12527.00', underspend: 'return', topSlicedAmount: '1708.00' });
  });

  it('names a new funder, whose id is made from the name', async () => {
    const first = whoGivesWhat({ knownFunder: '.another', title: 'From a new funder' });

    const grant = await recordedGrant(
      officer,
      first,
      { 'funder.name': 'Essex County Council' },
      { grossAmount: '10' },
      { instalmentsAs: 'none' },
    );

    expect((await officer.get(grant)).text).toContain('Funder Essex County Council');
    const funder = await apiAnswer(running, '/partnerships/maldon/funders/essex-county-council');
    expect(funder).toMatchObject({ names: [{ name: 'Essex County Council' }] });
  });

  it('asks for another id only where the name makes one that is taken', async () => {
    const first = whoGivesWhat({ knownFunder: '.another' });
    const asked = await throughSteps(officer, path, first, { 'funder.name': 'Essex PCC!' });

    expect(asked.status).toBe(422);
    expect(asked.html).toContain('href="#funder.id"');
    expect(asked.text).toContain('“essex-pcc” is the short name of Police, Fire and Crime Commissioner for Essex');
    const next = await officer.fill(path, asked, { 'funder.id': 'essex-pcc-2' });
    expect(next.title).toMatch(/^Money/);
  });

  it('takes instalments one by one, and says above them that they do not sum to the net amount', async () => {
    const check = await throughSteps(
      officer,
      path,
      whoGivesWhat(),
      { grossAmount: '100' },
      { instalmentsAs: 'each' },
      { ...dated('instalments.0.dueOn', 1, 5, 2018), 'instalments.0.amount': '99' },
    );

    expect(check.status).toBe(409);
    expect(check.title).toMatch(/^Error: Instalments/);
    expect(check.text).toContain('The instalments come to £99.00; the net amount is £100.00.');
    expect(check.html).toContain('href="#instalments"');
    expect(check.html).toContain('value="99"');
  });

  it('says at an instalment that its amount is none', async () => {
    const page = await throughSteps(
      officer,
      path,
      whoGivesWhat(),
      { grossAmount: '100' },
      { instalmentsAs: 'each' },
      { ...dated('instalments.0.dueOn', 1, 5, 2018), 'instalments.0.amount': 'much' },
    );

    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#instalments.0.amount"');
    expect(page.text).toContain('Enter an amount in pounds');
  });

  it('says what is missing at its question', async () => {
    const page = await throughSteps(officer, path, { title: hostile });

    expect(page.status).toBe(422);
    expect(page.text).toContain('Choose kind of grant');
    expect(page.html).toContain('href="#agreedOn-day"');
    expect(page.html).not.toContain('<script>alert');
  });

  it.each([
    ['nature', { nature: 'capital' }, '#nature', 'The grant is capital; the fund holds revenue money.'],
    [
      'period',
      { ...dated('fundingPeriod.start', 1, 4, 2020), ...dated('fundingPeriod.end', 31, 3, 2021) },
      '#fundingPeriod.end-day',
      'The funding period has no day in the grant’s financial year, 2018/19.',
    ],
    ['half a period', dated('fundingPeriod.start', 1, 4, 2018), '#fundingPeriod.end-day', 'This is needed.'],
  ])('shows what is wrong with the terms at its question: %s', async (_, terms, href, words) => {
    const page = await throughSteps(
      officer,
      path,
      whoGivesWhat(),
      { grossAmount: '100' },
      {
        ...terms,
        instalmentsAs: 'none',
      },
    );

    expect(page.title).toMatch(/^Error: Terms/);
    expect(page.html).toContain(`href="${href}"`);
    expect(page.text).toContain(words);
  });

  it('shows names as text wherever a grant is', async () => {
    const long = 'w'.repeat(200);
    const first = { title: `${hostile} 🚓`, reference: hostile };
    const money = {
      grossAmount: '100',
      'topSlices.0.purpose': long,
      'topSlices.0.description': hostile,
      'topSlices.0.amount': '1',
    };

    const grant = await recordedGrant(officer, first, money, {
      conditions: hostile,
      note: hostile,
      instalmentsAs: 'none',
    });

    const [page, list] = await Promise.all([officer.get(grant), officer.get(grantsPath)]);
    for (const { html, status } of [page, list]) {
      expect(status).toBe(200);
      expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
      expect(html).not.toMatch(/<script>alert|<img src=x/);
    }
    expect(page.text).toContain(long);
  });

  it('is for the finance officer alone', async () => {
    const [chair, auditor] = await Promise.all([
      running.visitor('maldon-rag-chair', 'maldon:chair'),
      running.visitor('maldon-auditor', 'maldon:auditor'),
    ]);

    expect((await chair.get(path)).status).toBe(403);
    expect((await auditor.get(grantsPath)).text).not.toContain('Record a grant');
  });
});

describe('the list of grants', () => {
  it('shows the grants of one year, with what they come to', async () => {
    const page = await officer.get(`${grantsPath}?year=2016-17`);

    expect(page.text).toContain('Tru-Cam pilot');
    expect(page.text).not.toContain('Core funding 2017/18');
    expect(page.text).toContain('Total £7,000.00 £0.00 £7,000.00 £7,000.00 £0.00');
  });

  it('says so where a year has none', async () => {
    const { items } = await apiAnswer<{ items: { financialYear: string }[] }>(running, '/partnerships/maldon/years');
    const empty = items.at(-1)?.financialYear ?? '';

    expect((await officer.get(`${grantsPath}?year=${empty}`)).text).toContain(
      `No grant of ${empty.replace('-', '/')} has been recorded yet.`,
    );
  });
});

describe('shared funds held elsewhere', () => {
  const shared = '/partnerships/maldon/shared-funds';

  it('are noted with the shares that are stated, and those that are not', async () => {
    const done = await officer.complete(
      `${shared}/new`,
      {
        title: `Knife crime ${hostile}`,
        knownFunder: 'essex-pcc',
        heldBy: 'Essex Police',
        totalAmount: '90000',
        'financialYears.0.year': '2018-19',
        'financialYears.1.year': '2019-20',
      },
      {
        areaCount: '3',
        'areas.0.name': 'Maldon',
        'areas.0.amount': '1000',
        'areas.1.name': 'Braintree',
      },
    );

    expect(done.status).toBe(303);
    const page = await officer.get(done.location);
    expect(page.text).toContain('2018/19 and 2019/20');
    expect(page.text).toContain('3 areas, of which named: Maldon : £1,000.00 ; Braintree : share not stated');
    expect(page.html).not.toContain('<script>alert');
  });

  it('says above the years that one is named twice', async () => {
    const page = await throughSteps(
      officer,
      `${shared}/new`,
      {
        title: 'Twice',
        knownFunder: 'essex-pcc',
        heldBy: 'Essex Police',
        totalAmount: '1',
        'financialYears.0.year': '2018-19',
        'financialYears.1.year': '2018-19',
      },
      {},
    );

    expect(page.status).toBe(422);
    expect(page.html).toContain('href="#financialYears"');
    expect(page.text).toContain('Name each year once.');
  });
});
