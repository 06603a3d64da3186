import type { PlainDate } from '../../../domain/plain-date.ts';
import { longDate } from '../../../domain/prose-dates.ts';
import type { Text } from '../page/text.ts';

type ShownSpan = {
  readonly kind: string;
  readonly text: string;
  readonly href?: string;
  readonly hidden?: string;
  readonly colour?: string;
  readonly at?: PlainDate | string;
  readonly isIllustrative?: boolean;
};

/** Running text as the view shows it: amounts, dates and moments in words. */
export function spansOf(text: Text | undefined): ShownSpan[] {
  if (text === undefined) return [];
  const spans = isList(text) ? text : [text];
  return spans.map((span) => {
    if (typeof span === 'string') return { kind: 'text', text: span };
    switch (span.kind) {
      case 'money':
        return { kind: 'money', text: span.amount.toSterling(), isIllustrative: span.isIllustrative ?? false };
      case 'date':
        return { kind: 'date', text: longDate(span.date), at: span.date };
      case 'moment':
        return { kind: 'date', text: inLondon(span.at), at: span.at };
      default:
        return span;
    }
  });
}

const isList = (text: Text): text is Extract<Text, readonly unknown[]> => Array.isArray(text);

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});

/** "6 October 2017 at 10:15 am". */
const inLondon = (at: string): string => london.format(new Date(at));
