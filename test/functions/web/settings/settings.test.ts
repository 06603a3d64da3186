import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiAnswer, dated } from '../grants/grant-forms.ts';
import type { PageVisitor } from '../page-visitor.ts';
import { type RunningPages, startPages } from '../running-pages.ts';

const base = '/partnerships/maldon';
const settings = `${base}/settings`;
const hostile = `<script>alert(1)</script> "><img src=x> \u202Enettirw 🦔`;

let running: RunningPages;
let officer: PageVisitor;
let coordinator: PageVisitor;
let administrator: PageVisitor;
beforeAll(async () => {
  running = await startPages();
  officer = await running.visitor('maldon-finance-officer', 'maldon:finance-officer');
  coordinator = await running.visitor('maldon-community-safety-manager', 'maldon:coordinator');
  administrator = await running.visitor('platform-administrator', 'platform:administrator');
});
afterAll(() => running.stop());

describe('the settings', () => {
  it('show a member the partnership, its terms, and its priorities by year', async () => {
    const { text } = await coordinator.get(settings);

    expect(text).toContain('Host authority Maldon District Council ( GB-LAE-MAL )');
    expect(text).toContain('Essex Police ; Essex County Fire and Rescue Service');
    expect(text).toMatch(/1 April 2016 In force 3 Chair, Maldon ; Vice-chair, Maldon £500.00 Illustrative 120 days/);
    expect(text).toContain('Tackling rural crime');
    expect(text).toContain('Adopted at the meeting of 17 March 2017');
    expect(text).not.toContain('Set new terms of reference');
  });

  it('show the administrator the partnership and its terms alone', async () => {
    const page = await administrator.get(settings);

    expect(page.status).toBe(200);
    expect(page.text).toContain('Set new terms of reference');
    expect(page.text).toContain('maldon:chief-finance-officer');
    expect(page.text).not.toMatch(/Priorities|Funders|Partnership fund/);
    expect((await administrator.get(`${base}/funders`)).status).toBe(403);
    expect((await administrator.get(`${settings}/priorities`)).status).toBe(403);
    expect((await administrator.get('/partnerships/nowhere/settings')).status).toBe(404);
  });
});

describe('terms of reference', () => {
  const add = `${settings}/terms-of-reference/new`;

  it('are set from a date on, beginning with those in force', async () => {
    const form = await administrator.get(add);
    const done = await administrator.complete(add, {
      ...dated('effectiveFrom', 1, 4, 2027),
      quorum: '4',
      'chair.name': hostile,
      overCommitmentPercent: '10',
    });

    expect(form.html).toContain('value="maldon-rag-chair"');
    expect(done.status).toBe(303);
    const page = await administrator.get(done.location);
    expect(page.text).toContain('Terms of reference set.');
    expect(page.text).toContain('1 April 2027 To come 4');
    expect(page.text).toContain('Up to 10%');
    expect(page.html).not.toContain('<script>alert');
    const set = await apiAnswer(running, `${base}/terms-of-reference/2027-04-01`);
    expect(set).toMatchObject({ quorum: 4, overCommitmentPercent: 10, chair: { subject: 'maldon-rag-chair' } });
  });

  it('of a date that has some, or that a meeting relied on, are refused at the date', async () => {
    const again = await administrator.complete(add, { ...dated('effectiveFrom', 1, 4, 2016), quorum: '2' });
    const relied = await administrator.complete(add, { ...dated('effectiveFrom', 1, 5, 2016), quorum: '2' });
    const quorum = await administrator.complete(add, { ...dated('effectiveFrom', 1, 4, 2028), quorum: '9' });

    expect(again.status).toBe(409);
    expect(again.text).toContain('Terms of reference from that date are set already.');
    expect(again.html).toContain('href="#effectiveFrom-day"');
    expect(relied.text).toContain('relied on the terms of reference in force that day');
    expect(relied.html).toContain('href="#effectiveFrom-day"');
    expect(quorum.html).toContain('href="#quorum"');
  });

  it('are changed over what was read, and not over what somebody else has changed since', async () => {
    await administrator.complete(add, { ...dated('effectiveFrom', 1, 4, 2029), quorum: '4' });
    const path = `${settings}/terms-of-reference/2029-04-01`;
    const late = await administrator.get(path);
    await administrator.complete(path, { quorum: '5' });

    const check = await administrator.fill(path, late, { quorum: '6', note: 'Agreed by email' });
    const refused = await administrator.fill(path, check, {}, 'confirm');

    expect(refused.status).toBe(412);
    expect(refused.text).toContain('Somebody else changed this');
    expect(refused.text).toContain('The terms as they are recorded now Quorum 5');
    expect(refused.html).toContain('value="6"');
    expect(refused.html).toContain('Agreed by email');
    const again = await administrator.fill(path, refused, {});
    expect((await administrator.fill(path, again, {}, 'confirm')).status).toBe(303);
    expect(await apiAnswer(running, `${base}/terms-of-reference/2029-04-01`)).toMatchObject({ quorum: 6 });
  });

  it('are the administrator’s to set', async () => {
    expect((await coordinator.get(add)).status).toBe(403);
    expect((await administrator.get(`${settings}/terms-of-reference/never`)).status).toBe(404);
  });
});

