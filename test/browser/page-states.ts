import type { Page } from 'playwright-core';
import { type PageName, pages } from '../../functions/web/pages.ts';
import { formStates } from './form-states.ts';
import { pageNames } from './page-names.ts';
import type { PageState } from './page-state.ts';
import { addressOf, places } from './places/places.ts';
import { goTo } from './reach.ts';
import { bareId } from './world/people.ts';
import type { World } from './world/world.ts';

/** Every page that is HTML, in every state: made from the list of pages, so that none is forgotten. */
export const pageStates: readonly PageState[] = pageNames.flatMap((name) => [
  ...filledStates(name),
  ...emptyStates(name),
  ...formStates(name),
]);

function filledStates(name: PageName): PageState[] {
  return places[name]
    .filter(({ gives }) => gives === undefined)
    .map((place) => ({
      title: `${name} ${place.is ?? 'filled'}`,
      state: 'filled',
      as: place.as,
      status: place.status ?? 200,
      reach: (page, world) => goTo(page, addressOf(name, place, world)),
    }));
}

/** Before anything is recorded; what is about one record has no such state. */
function emptyStates(name: PageName): PageState[] {
  const [place] = places[name];
  const needed = [...pages[name].path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
  const isOfBooks =
    needed.includes('partnershipId') && needed.every((one) => one === 'partnershipId' || one === 'financialYear');
  if (place === undefined || place.gives !== undefined || place.isNeverEmpty !== undefined || !isOfBooks) return [];
  const at = () => ({ partnershipId: bareId, financialYear: '2017-18' });
  const reach = (page: Page, world: World) => goTo(page, addressOf(name, { at }, world));
  return [{ title: `${name} empty`, state: 'empty', as: place.as, status: 200, reach }];
}
