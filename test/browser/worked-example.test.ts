import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { enterExample } from './entering/enter-example.ts';
import { peopleAtWork } from './people-at-work.ts';
import { type Product, startProduct } from './product.ts';
import { whyNoBrowser } from './runs-here.ts';

describe.skipIf(whyNoBrowser !== '')(`the worked example, entered by hand through the pages${whyNoBrowser}`, () => {
  let browser: Browser;
  let entered: Product;
  let loaded: Product;
  beforeAll(async () => {
    [browser, entered, loaded] = await Promise.all([openBrowser(), startProduct('people'), startProduct('maldon')]);
    await enterExample(peopleAtWork(browser, entered.origin));
  }, 600_000);
  afterAll(async () => {
    await Promise.all([browser?.close(), entered?.stop(), loaded?.stop()]);
  });

  it('is as many entries of the journal, of the same kinds in the same order', async () => {
    const [byHand, byProgram] = await Promise.all([entered, loaded].map(kindsOf));

    expect(byHand).toEqual(byProgram);
  });

  it.each(['2016-17', '2017-18'])('gives the same statement of %s', async (year) => {
    const path = `/years/${year}/statement`;

    const [byHand, byProgram] = await Promise.all([entered, loaded].map(({ read }) => read(path)));

    expect(withoutChance(byHand)).toEqual(withoutChance(byProgram));
  });
});

async function kindsOf({ read }: Product): Promise<string[]> {
  const { items } = await read<{ items: { type: string }[] }>('/journal?limit=100');
  return items.map(({ type }) => type);
}

/** Ids by the order in which they appear, and neither times nor hashes. Even the sequences are the same: so was the order. */
function withoutChance(statement: unknown): unknown {
  const ids = new Map<string, string>();
  const named = (id: string): string => {
    const name = ids.get(id) ?? `id ${ids.size + 1}`;
    ids.set(id, name);
    return name;
  };
  const text = JSON.stringify(statement)
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'hash')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, named);
  return JSON.parse(text);
}
