import { longDate } from '../../../domain/prose-dates.ts';
import type { Api } from '../api/api.ts';
import { awardPath, funderPath, fundPath, grantPath, meetingPath } from '../page/paths.ts';
import { code, link, name, type Span } from '../page/text.ts';
import type { Mention, RecordKind } from './mentions.ts';

/** What records are called, by what they are and their ids. */
export type RecordNames = {
  readonly partnershipId: string;
  readonly of: (mention: Mention) => string | undefined;
};

type Named = readonly [id: string, name: string];
type Read = (api: Api, partnershipId: string, ids: readonly string[]) => Promise<Named[]>;

// Whoever reads a record is recorded: a few are read one by one, more of them as one list.
const fewEnough = 3;

/** Looks up what these records are called. */
export async function recordNames(api: Api, partnershipId: string, mentions: readonly Mention[]): Promise<RecordNames> {
  const byKind = Map.groupBy(mentions, ({ kind }) => kind);
  const read = await Promise.all(
    [...byKind].map(async ([kind, those]) => {
      const ids = [...new Set(those.map(({ id }) => id))];
      return [kind, new Map(await readers[kind](api, partnershipId, ids))] as const;
    }),
  );
  const names = new Map(read);
  return { partnershipId, of: ({ kind, id }) => names.get(kind)?.get(id) };
}

const readers: Readonly<Record<RecordKind, Read>> = {
  award: async (api, partnershipId, ids) => {
    const one = (awardId: string) => api.read('getAward', { partnershipId, awardId });
    const awards = isFew(ids) ? await Promise.all(ids.map(one)) : await api.all('listAwards', { partnershipId });
    return awards.map(({ id, title }) => [id, title]);
  },
  grant: async (api, partnershipId, ids) => {
    const one = (grantId: string) => api.read('getGrant', { partnershipId, grantId });
    const grants = isFew(ids) ? await Promise.all(ids.map(one)) : await api.all('listGrants', { partnershipId });
    return grants.map(({ id, title }) => [id, title]);
  },
  meeting: async (api, partnershipId, ids) => {
    const one = (meetingId: string) => api.read('getMeeting', { partnershipId, meetingId });
    const meetings = isFew(ids) ? await Promise.all(ids.map(one)) : await api.all('listMeetings', { partnershipId });
    return meetings.map(({ id, title, heldOn }) => [id, `${title}, ${longDate(heldOn)}`]);
  },
  fund: async (api, partnershipId) =>
    (await api.all('listFunds', { partnershipId })).map(({ id, name: called }) => [id, called]),
  funder: async (api, partnershipId) =>
    (await api.all('listFunders', { partnershipId })).map(({ id, names }) => [id, names.at(-1)?.name ?? id]),
  authority: async (api, partnershipId) =>
    (await api.read('getPartnership', { partnershipId })).responsibleAuthorities.map(({ id, name: called }) => [
      id,
      called,
    ]),
  // Each year has its own; their ids are words.
  priority: async () => [],
};

const isFew = (ids: readonly string[]): boolean => ids.length <= fewEnough;

const paths: Readonly<Partial<Record<RecordKind, (partnershipId: string, id: string) => string>>> = {
  award: awardPath,
  grant: grantPath,
  meeting: meetingPath,
  fund: fundPath,
  funder: funderPath,
};

/** Its name, leading to it where it has a page; its id where it has no name. */
export function recordLink(mention: Mention, { partnershipId, of }: RecordNames): Span {
  const called = of(mention);
  const path = paths[mention.kind];
  if (path !== undefined) return link(path(partnershipId, mention.id), called ?? mention.id);
  return called === undefined ? code(mention.id) : name(called);
}
