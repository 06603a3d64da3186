import type { Field } from './field.ts';
import type { FieldErrors } from './read-form.ts';
import type { Values } from './values.ts';

export type Button = {
  readonly text: string;
  /** What pressing it sends beside the answers, as `go`. */
  readonly go?: string;
  readonly look?: 'primary' | 'secondary' | 'warning' | 'link';
  /** Read out after the text, where buttons of the same text stand together. */
  readonly hidden?: string;
};

/** A form with what is in it. Its token is added where it is shown. */
export type FormBlock = {
  readonly kind: 'form';
  /** Where it goes; its own page where nothing is said. */
  readonly action?: string;
  readonly method?: 'get' | 'post';
  readonly fields: readonly Field[];
  readonly values: Values;
  readonly errors?: FieldErrors;
  /** Carried along unseen. */
  readonly carried?: readonly (readonly [name: string, value: string])[];
  readonly buttons: readonly Button[];
  /** In one line, such as the filters of a list. */
  readonly isInline?: boolean;
  /** Sent by itself where there is a script, again and again while the next page says so too: long work in short steps. */
  readonly isAutomatic?: boolean;
};
