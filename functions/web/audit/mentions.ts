import { Money } from '../../../domain/money.ts';

/** What an entry of the journal can speak of by its id. */
export type RecordKind = 'award' | 'grant' | 'meeting' | 'fund' | 'funder' | 'authority' | 'priority';
export type Mention = { readonly kind: RecordKind; readonly id: string };

/** Which members hold the id of what; lists of such ids too. */
const kinds: Readonly<Record<string, RecordKind>> = {
  awardId: 'award',
  relatedAwardId: 'award',
  grantId: 'grant',
  meetingId: 'meeting',
  confirmedAtMeetingId: 'meeting',
  adoptedAtMeetingId: 'meeting',
  deferredTo: 'meeting',
  fundId: 'fund',
  funderId: 'funder',
  funder: 'funder',
  authorityId: 'authority',
  authorities: 'authority',
  priorities: 'priority',
};

export const kindOf = (member: string): RecordKind | undefined => kinds[member];

/** Every record that facts or postings speak of, however deep inside them. */
export function mentionsIn(value: unknown, member = ''): Mention[] {
  const kind = kindOf(member);
  if (typeof value === 'string') return kind === undefined ? [] : [{ kind, id: value }];
  if (typeof value !== 'object' || value === null || value instanceof Money) return [];
  if (Array.isArray(value)) return value.flatMap((item) => mentionsIn(item, member));
  return Object.entries(value).flatMap(([name, inner]) => mentionsIn(inner, name));
}
