import type { settingsPages } from '../../../functions/web/settings/pages.ts';
import { laterTermsFrom } from '../world/set-up.ts';
import type { World } from '../world/world.ts';
import { here, nowhere, type PlacesOf, thisYear } from './place.ts';

const atFunder = (world: World) => ({ ...here(world), funderId: 'funder' });

export const settings = {
  createPartnership: [{ as: 'administrator', at: nowhere }],
  settings: [
    { as: 'administrator', at: here },
    { as: 'coordinator', at: here, query: '?done=priorities-set', is: 'set just now' },
  ],
  addTerms: [{ as: 'administrator', at: here }],
  changeTerms: [{ as: 'administrator', at: (world) => ({ ...here(world), effectiveFrom: laterTermsFrom }) }],
  priorities: [{ as: 'coordinator', at: here }],
  setPriorities: [{ as: 'coordinator', at: thisYear }],
  funders: [{ as: 'officer', at: here }],
  addFunder: [{ as: 'officer', at: here }],
  funder: [{ as: 'officer', at: atFunder }],
  changeFunder: [{ as: 'officer', at: atFunder }],
} as const satisfies PlacesOf<keyof typeof settingsPages>;
