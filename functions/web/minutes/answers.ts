import type { z } from 'zod';
import type { PlainDate } from '../../../domain/plain-date.ts';
import type { WholeAwardAnswer, WholeMeetingAnswer } from '../../awards/answers.ts';

/** A meeting and an award as the API answers them. */
export type Meeting = z.output<typeof WholeMeetingAnswer>;
export type Award = z.output<typeof WholeAwardAnswer>;
export type AgendaItem = Meeting['agenda'][number];
export type Decision = Award['decisions'][number];

type Named = { readonly id: string; readonly name: string };

/** What meetings and awards name by id alone: the partnership's authorities, its funds, the year's priorities, its meetings. */
export type Names = {
  readonly authorities: readonly Named[];
  readonly funds: readonly Named[];
  readonly priorities: readonly Named[];
  readonly meetings: readonly { readonly id: string; readonly heldOn: PlainDate }[];
};