describe('the priorities of a year', () => {
  const path = `${settings}/priorities/2026-27`;

  it('are set, with short names made of the names, and the meeting that adopted them', async () => {
    const form = await coordinator.get(path);
    const [, meetingId = ''] = /<option value="([0-9a-f-]{36})"/.exec(form.html) ?? [];

    const done = await coordinator.complete(path, {
      'items.0.name': 'Serious violence',
      'items.1.name': hostile,
      'items.1.id': 'the-second',
      adoptedAtMeetingId: meetingId,
    });

    expect(done.status).toBe(303);
    const page = await coordinator.get(done.location);
    expect(page.text).toContain('Priorities set.');
    expect(page.text).toContain(`Serious violence ; ${hostile}`);
    expect(await apiAnswer(running, `${base}/years/2026-27/priorities`)).toMatchObject({
      items: [{ id: 'serious-violence', name: 'Serious violence' }, { id: 'the-second' }],
      adoptedAtMeetingId: meetingId,
    });
  });

  it('that make one short name twice, or none, are refused, and what was typed is kept', async () => {
    const twice = await coordinator.complete(`${settings}/priorities/2027-28`, {
      'items.0.name': 'Road safety',
      'items.1.name': 'Road, safety!',
    });
    const none = await coordinator.complete(`${settings}/priorities/2027-28`, { 'items.0.name': 'السلامة' });

    expect(twice.status).toBe(422);
    expect(twice.text).toContain('Name each priority once.');
    expect(twice.html).toContain('value="Road, safety!"');
    expect(none.status).toBe(422);
    expect(none.html).toContain('href="#items.0.id"');
  });

  it('that somebody else set in the meantime are not lost', async () => {
    const year = `${settings}/priorities/2025-26`;
    const late = await coordinator.get(year);
    await coordinator.complete(year, { 'items.0.name': 'Theirs' });

    const check = await coordinator.fill(year, late, { 'items.0.name': 'Mine' });
    const refused = await coordinator.fill(year, check, {}, 'confirm');

    expect(refused.status).toBe(412);
    expect(refused.text).toContain('Somebody else changed this');
    expect(refused.text).toContain('The priorities as they are recorded now Theirs');
    const again = await coordinator.fill(year, await coordinator.fill(year, refused, {}), {}, 'confirm');
    expect(again.status).toBe(303);
  });

  it('are found for any year, and set by the coordinator', async () => {
    expect((await coordinator.get(`${settings}/priorities?year=2030-31`)).location).toBe(
      `${settings}/priorities/2030-31`,
    );
    expect((await coordinator.get(`${settings}/priorities?year=x`)).text).toContain('2016/17 Not set');
    expect((await coordinator.get(`${settings}/priorities/1066-67`)).status).toBe(404);
    expect((await officer.get(path)).status).toBe(403);
  });
});

describe('a funder', () => {
  it('is added under a short name that no other has', async () => {
    const path = `${base}/funders/new`;
    const done = await officer.complete(path, { 'names.0.name': 'Home Office', organisationId: 'GB-GOR-D16' });
    const taken = await officer.complete(path, { 'names.0.name': 'Home office' });

    expect(done.location).toBe(`${base}/funders/home-office?done=funder-named`);
    const page = await officer.get(done.location);
    expect(page.text).toContain('Funder named.');
    expect(page.text).toContain('Organisation identifier GB-GOR-D16');
    expect(page.text).toContain('It has given no grant yet.');
    expect(taken.status).toBe(422);
    expect(taken.text).toContain('“home-office” is the short name of Home Office.');
    expect(taken.html).toContain('href="#id"');
  });

  it('keeps its names over time, and says where they overlap', async () => {
    const path = `${base}/funders/essex-pcc/edit`;
    const form = await officer.get(path);
    const overlap = await officer.complete(path, dated('names.1.from', 1, 9, 2017));
    const done = await officer.complete(path, { 'names.1.name': hostile });

    expect(form.html).toMatch(/name="names.0.until-year"[^>]*value="2017"|value="2017"[^>]*name="names.0.until-year"/);
    expect(overlap.status).toBe(422);
    expect(overlap.text).toContain('Names follow one another without overlap.');
    const page = await officer.get(done.location);
    expect(page.text).toContain(
      `Office of the Police and Crime Commissioner for Essex The beginning 30 September 2017`,
    );
    expect(page.text).toContain(`${hostile} 1 October 2017 Today`);
    expect(page.text).toContain('Core funding 2017/18');
    expect(page.html).not.toContain('<script>alert');
    expect((await officer.get(`${base}/funders`)).text).toContain(hostile);
  });

  it('is named by the finance officer alone', async () => {
    expect((await coordinator.get(`${base}/funders/essex-pcc`)).text).not.toContain('Change its names');
    expect((await coordinator.get(`${base}/funders/essex-pcc/edit`)).status).toBe(403);
    expect((await officer.get(`${base}/funders/nobody`)).status).toBe(404);
  });
});
