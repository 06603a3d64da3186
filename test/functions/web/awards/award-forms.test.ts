import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageVisitor } from '../page-visitor.ts';
import { startPages } from '../running-pages.ts';
import { awardsPath, Maldon, pathOf, typedDate } from './maldon.ts';

describe('the forms of an award', () => {
  let maldon: Maldon;
  let coordinator: PageVisitor;
  let officer: PageVisitor;
  let chair: PageVisitor;
  beforeAll(async () => {
    maldon = new Maldon(await startPages());
    coordinator = await maldon.visitor('coordinator');
    officer = await maldon.visitor('officer');
    chair = await maldon.visitor('chair');
  });
  afterAll(() => maldon.running.stop());

  const award = (id: string) => maldon.call('auditor', 'GET', `/awards/${id}`);
  const idIn = (location: string): string => /awards\/([0-9a-f-]{36})\?recorded=/.exec(location)?.[1] ?? '';

  describe('proposing', () => {
    const path = `${awardsPath}/new`;
    const initiative = (kind: string) => ({
      title: 'Bike marking',
      purpose: 'Bikes are marked\nat the market.',
      'recipient.kind': kind,
      ...typedDate('proposedOn', '2017-10-06'),
    });

    it('takes the initiative, its recipient, its money and its priorities in steps', async () => {
      const done = await coordinator.complete(
        path,
        initiative('vcse'),
        { 'recipient.name': 'Bike club', 'recipient.organisationId': 'GB-CHC-1234567' },
        { fundId: 'partnership-fund', amountRequested: '£1,250' },
        {
          priorities: ['road-safety', 'rural-crime'],
          ...typedDate('period.start', '2017-11-01'),
          ...typedDate('period.end', '2018-03-31'),
        },
      );

      expect(done.status).toBe(303);
      expect(await award(idIn(done.location))).toMatchObject({
        status: 'draft',
        purpose: 'Bikes are marked\nat the market.',
        proposedOn: '2017-10-06',
        recipient: { name: 'Bike club', kind: 'vcse', organisationId: 'GB-CHC-1234567' },
        amountRequested: '1250.00',
        priorities: ['road-safety', 'rural-crime'],
        period: { start: '2017-11-01', end: '2018-03-31' },
      });
    });

    it('chooses a responsible authority from the partnership’s list, and calls it what the list does', async () => {
      const first = await coordinator.get(path);
      const second = await coordinator.fill(path, first, initiative('responsible-authority'));
      expect(second.text).not.toContain('Name of the recipient');
      const third = await coordinator.fill(path, second, { 'recipient.authorityId': 'essex-police' });
      const fourth = await coordinator.fill(path, third, { fundId: 'partnership-fund' });
      const check = await coordinator.fill(path, fourth, {});
      const done = await coordinator.fill(path, check, {}, 'confirm');

      expect(await award(idIn(done.location))).toMatchObject({
        recipient: { kind: 'responsible-authority', authorityId: 'essex-police', name: 'Essex Police' },
        amountApproved: null,
      });
      expect((await coordinator.get(done.location)).text).toContain('No amount yet');
    });

    it('asks how a restricted fund’s purpose is served', async () => {
      const first = await coordinator.get(path);
      const second = await coordinator.fill(path, first, initiative('other'));
      const third = await coordinator.fill(path, second, { 'recipient.name': 'Sign maker' });
      const fourth = await coordinator.fill(path, third, { fundId: 'tru-cam', amountRequested: '10' });
      const refused = await coordinator.fill(path, fourth, {});

      expect(fourth.text).toContain('Tru-Cam pilot is restricted to: Speed enforcement');
      expect(refused.status).toBe(422);
      expect(refused.html).toContain('href="#purposeStatement"');
    });

    it('says that half a period is none', async () => {
      const first = await coordinator.get(path);
      const second = await coordinator.fill(path, first, initiative('other'));
      const third = await coordinator.fill(path, second, { 'recipient.name': 'Sign maker' });
      const fourth = await coordinator.fill(path, third, { fundId: 'partnership-fund' });
      const refused = await coordinator.fill(path, fourth, typedDate('period.start', '2017-11-01'));

      expect(refused.status).toBe(422);
      expect(refused.html).toContain('href="#period.end-day"');
    });

    it('is for who prepares awards', async () => {
      expect((await chair.get(path)).status).toBe(403);
      expect((await officer.get(path)).status).toBe(200);
    });
  });

  it('submits an award to a meeting, and takes it back', async () => {
    const [id, meetingId] = [await maldon.proposed('Submitted by form'), await maldon.meeting('2018-04-10')];

    const submitted = await coordinator.complete(`${pathOf(id)}/submission`, { meetingId });
    expect(submitted.location).toMatch(new RegExp(`${id}\\?recorded=\\d+$`));
    expect(await award(id)).toMatchObject({ status: 'submitted', meetingId });
    expect((await coordinator.get(submitted.location)).text).toContain('Award submitted: entry');

    const withdrawn = await coordinator.complete(`${pathOf(id)}/withdrawal`, { reason: 'Another funder pays.' });
    expect(withdrawn.status).toBe(303);
    expect((await coordinator.get(pathOf(id))).text).toContain('Another funder pays.');
  });

  it('shows a refusal about the meeting at the meeting, and keeps what was typed', async () => {
    const [id, meetingId] = [
      await maldon.proposed('No such priority', { priorities: ['road-safety'] }),
      await maldon.meeting('2019-04-10'),
    ];
    const path = `${pathOf(id)}/submission`;

    const refused = await coordinator.fill(path, await coordinator.get(path), { meetingId, note: 'Typed "note"' });

    expect(refused.status).toBe(404);
    expect(refused.html).toContain('href="#meetingId"');
    expect(refused.html).toContain('Typed &quot;note&quot;');
  });

  it('pays in parts within what is committed, records a refund, and closes, which releases the rest', async () => {
    const id = await maldon.approved('Paid by form', '2018-04-12', '300.00');
    const paying = `${pathOf(id)}/payments/new`;
    const paid = { amount: '200', paymentReference: 'BACS 7', ...typedDate('paidOn', '2018-05-01') };

    const form = await officer.get(paying);
    expect(form.text).toContain('Committed to this award and unpaid: £300.00');
    const refused = await officer.fill(paying, form, { ...paid, amount: '300.01' });
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('href="#amount"');
    expect(refused.html).toContain('value="BACS 7"');
    const check = await officer.fill(paying, refused, paid);
    expect(check.text).toContain('Award: still committed £300.00 £100.00');
    expect((await officer.fill(paying, check, {}, 'confirm')).status).toBe(303);

    const back = { amount: '50', bankReference: 'R 9', ...typedDate('receivedOn', '2018-05-03') };
    expect((await officer.complete(`${pathOf(id)}/refunds/new`, back)).status).toBe(303);

    const closing = await officer.get(`${pathOf(id)}/closure`);
    expect(closing.text).toContain('£100.00 is committed and unpaid. Closing releases it');
    const closed = { reason: 'All is bought.', ...typedDate('closedOn', '2018-06-01') };
    expect((await officer.complete(`${pathOf(id)}/closure`, closed)).status).toBe(303);
    expect(await award(id)).toMatchObject({
      status: 'closed',
      paidAmount: '200.00',
      refundedAmount: '50.00',
      committedAmount: '0.00',
      releasedAmount: '100.00',
    });
  });

  it('keeps duties apart: who proposed an award is told why they can’t pay it, and loses nothing typed', async () => {
    const body = {
      title: 'Proposed by the payer',
      fundId: 'partnership-fund',
      recipient: { name: 'Youth club', kind: 'vcse' },
      amountRequested: '40.00',
      purpose: 'Anything',
    };
    const [{ id }, meetingId] = [
      await maldon.call('officer', 'POST', '/awards', body),
      await maldon.meeting('2018-04-14'),
    ];
    await maldon.submit(id, meetingId);
    await maldon.open(meetingId);
    await maldon.decide(id, meetingId, { outcome: 'approved', amountApproved: '40.00' });
    const path = `${pathOf(id)}/payments/new`;

    const page = await officer.get(pathOf(id));
    const typed = { amount: '40', paymentReference: 'BACS 8', ...typedDate('paidOn', '2018-05-01') };
    const refused = await officer.fill(path, await officer.get(path), typed);

    expect(page.html).not.toContain(path);
    expect(page.text).toContain('You proposed this award, so somebody else records its payments and refunds.');
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('There is a problem You proposed this award, so somebody else handles its money.');
    expect(refused.html).toContain('value="BACS 8"');
  });

  it('asks a meeting for a variation, and what was approved stands until it decides', async () => {
    const id = await maldon.approved('Varied by form', '2018-04-16', '200.00');
    const meetingId = await maldon.meeting('2018-07-02');

    const asked = { amountRequested: '280', reason: 'More signs.', meetingId };
    const done = await coordinator.complete(`${pathOf(id)}/variations/new`, asked);

    const page = await coordinator.get(done.location);
    expect(page.text).toContain('A variation asks for £280.00 instead of £200.00');
    expect(page.text).toContain('Withdraw the variation');
    expect(page.text).not.toContain('Ask for a variation');
    expect(await award(id)).toMatchObject({ amountApproved: '200.00', variation: { amountRequested: '280.00' } });
  });

  it('lets the chair act between meetings, up to the limit, and flags it until it is ratified', async () => {
    const id = await maldon.proposed('Acted on', { amountRequested: '600.00' });
    const path = `${pathOf(id)}/chairs-action`;
    const typed = { amountApproved: '501', reason: 'The hall is free now.', ...typedDate('decidedOn', '2018-05-02') };

    const form = await chair.get(path);
    expect(form.text).toContain('in force since 1 April 2016 allow chair’s action up to £500.00');
    const refused = await chair.fill(path, form, typed);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('href="#amountApproved"');
    const check = await chair.fill(path, refused, { ...typed, amountApproved: '250' });
    expect(check.text).toContain('To be ratified by 30 August 2018');
    expect((await chair.fill(path, check, {}, 'confirm')).status).toBe(303);

    const page = await chair.get(pathOf(id));
    expect(page.text).toContain('It was to be ratified by 30 August 2018 , and no meeting has done so.');
    expect(page.text).toContain('Ratification overdue');
  });

  it('lets nobody but those who may', async () => {
    const id = await maldon.proposed('For some alone');
    const auditor = await maldon.visitor('auditor');
    const pages = [
      'submission',
      'withdrawal',
      'variations/new',
      'payments/new',
      'refunds/new',
      'closure',
      'chairs-action',
    ];

    const seen = await Promise.all(pages.map((one) => auditor.get(`${pathOf(id)}/${one}`)));

    expect(seen.map(({ status }) => status)).toEqual(pages.map(() => 403));
    expect((await coordinator.get(`${pathOf(id)}/payments/new`)).status).toBe(403);
    expect((await officer.get(`${pathOf(id)}/chairs-action`)).status).toBe(403);
  });
});
