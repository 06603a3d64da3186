import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PageName, pages } from '../../../functions/web/pages.ts';
import { formTokenField } from '../../../functions/web/session/form-guard.ts';
import { environmentWebDeps } from '../../../functions/web/web-deps.ts';
import { hostile } from '../../browser/hostile.ts';
import { pageNames } from '../../browser/page-names.ts';
import { addressOf, places } from '../../browser/places/places.ts';
import { callsOf } from '../../browser/world/calls.ts';
import { type Member, signsInAs, type Who } from '../../browser/world/people.ts';
import { makeWorld, type World } from '../../browser/world/world.ts';
import { PageVisitor } from './page-visitor.ts';
import { type RunningPages, startPages } from './running-pages.ts';

const ownPages = pageNames.filter((name) => pages[name].access !== 'public');
const ofPartnerships = ownPages.filter((name) => pages[name].path.includes('{partnershipId}'));
const withForms = ownPages.filter((name) => pages[name].post !== undefined);
const withoutForms = ownPages.filter((name) => pages[name].post === undefined);

const members = {
  officer: 'finance-officer',
  coordinator: 'coordinator',
  chair: 'chair',
  chief: 'chief-finance-officer',
  auditor: 'auditor',
} as const satisfies Partial<Record<Member, string>>;

/** Somebody of the same partnership, or of the platform, who may not see a page. */
function whoMayNot(name: PageName): Who[] {
  const { access } = pages[name];
  if (access === 'member') return ['administrator'];
  if (access === 'administrator') return ['chief', 'auditor'];
  if (typeof access === 'string') return [];
  const allowed: readonly string[] = access;
  const others = (['officer', 'coordinator', 'chair', 'chief', 'auditor'] as const).filter(
    (who) => !allowed.includes(members[who]),
  );
  return ['administrator', ...others];
}

const forbidden = ownPages.flatMap((name) => whoMayNot(name).map((who) => [name, who] as const));

describe('every page', () => {
  let running: RunningPages;
  let world: World;
  let before: readonly string[];
  const visitors = new Map<Who, PageVisitor>();
  beforeAll(async () => {
    running = await startPages('none');
    world = await makeWorld(running);
    before = await recorded();
  }, 240_000);
  afterAll(() => running.stop());

  const as = async (who: Who): Promise<PageVisitor> => {
    const visitor = visitors.get(who) ?? (await running.visitor(...signsInAs(who)));
    visitors.set(who, visitor);
    return visitor;
  };
  const allowed = (name: PageName): Promise<PageVisitor> => {
    const [{ as: who } = { as: 'officer' as const }] = places[name];
    return as(who === 'officerWithFile' || who === 'officerWhoRecorded' || who === 'nobody' ? 'officer' : who);
  };
  const addressIn = (name: PageName): string => {
    const [place] = places[name];
    return place === undefined ? '' : addressOf(name, place, world);
  };
  const tokenOf = async ({ sessionId }: PageVisitor): Promise<[string, string]> => {
    const session = await environmentWebDeps().sessions.read(sessionId);
    return [formTokenField, session?.formToken ?? ''];
  };
  /** How far the journals are, and which there are. */
  const recorded = (): Promise<string[]> => {
    const { read } = callsOf(running);
    return Promise.all([
      read('auditor', '/audit/verification'),
      read('auditor', '/v1/partnerships/bare/audit/verification'),
      read('administrator', '/v1/partnerships'),
    ]);
  };

  it.each(ofPartnerships)('%s tells nothing to others, nor whether there is such a partnership', async (name) => {
    const stranger = await as('stranger');
    const address = addressIn(name);

    const there = await stranger.get(address);
    const nowhere = await stranger.get(address.replace(/^(\/partnerships\/)[^/?]+/, '$1nowhere'));

    expect([there.status, nowhere.status]).toEqual([403, 403]);
    expect([there.title, there.text]).toEqual([nowhere.title, nowhere.text]);
    expect(there.html).not.toContain(hostile.longWord);
  });

  it.each(forbidden)('%s is neither shown to the %s nor takes anything from them', async (name, who) => {
    const visitor = await as(who);
    const address = addressIn(name);

    const shown = await visitor.get(address);
    const sent = await visitor.post(address, [await tokenOf(visitor), ['go', 'confirm']]);

    expect([shown.status, sent.status]).toEqual([403, 403]);
    expect(shown.text).toBe(sent.text);
  });

  it.each(withForms)('%s takes no form without a token, or with one of another session', async (name) => {
    const visitor = await allowed(name);
    const foreign = await tokenOf(await as('stranger'));

    const without = await visitor.post(addressIn(name), [['go', 'confirm']]);
    const other = await visitor.post(addressIn(name), [foreign, ['go', 'confirm']]);

    expect([without.status, other.status]).toEqual([403, 403]);
    expect(without.text).toMatch(/nothing was recorded/i);
  });

  it.each(withoutForms)('%s takes no form at all', async (name) => {
    const visitor = await allowed(name);

    const sent = await visitor.post(addressIn(name), [await tokenOf(visitor), ['go', 'confirm']]);

    expect(sent.status).toBe(405);
  });

  it.each(ownPages)('%s asks who comes with a tampered cookie to sign in', async (name) => {
    const { origin, sessionId } = await allowed(name);
    const tampered = new PageVisitor(origin, `${sessionId.slice(0, -1)}${sessionId.endsWith('A') ? 'B' : 'A'}`);
    const address = addressIn(name);

    const shown = await tampered.get(address);
    const sent = await tampered.post(address, [await tokenOf(await allowed(name)), ['go', 'confirm']]);

    expect(shown.status).toBe(303);
    expect(shown.location).toBe(`/sign-in?returnTo=${encodeURIComponent(address)}`);
    expect(shown.html).toBe('');
    expect(sent.status).toBe(403);
  });

  it('has recorded nothing by all that', async () => {
    expect(await recorded()).toEqual(before);
  });
});
