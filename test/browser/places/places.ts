import { type PageName, pages } from '../../../functions/web/pages.ts';
import type { World } from '../world/world.ts';
import { books } from './books.ts';
import { group } from './group.ts';
import { money } from './money.ts';
import { outside } from './outside.ts';
import type { AnyPlace, PlacesOf } from './place.ts';
import { settings } from './settings.ts';

/** Where every page there is can be seen. */
export const places: Readonly<Record<PageName, readonly AnyPlace[]>> = {
  ...outside,
  ...money,
  ...group,
  ...books,
  ...settings,
} satisfies PlacesOf<PageName>;

/** The address of a place. */
export function addressOf(name: PageName, { at, query = '' }: Pick<AnyPlace, 'at' | 'query'>, world: World): string {
  const parameters = new Map(Object.entries(at(world)));
  return `${pages[name].path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => parameters.get(parameter) ?? '')}${query}`;
}
