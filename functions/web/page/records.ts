import type { Money } from '../../../domain/money.ts';
import { illustrativePart } from '../../../domain/publication/illustrative.ts';
import { entryWords } from './entry-words.ts';
import type { Visit } from './page.ts';
import { link, money, type Span } from './text.ts';
import type { Block } from './view.ts';

/** Where a form leads to when it is done: the page says what was recorded. */
export const recordedAt = (path: string, sequence: number): string => `${path}?recorded=${sequence}`;

/** What was recorded just now, if something was. */
export async function recordedNotice(visit: Visit<`/partnerships/{partnershipId}${string}`>): Promise<Block[]> {
  const sequence = visit.request.query.get('recorded');
  if (sequence === null || !/^[1-9]\d{0,11}$/.test(sequence)) return [];
  const { partnershipId } = visit.parameters;
  const { type } = await visit.api.read('getEntry', { partnershipId, sequence });
  const entry = link(`/partnerships/${partnershipId}/journal/${sequence}`, `entry ${sequence} of the journal`);
  return [{ kind: 'notice', look: 'success', title: 'Recorded', text: [`${entryWords[type]}: `, entry, '.'] }];
}

/** An amount, marked where the note of its record says that the source doesn't give it. */
export const amountOf = (amount: Money, record: { readonly note?: string | undefined }): Span =>
  money(amount, illustrativePart(record.note) !== undefined);
