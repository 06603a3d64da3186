import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie } from '../../../functions/web/session/cookies.ts';
import { heldForms } from '../../../functions/web/session/held-forms.ts';
import { hashedId, unseal } from '../../../functions/web/session/seal.ts';
import { absoluteMilliseconds, idleMilliseconds } from '../../../functions/web/session/session.ts';
import { environmentWebDeps } from '../../../functions/web/web-deps.ts';
import { documentClient } from '../../api.ts';
import { PageVisitor } from './page-visitor.ts';
import { type RunningPages, startPages } from './running-pages.ts';

const grants = '/partnerships/maldon/grants';

describe('a session', () => {
  let running: RunningPages;
  beforeAll(async () => {
    running = await startPages();
  });
  afterAll(() => running.stop());

  const officer = () => running.visitor('maldon-finance-officer', 'maldon:finance-officer');
  const receiptPath = async (visitor: PageVisitor): Promise<string> => {
    const { html } = await visitor.get(grants);
    const [, grant = ''] = /href="(\/partnerships\/maldon\/grants\/[0-9a-f-]{36})"/.exec(html) ?? [];
    return `${grant}/receipts/new`;
  };
  /** As if nothing had been asked for so long. */
  const leaveAlone = async ({ sessionId }: PageVisitor, milliseconds: number): Promise<void> => {
    const { sessions } = environmentWebDeps();
    await sessions.change(sessionId, (session) => ({ ...session, lastSeenAt: session.lastSeenAt - milliseconds }));
  };

  it('is asked for before any page of a partnership is shown', async () => {
    const nobody = new PageVisitor(running.origin, 'x'.repeat(43));

    const page = await nobody.get(`${grants}?financialYear=2017-18`);

    expect(page.status).toBe(303);
    expect(page.location).toBe(`/sign-in?returnTo=${encodeURIComponent(`${grants}?financialYear=2017-18`)}`);
    expect(page.html).toBe('');
  });

  it('is kept sealed: neither the table nor the service’s key alone opens it', async () => {
    const visitor = await officer();
    const { sessions, settings } = environmentWebDeps();
    const client = documentClient(process.env['AWS_ENDPOINT_URL_DYNAMODB'] ?? '');
    const Key = { pk: hashedId(visitor.sessionId), sk: 'session' };

    const { Item = {} } = await client.send(new GetCommand({ TableName: settings.sessionsTable, Key }));

    expect(Item['sealed']).toMatch(/^[\w-]{100,}$/);
    expect(unseal(Item['sealed'], settings.sessionKey, 'another id')).toBeUndefined();
    expect(unseal(Item['sealed'], 'another key', visitor.sessionId)).toBeUndefined();
    expect((await sessions.read(visitor.sessionId))?.subject).toBe('maldon-finance-officer');
  });

  it.each(['', 'short', `${'x'.repeat(43)}; ${sessionCookie}=${'y'.repeat(43)}`, '../'.repeat(15)])(
    'with the tampered cookie “%s” is none',
    async (id) => {
      expect((await new PageVisitor(running.origin, id).get(grants)).status).toBe(303);
    },
  );

  it('ends when nothing was asked for half an hour, and says so', async () => {
    const visitor = await officer();
    await leaveAlone(visitor, idleMilliseconds);

    const page = await visitor.get(grants);

    expect(page.location).toMatch(/^\/signed-out\?why=idle&returnTo=/);
    const told = await visitor.get(page.location);
    expect(told.text).toContain('nothing had been done here for a while');
    expect(told.html).toContain(`href="/sign-in?returnTo=${encodeURIComponent(grants)}"`);
  });

  it('that ended in the middle of a form keeps what was typed for the same person', async () => {
    const visitor = await officer();
    const path = await receiptPath(visitor);
    const form = await visitor.get(path);
    await leaveAlone(visitor, idleMilliseconds);

    const late = await visitor.fill(`${path}?from=letter`, form, { amount: '12.34', note: 'typed <b>long</b> ago' });

    expect(late.location).toMatch(/^\/signed-out\?why=held/);
    expect(decodeURIComponent(late.location)).toContain('from=letter');
    const deps = environmentWebDeps();
    expect(await heldForms(deps, visitor.sessionId)).toMatchObject([{ address: `${path}?from=letter` }]);
    expect((await deps.sessions.read(visitor.sessionId))?.tokens).toBeUndefined();
  });

  it('shows what was held, as not sent, until it is sent', async () => {
    const visitor = await officer();
    const path = await receiptPath(visitor);
    const { sessions } = environmentWebDeps();
    const held = [{ address: path, fields: [['amount', '12.34']] }];
    await sessions.put(visitor.sessionId, 'held-forms', held, Date.now() + 60_000);

    const first = await visitor.get(path);
    const reloaded = await visitor.get(path);
    await visitor.fill(path, reloaded, {});
    const afterwards = await visitor.get(path);

    expect(first.text).toContain('nothing was recorded. Check what you entered and go on');
    expect(reloaded.html).toContain('value="12.34"');
    expect(afterwards.html).not.toContain('value="12.34"');
  });

  it('that is signed out stays so, whatever another tab still writes', async () => {
    const visitor = await officer();
    const { sessions } = environmentWebDeps();
    const session = await sessions.read(visitor.sessionId);
    const { html } = await visitor.get(grants);
    const [, formToken = ''] = /name="formToken" value="([^"]+)"/.exec(html) ?? [];
    await visitor.post('/sign-out', [['formToken', formToken]]);

    const changed = await sessions.change(visitor.sessionId, () => session);

    expect(changed).toBeUndefined();
    expect((await visitor.get(grants)).status).toBe(303);
  });

  it('keeps the latest of two changes that meet', async () => {
    const visitor = await officer();
    const { sessions } = environmentWebDeps();

    await Promise.all(
      [1, 2, 3].map(() => sessions.change(visitor.sessionId, (one) => ({ ...one, lastSeenAt: one.lastSeenAt + 1 }))),
    );

    const { startedAt = 0, lastSeenAt = 0 } = (await sessions.read(visitor.sessionId)) ?? {};
    expect(lastSeenAt - startedAt).toBe(3);
  });

  it('ends after eight hours, however busy', async () => {
    const visitor = await officer();
    const { sessions } = environmentWebDeps();
    await sessions.change(visitor.sessionId, (one) => ({ ...one, startedAt: one.startedAt - absoluteMilliseconds }));

    expect((await visitor.get(grants)).location).toMatch(/^\/signed-out\?why=idle/);
  });

  it('outlives an API that does not answer', async () => {
    const visitor = await officer();
    const real = globalThis.fetch;
    const isApi = (url: unknown): boolean => String(url).includes('/v1/');
    globalThis.fetch = async (...call) =>
      isApi(call[0]) ? Promise.reject(new TypeError('fetch failed')) : real(...call);

    const page = await visitor.get(grants).finally(() => {
      globalThis.fetch = real;
    });

    expect(page.status).toBe(503);
    expect(page.text).toContain('Load the page again in a moment');
    expect((await visitor.get(grants)).status).toBe(200);
  });

  it('takes no form without its own token, or from another site', async () => {
    const visitor = await officer();
    const path = await receiptPath(visitor);
    const form = await visitor.get(path);
    const other = await officer();
    const [, foreign = ''] = /name="formToken" value="([^"]+)"/.exec((await other.get(grants)).html) ?? [];

    const without = await visitor.post(path, [['amount', '1']]);
    const withForeign = await visitor.fill(path, form, { formToken: foreign, amount: '1' });
    const fromElsewhere = await fetch(`${running.origin}${path}`, {
      method: 'POST',
      headers: { cookie: `${sessionCookie}=${visitor.sessionId}`, origin: 'https://example.org' },
      body: new URLSearchParams(),
    });

    expect([without.status, withForeign.status, fromElsewhere.status]).toEqual([403, 403, 403]);
    expect(without.text).toContain('nothing was recorded');
    expect(withForeign.html).toContain('name="amount" type="text"');
  });

  it('of a form that was sent late without its token holds nothing', async () => {
    const visitor = await officer();
    const path = await receiptPath(visitor);
    await leaveAlone(visitor, idleMilliseconds);

    const page = await visitor.post(path, [['amount', '666']]);

    expect(page.status).toBe(403);
    expect(await heldForms(environmentWebDeps(), visitor.sessionId)).toEqual([]);
  });

  it('is gone when the person signs out', async () => {
    const visitor = await officer();
    const { html } = await visitor.get(grants);
    const [, formToken = ''] = /name="formToken" value="([^"]+)"/.exec(html) ?? [];

    const out = await visitor.post('/sign-out', [['formToken', formToken]]);

    expect(out.location).toBe('/signed-out');
    expect(out.headers.get('set-cookie')).toMatch(
      /^__Host-session=; Path=\/; Secure; HttpOnly; SameSite=Lax; Max-Age=0/,
    );
    expect(await environmentWebDeps().sessions.read(visitor.sessionId)).toBeUndefined();
    expect((await visitor.get(grants)).status).toBe(303);
  });

  it('never returns to another site', async () => {
    const visitor = await officer();
    for (const place of ['https://example.org/', '//example.org', '/\\example.org', 'javascript:alert(1)']) {
      const page = await visitor.get(`/signed-out?${new URLSearchParams({ why: 'idle', returnTo: place })}`);
      expect(page.html).toContain('href="/sign-in?returnTo=%2F"');
    }
  });

  it('covers the partnerships of its token alone, whether others exist or not', async () => {
    const visitor = await running.visitor('someone', 'chelmsford:finance-officer');

    const [known, unknown] = await Promise.all([visitor.get(grants), visitor.get('/partnerships/nowhere/grants')]);

    expect([known.status, unknown.status]).toEqual([403, 403]);
    expect(known.text).toBe(unknown.text);
    expect(known.html).not.toContain('Maldon Community');
  });
});
