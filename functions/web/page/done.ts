import type { EntryType } from '../../../domain/ledger/facts.ts';
import { entryWords } from './entry-words.ts';
import type { Visit } from './page.ts';
import type { Block } from './view.ts';

/** Where a form leads to whose answer doesn't say which entry of the journal it wrote. */
export const doneAt = (path: string, type: EntryType): string => `${path}?done=${type}`;

/** What was done just now, if something was. */
export function doneNotice({ request }: Pick<Visit, 'request'>): Block[] {
  const asked = request.query.get('done');
  const [, text] = Object.entries(entryWords).find(([type]) => type === asked) ?? [];
  return text === undefined ? [] : [{ kind: 'notice', look: 'success', title: 'Recorded', text: `${text}.` }];
}
