import { operations } from '../../operations.ts';
import type { AnswerOf } from '../api/api.ts';
import { code, moment, name, type Span, type Text, tag } from '../page/text.ts';
import type { Block, Row } from '../page/view.ts';

type Events = AnswerOf<'listAuditEvents'>;
type Event = Events['items'][number];

export const eventTable = ({ items, nextCursor }: Events): Block => ({
  kind: 'table',
  caption: 'Reads and refusals',
  isCaptionHidden: true,
  empty:
    nextCursor === null
      ? 'Nothing was read or refused in this time.'
      : 'Nothing was found so far. Go on to the next page to look further.',
  columns: [{ label: 'When' }, { label: 'Who' }, { label: 'What happened' }, { label: 'What was asked' }],
  rows: items.map(rowOf),
});

const rowOf = (event: Event): Row => [
  moment(event.at),
  [name(event.by.name ?? event.by.subject), ' (', code(event.by.subject), ')'],
  outcome(event),
  asked(event),
];

const outcome = ({ kind, code: why }: Event): Text =>
  kind === 'read' ? tag('Read', 'grey') : [tag('Refused', 'orange'), ...(why === undefined ? [] : [' ', inWords(why)])];

/** `separation-of-duties` is "separation of duties". */
const inWords = (why: string): string => why.replaceAll('-', ' ');

function asked({ operation, path, query }: Event): Span[] {
  const address = code(query === '' ? path : `${path}?${query}`);
  const summary = summaries.get(operation);
  return summary === undefined ? [address] : [`${summary}. `, address];
}

/** Events name an operation by its route. */
const summaries: ReadonlyMap<string, string> = new Map(
  Object.values(operations).map(({ method, path, summary }) => [`${method} ${path}`, summary]),
);
