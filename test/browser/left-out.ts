import type { PageName } from '../../functions/web/pages.ts';
import { pageNames } from './page-names.ts';
import type { Visitor } from './places/place.ts';
import { addressOf, places } from './places/places.ts';
import type { World } from './world/world.ts';

/** What no browser looks at, because it is no HTML. */
export type LeftOut = {
  readonly name: PageName;
  readonly gives: 'redirect' | 'file';
  readonly as: Visitor;
  readonly address: (world: World) => string;
};

export const leftOut: readonly LeftOut[] = pageNames.flatMap((name) =>
  places[name].flatMap(({ gives, ...place }) =>
    gives === undefined
      ? []
      : [{ name, gives, as: place.as, address: (world: World) => addressOf(name, place, world) }],
  ),
);
