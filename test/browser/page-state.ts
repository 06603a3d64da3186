import type { Page } from 'playwright-core';
import type { Visitor } from './places/place.ts';
import type { World } from './world/world.ts';

/** A page in one of the states that it can be in. */
export type PageState = {
  readonly title: string;
  readonly state: 'filled' | 'empty' | 'error' | 'confirmation' | 'refused' | 'elsewhere';
  readonly as: Visitor;
  readonly status: number;
  /** Brings a browser there; gives the status that it came with. */
  readonly reach: (page: Page, world: World) => Promise<number>;
};
