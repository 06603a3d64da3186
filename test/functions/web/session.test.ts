import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sessionCookie } from '../../../functions/web/session/cookies.ts';
import { idleMilliseconds } from '../../../functions/web/session/session.ts';
import { environmentWebDeps } from '../../../functions/web/web-deps.ts';
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
    const session = await sessions.read(sessionId);
    if (session === undefined) throw new Error('no session');
    await sessions.write(sessionId, { ...session, lastSeenAt: session.lastSeenAt - milliseconds });
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
    const { sessions } = environmentWebDeps();

    const other = await sessions.read(
      `${visitor.sessionId.slice(0, -1)}${visitor.sessionId.endsWith('A') ? 'B' : 'A'}`,
    );

    expect(other).toBeUndefined();
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

    const late = await visitor.fill(path, form, { amount: '12.34', note: 'typed <b>long</b> ago' });

    expect(late.location).toMatch(/^\/signed-out\?why=held/);
    const { sessions } = environmentWebDeps();
    expect((await sessions.read(visitor.sessionId))?.held?.path).toBe(path);
    expect((await sessions.read(visitor.sessionId))?.tokens.access).toBe('');
  });

  it('shows what was held once, as not sent', async () => {
    const visitor = await officer();
    const path = await receiptPath(visitor);
    const { sessions } = environmentWebDeps();
    const session = await sessions.read(visitor.sessionId);
    if (session === undefined) throw new Error('no session');
    await sessions.write(visitor.sessionId, {
      ...session,
      held: {
        path,
        fields: [
          ['amount', '12.34'],
          ['form.step', '0'],
        ],
      },
    });

    const first = await visitor.get(path);
    const second = await visitor.get(path);

    expect(first.text).toContain('You were signed out before this was sent, and nothing was recorded');
    expect(first.html).toContain('value="12.34"');
    expect(second.html).not.toContain('value="12.34"');
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
    expect(without.text).toContain('Nothing was recorded');
  });

  it('of a form that was sent late without its token holds nothing', async () => {
    const visitor = await officer();
    const path = await receiptPath(visitor);
    await leaveAlone(visitor, idleMilliseconds);

    const page = await visitor.post(path, [['amount', '666']]);

    expect(page.status).toBe(403);
    expect((await environmentWebDeps().sessions.read(visitor.sessionId))?.held).toBeUndefined();
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
