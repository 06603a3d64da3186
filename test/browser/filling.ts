import type { Locator } from 'playwright-core';
import type { Hand } from './hand.ts';

/**
 * Answers by the labels of their questions, as people read them: what is typed or chosen, a date as `2017-10-06`, and
 * several where any of several may be chosen.
 */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

export async function fill(hand: Hand, answers: Answers, within: Locator = mainOf(hand)): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) await fillOne(hand, within, label, answer);
}

/** The questions of one row, such as “Authority 3”; one that isn't there yet is added. */
export async function fillRow(hand: Hand, row: string, answers: Answers): Promise<void> {
  const group = mainOf(hand).getByRole('group', { name: row, exact: true });
  if ((await group.count()) === 0) await press(hand, `Add another ${row.replace(/ \d+$/, '')}`);
  await fill(hand, answers, group);
}

export const goOn = (hand: Hand): Promise<void> => press(hand, 'Continue');

/** The questions of one page, and on to the next. */
export async function step(hand: Hand, answers: Answers): Promise<void> {
  await fill(hand, answers);
  await goOn(hand);
}

/** Every step of a form that has no rows, the check page, and the button that does it. */
export async function complete(hand: Hand, steps: readonly Answers[], button: string): Promise<void> {
  for (const answers of steps) await step(hand, answers);
  await confirm(hand, button);
}

/** From the check page on. */
export async function confirm(hand: Hand, button: string): Promise<void> {
  if ((await headingOf(hand)) !== 'Check your answers') throw new Error(`not at a check page: ${await textOf(hand)}`);
  await press(hand, button);
  if ((await hand.page.title()).startsWith('Error')) throw new Error(await textOf(hand));
}

/** A button, or a link that looks like one. */
export const press = (hand: Hand, button: string): Promise<void> =>
  hand.press(mainOf(hand).getByRole('button', { name: button, exact: true }));

/** The first link of this name, in the menu or in the page. */
export const follow = (hand: Hand, link: string | RegExp): Promise<void> =>
  hand.press(hand.page.getByRole('link', { name: link, exact: true }).first());

export const mainOf = ({ page }: Hand): Locator => page.locator('main');
export const textOf = (hand: Hand): Promise<string> => mainOf(hand).innerText();
/** Without the caption above it. */
export const headingOf = async (hand: Hand): Promise<string> =>
  (await mainOf(hand).locator('h1 > bdi').innerText()).trim();

async function fillOne(hand: Hand, within: Locator, label: string, answer: string | readonly string[]): Promise<void> {
  const name = labelled(label);
  const group = within.getByRole('group', { name });
  if (typeof answer !== 'string') {
    for (const one of answer) await hand.tick(group.getByRole('checkbox', { name: one, exact: true }));
    return;
  }
  if ((await group.count()) > 0) return fillGroup(hand, group, answer);
  const list = within.getByRole('combobox', { name });
  if ((await list.count()) > 0) return hand.select(list, answer);
  await hand.write(within.getByRole('textbox', { name }), answer);
}

/** A date's three inputs, or one of few. */
async function fillGroup(hand: Hand, group: Locator, answer: string): Promise<void> {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(answer) ?? [];
  if (year === undefined) return hand.tick(group.getByRole('radio', { name: answer, exact: true }));
  for (const [part, value = ''] of [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ] as const) {
    await hand.write(group.getByRole('textbox', { name: part, exact: true }), String(Number(value)));
  }
}

/** Questions that need no answer say so. */
const labelled = (label: string): RegExp =>
  new RegExp(`^${label.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&')}( \\(optional\\))?$`);
