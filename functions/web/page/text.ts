import type { Money } from '../../../domain/money.ts';
import type { PlainDate } from '../../../domain/plain-date.ts';

/** A piece of running text. What people wrote is a `name`: it is set apart, so that right-to-left text moves nothing else. */
export type Span =
  | string
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'money'; readonly amount: Money; readonly isIllustrative?: boolean }
  | { readonly kind: 'date'; readonly date: PlainDate }
  | { readonly kind: 'moment'; readonly at: string }
  | { readonly kind: 'link'; readonly href: string; readonly text: string; readonly hidden?: string }
  | { readonly kind: 'tag'; readonly text: string; readonly colour?: TagColour }
  | { readonly kind: 'strong'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'hidden'; readonly text: string };

export type TagColour = 'grey' | 'green' | 'blue' | 'yellow' | 'orange' | 'red' | 'purple' | 'teal';

export type Text = Span | readonly Span[];

export const name = (text: string): Span => ({ kind: 'name', text });
export const money = (amount: Money, isIllustrative = false): Span => ({ kind: 'money', amount, isIllustrative });
export const date = (on: PlainDate): Span => ({ kind: 'date', date: on });
/** A moment at which something was recorded, as an instant of ISO 8601; shown in London's time. */
export const moment = (at: string): Span => ({ kind: 'moment', at });
/** `hidden` is read out after the text, where links of the same text stand together. */
export const link = (href: string, text: string, hidden?: string): Span => ({
  kind: 'link',
  href,
  text,
  ...(hidden === undefined ? {} : { hidden }),
});
export const tag = (text: string, colour: TagColour = 'grey'): Span => ({ kind: 'tag', text, colour });
export const strong = (text: string): Span => ({ kind: 'strong', text });
export const code = (text: string): Span => ({ kind: 'code', text });
export const hidden = (text: string): Span => ({ kind: 'hidden', text });
