import type { Page } from 'playwright-core';
import type { Answers } from './form-answers/form-answer.ts';
import type { World } from './world/world.ts';

/** Goes to an address; gives the status. */
export async function goTo(page: Page, address: string): Promise<number> {
  const response = await page.goto(address);
  return response?.status() ?? 0;
}

/** What a browser knows of an input. */
type Input = { readonly name: string; readonly type: string; value: string; checked: boolean };

const inputs = 'main form.app-form :is(input, textarea, select):not([type=hidden], [type=file])';

/** Answers what is asked, and presses the first button. */
export async function answer(page: Page, answers: Answers, world: World): Promise<number> {
  const given = Object.entries(answers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, typeof value === 'string' ? value : value(world)]],
  );
  const missing = await page.locator(inputs).evaluateAll((all: Input[], pairs) => {
    const isChoice = ({ type }: Input) => type === 'radio' || type === 'checkbox';
    const set = (name: string, value: string): boolean => {
      const named = all.filter((input) => input.name === name);
      const chosen = named.find((input) => !isChoice(input) || input.value === value);
      if (chosen === undefined) return false;
      if (isChoice(chosen)) chosen.checked = true;
      else chosen.value = value;
      return chosen.value === value;
    };
    return pairs.filter(([name = '', value = '']) => !set(name, value)).map(([name]) => name);
  }, given);
  if (missing.length > 0)
    throw new Error(`${page.url()} asks nothing that could be so answered: ${missing.join(', ')}`);
  return press(page, mainButton);
}

/** Empties everything that can be, and presses the first button. */
export async function answerNothing(page: Page): Promise<number> {
  await page.locator(inputs).evaluateAll((all: Input[]) => {
    for (const input of all) if (input.type !== 'radio' && input.type !== 'checkbox') input.value = '';
  });
  return press(page, mainButton);
}

export const confirm = (page: Page): Promise<number> => press(page, 'main button[value="confirm"]');

const mainButton = 'main form:not([method=get]).app-form .govuk-button-group button >> nth=0';

async function press(page: Page, button: string): Promise<number> {
  const [response] = await Promise.all([page.waitForNavigation(), page.locator(button).click()]);
  return response?.status() ?? 0;
}
