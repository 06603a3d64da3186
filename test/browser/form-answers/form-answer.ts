import { dateValues } from '../../../functions/web/form/values.ts';
import { hostileProse } from '../hostile.ts';
import type { AnyPlace } from '../places/place.ts';
import type { World } from '../world/world.ts';

/** What is answered, by the names of the inputs; nothing where one isn't asked after all. */
export type Answers = Readonly<Record<string, string | ((world: World) => string) | undefined>>;

/** One page of questions. */
export type Step = {
  readonly answers: Answers;
  /** Nothing on it has to be answered, so that leaving everything empty goes on. */
  readonly isOptional?: true;
};

/** Answers that are well-formed, and impossible: what is answered otherwise, or where, or by whom. */
export type Refused = Partial<Pick<AnyPlace, 'as' | 'at' | 'query'>> & {
  readonly answers?: Answers;
  /** What a PUT would do is known only once it is sent. */
  readonly isSent?: true;
  /** Where it isn't 409. */
  readonly status?: 422;
};

export type FormAnswers = {
  readonly steps: readonly Step[];
  /** Or why it is never refused. */
  readonly refused: Refused | { readonly never: string };
  /** Why answers lead to no page that waits for a confirmation. */
  readonly goesOn?: string;
};

export const asked = (answers: Answers): Step => ({ answers });
export const optional = (answers: Answers): Step => ({ answers, isOptional: true });

/** A date as its three inputs take it. */
export const on = (name: string, date: string): Answers => Object.fromEntries(dateValues(name, date));
export const note: Answers = { note: hostileProse };
export const tooMuch = '9999999.00';
/** In an open year, after all that has happened. */
export const late = '2018-03-05';
/** In a year that is closed. */
export const closed = '2016-05-05';
