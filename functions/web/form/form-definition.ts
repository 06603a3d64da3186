import type { OperationName, operations } from '../../operations.ts';
import type { AnswerOf, Parameters } from '../api/api.ts';
import type { Visit } from '../page/page.ts';
import type { Block } from '../page/view.ts';
import type { Field } from './field.ts';

type Operations = typeof operations;
/** The operations that change something. */
export type ChangingName = {
  [Name in OperationName]: Operations[Name]['method'] extends 'GET' ? never : Name;
}[OperationName];

export type Step = {
  readonly title: string;
  readonly fields: readonly Field[];
  /** What stands above the questions. */
  readonly blocks?: readonly Block[];
};

/** A form over one operation of the API: questions, then what was answered and what it would do, then done. */
export type FormDefinition<Path extends string, Name extends ChangingName, Context> = {
  readonly path: Path;
  readonly operation: Name;
  readonly title: string | ((context: Context) => string);
  /** What stands above the title, such as the name of the grant. */
  readonly caption?: (context: Context) => string;
  /** What the form must know before it can be shown. */
  readonly load: (visit: Visit<Path>) => Promise<Context>;
  readonly steps: (context: Context) => readonly Step[];
  /** What is in the form at the beginning. */
  readonly start?: (context: Context, visit: Visit<Path>) => Iterable<readonly [name: string, value: string]>;
  /** The `ETag` of what the form replaces, as it was read for the form. */
  readonly etag?: (context: Context) => string;
  /** The parameters of the operation's path, where they are not the page's own. */
  readonly parameters?: (visit: Visit<Path>, body: Record<string, unknown>) => Parameters;
  /** The request's body, where it isn't the answers as they are. */
  readonly body?: (answers: Record<string, unknown>, context: Context) => Record<string, unknown>;
  /** What it would do, beside what is always shown of funds, grants and awards. */
  readonly effects?: (answer: AnswerOf<Name>, context: Context, visit: Visit<Path>) => Promise<readonly Block[]>;
  /** The question that a refusal is about, by its code. */
  readonly questionOf?: Readonly<Record<string, string>>;
  /** What the last button says: "Record the receipt". */
  readonly button: string | ((context: Context) => string);
  readonly isWarning?: boolean;
  readonly back: (visit: Visit<Path>) => { readonly href: string; readonly text: string };
  /** Where it leads to once it is done. */
  readonly done: (answer: AnswerOf<Name>, visit: Visit<Path>) => string;
};
