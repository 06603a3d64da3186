import type { RunningPages } from '../running-pages.ts';

const people = {
  coordinator: ['maldon-community-safety-manager', 'maldon:coordinator'],
  chair: ['maldon-rag-chair', 'maldon:chair'],
  viceChair: ['maldon-rag-vice-chair', 'maldon:chair'],
  officer: ['maldon-finance-officer', 'maldon:finance-officer'],
} as const;
export type Who = keyof typeof people;

export function signedIn({ visitor }: RunningPages, who: Who) {
  const [subject, group] = people[who];
  return visitor(subject, group);
}

export const base = '/partnerships/maldon/meetings';
const presiding = { subject: 'maldon-rag-chair', name: 'Chair, Maldon' };
const present = ['maldon-district-council', 'essex-police', 'essex-county-council'].map((authorityId) => ({
  authorityId,
  name: `Somebody of ${authorityId}`,
}));

const viceChair = {
  authorityId: 'maldon-district-council',
  name: 'Vice-chair, Maldon',
  subject: 'maldon-rag-vice-chair',
};

const award = {
  title: 'Street pastors',
  fundId: 'partnership-fund',
  recipient: { name: 'Maldon Street Pastors', kind: 'vcse' },
  amountRequested: '50',
  purpose: 'Friday nights in the High Street',
  priorities: ['crime-and-asb'],
  proposedOn: '2018-02-20',
};

/** Calls the API itself, to prepare a meeting and to see what became of it. */
export function meetingCalls(running: RunningPages) {
  // biome-ignore lint/suspicious/noExplicitAny: answers of many kinds, looked at by tests alone
  const call = async (who: Who, method: string, path: string, body?: object): Promise<any> => {
    const [subject, group] = people[who];
    const token = await running.token(subject, group);
    const response = await fetch(`${running.origin}/v1/partnerships/maldon${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...(method === 'POST' && { 'idempotency-key': crypto.randomUUID() }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  const schedule = async (more: object = {}): Promise<string> =>
    (await call('coordinator', 'POST', '/meetings', { title: 'The group', heldOn: '2018-03-01', ...more })).id;
  const propose = async (more: object = {}): Promise<string> =>
    (await call('coordinator', 'POST', '/awards', { ...award, ...more })).id;
  return {
    call,
    schedule,
    /** A meeting with quorum that is open; the vice-chair is there as well. */
    open: async (more: object = {}): Promise<string> => {
      const id = await schedule(more);
      await call('coordinator', 'PUT', `/meetings/${id}/attendance`, { presiding, present: [...present, viceChair] });
      await call('coordinator', 'POST', `/meetings/${id}/opening`, {});
      return id;
    },
    propose,
    /** A new award on a meeting’s agenda. */
    award: async (meetingId: string, more: object = {}): Promise<string> => {
      const id = await propose(more);
      await call('coordinator', 'POST', `/awards/${id}/submission`, { meetingId });
      return id;
    },
    seenAward: (id: string) => call('chair', 'GET', `/awards/${id}`),
    seenMeeting: (id: string) => call('chair', 'GET', `/meetings/${id}`),
  };
}
