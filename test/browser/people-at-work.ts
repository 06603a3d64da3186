import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { signIn } from './browser.ts';
import { type Hand, mouse } from './hand.ts';

/** People who sign in once and stay at their own browser; `at` takes somebody to a page of the partnership. */
export type PeopleAtWork = {
  readonly handOf: (person: Person) => Promise<Hand>;
  readonly at: (person: Person, path: string) => Promise<Hand>;
};

export type Person =
  | 'Platform administrator'
  | 'Finance officer'
  | 'Coordinator'
  | 'Chair'
  | 'Vice-chair'
  | 'Chief finance officer'
  | 'Auditor';

export function peopleAtWork(browser: Browser, origin: string, options: BrowserContextOptions = {}): PeopleAtWork {
  const hands = new Map<Person, Promise<Hand>>();
  const arrive = async (person: Person): Promise<Hand> => {
    const page = await newPage(browser, options);
    await signIn(page, origin, person);
    return mouse(page);
  };
  const handOf = (person: Person): Promise<Hand> => {
    const hand = hands.get(person) ?? arrive(person);
    hands.set(person, hand);
    return hand;
  };
  return {
    handOf,
    at: async (person, path) => {
      const hand = await handOf(person);
      await hand.page.goto(`${origin}/partnerships/maldon${path}`);
      return hand;
    },
  };
}

/** In a browser of its own: no cookies of others. */
export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(patience);
  return context.newPage();
}

/** The machine may have other work. */
const patience = 20_000;
