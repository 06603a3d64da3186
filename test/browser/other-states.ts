import type { Page } from 'playwright-core';
import { moneyAnswers } from './form-answers/money.ts';
import { holdForm } from './held-form.ts';
import type { PageState } from './page-state.ts';
import { atGrant, here, thisYear } from './places/place.ts';
import { addressOf } from './places/places.ts';
import { answer, confirm, goTo } from './reach.ts';
import { whileApiAnswers } from './while-api-answers.ts';
import type { World } from './world/world.ts';

const receiptForm = (world: World): string => addressOf('recordReceipt', { at: atGrant('grant') }, world);
const overview = (world: World): string => addressOf('overview', { at: thisYear }, world);
const noGrant = (world: World) => ({ ...here(world), grantId: '00000000-0000-7000-8000-000000000000' });

/** What is no page of the list, and what a page shows once in a while. */
const others: readonly Omit<PageState, 'state'>[] = [
  { title: 'a forbidden form', as: 'auditor', status: 403, reach: (page, world) => goTo(page, receiptForm(world)) },
  {
    title: 'a partnership of others',
    as: 'stranger',
    status: 403,
    reach: (page, world) => goTo(page, overview(world)),
  },
  { title: 'no page', as: 'officer', status: 404, reach: (page, world) => goTo(page, `${receiptForm(world)}er`) },
  { title: 'no page, to nobody', as: 'nobody', status: 404, reach: (page) => goTo(page, '/nothing') },
  {
    title: 'no record',
    as: 'officer',
    status: 404,
    reach: (page, world) => goTo(page, addressOf('grant', { at: noGrant }, world)),
  },
  { title: 'a form of another session', as: 'officer', status: 403, reach: sendForeign },
  {
    title: 'a form that was sent too late',
    as: 'officer',
    status: 200,
    reach: async (page, world) => {
      await holdForm(page, receiptForm(world));
      return goTo(page, receiptForm(world));
    },
  },
  {
    title: 'a busy service',
    as: 'officer',
    status: 503,
    reach: (page, world) => whileApiAnswers(503, () => goTo(page, overview(world))),
  },
  {
    title: 'a service that fails',
    as: 'officer',
    status: 500,
    reach: (page, world) => whileApiAnswers(500, () => goTo(page, overview(world))),
  },
  { title: 'a form of a busy service', as: 'officer', status: 503, reach: confirmWhileBusy },
];

export const otherStates: readonly PageState[] = others.map((state) => ({ ...state, state: 'elsewhere' }));

/** As another site would send it, without what only this session's pages carry. */
async function sendForeign(page: Page, world: World): Promise<number> {
  await goTo(page, receiptForm(world));
  await page.locator('main [name=formToken]').evaluate((input: { value: string }) => {
    input.value = 'foreign';
  });
  return answer(page, {}, world);
}

/** Of a form that reads nothing before it is shown. */
async function confirmWhileBusy(page: Page, world: World): Promise<number> {
  await goTo(page, addressOf('openFund', { at: here }, world));
  for (const { answers } of moneyAnswers.openFund.steps) await answer(page, answers, world);
  return whileApiAnswers(503, () => confirm(page));
}
