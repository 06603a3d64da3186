import type { Locator, Page } from 'playwright-core';
import { type Hand, leadingOn } from './hand.ts';

/** The keyboard alone: Tab to what is wanted, then the keys that people know. What has the focus must show it. */
export const keyboard = (page: Page): Hand => ({
  page,
  press: async (target) => {
    await tabTo(page, target);
    const isButton = await target.evaluate((element) => element.tagName === 'BUTTON');
    await leadingOn(page, () => page.keyboard.press(isButton ? 'Space' : 'Enter'));
  },
  write: async (field, text) => {
    await tabTo(page, field);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  },
  tick: async (input) => {
    await tabTo(page, input);
    for (let moves = 0; moves < mostOptions && !(await isFocused(input)); moves += 1) {
      await page.keyboard.press('ArrowDown');
    }
    if (!(await input.isChecked())) await page.keyboard.press('Space');
  },
  select: async (list, option) => {
    await tabTo(page, list);
    await page.keyboard.type(option);
  },
});

const mostStops = 300;
const mostOptions = 30;

/** To a link, a button or an input; of radio buttons, which are one stop, to their group. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const wanted = await target.elementHandle();
  for (let stops = 0; stops < mostStops; stops += 1) {
    const { isThere, unseen } = await page.evaluate(atStop, wanted);
    if (unseen !== '') throw new Error(`the focus doesn’t show on ${unseen}`);
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab doesn’t lead to ${target}`);
}

const isFocused = (input: Locator): Promise<boolean> =>
  input.evaluate((element) => element === element.ownerDocument.activeElement);

type Stop = { readonly isThere: boolean; readonly unseen: string };

/**
 * Runs in the page: where the focus is, and the element before it if that looks now as it did with the focus. What shows
 * the focus of radio buttons and checkboxes is drawn before their labels.
 */
const atStop = new Function(
  'wanted',
  `const edge = (style, name) =>
    style[name + 'Style'] === 'none' || style[name + 'Width'] === '0px' ? '' : style[name + 'Width'] + style[name + 'Color'];
  const styleOf = (element, part) => {
    const style = getComputedStyle(element, part);
    return [edge(style, 'outline'), edge(style, 'borderBottom'), style.boxShadow, style.backgroundColor].join();
  };
  const look = (element) =>
    [styleOf(element), ...[...(element.labels ?? [])].map((label) => styleOf(label, '::before'))].join();
  const [before, element] = [globalThis.focusBefore, document.activeElement];
  const hasMoved = before !== undefined && before.element !== element && before.element.isConnected;
  const isUnseen = hasMoved && look(before.element) === before.look;
  globalThis.focusBefore = element === document.body ? undefined : { element, look: look(element) };
  const isRadio = wanted.type === 'radio' && element.type === 'radio';
  const isInGroup = isRadio && element.name === wanted.name && element.form === wanted.form;
  return { isThere: element === wanted || isInGroup, unseen: isUnseen ? before.element.outerHTML.slice(0, 300) : '' };`,
) as (wanted: unknown) => Stop;
