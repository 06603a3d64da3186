import type { WholeAward } from './award.ts';

export type Decision = WholeAward['decisions'][number];
export type Decided = Extract<Decision, { type: 'award-decided' }>;
export type Acted = Extract<Decision, { type: 'chairs-action-taken' }>;
export type Ratified = Extract<Decision, { type: 'chairs-action-ratified' }>;
