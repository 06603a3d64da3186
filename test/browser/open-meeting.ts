import type { ApiCalls } from './api-calls.ts';

export type OpenMeeting = {
  readonly id: string;
  /** Below the partnership. */
  readonly path: string;
  /** The ids of the awards on its agenda, by their titles. */
  readonly awards: ReadonlyMap<string, string>;
};

/** A meeting of the Maldon group that the coordinator has opened, with awards to decide: each asks the partnership fund for £100. */
export async function openMeeting(
  { act }: ApiCalls,
  heldOn: string,
  titles: readonly string[],
  presiding = { subject: 'maldon-rag-chair', name: 'Chair, Maldon' },
): Promise<OpenMeeting> {
  const { id } = await scheduleMeeting({ act }, heldOn);
  const awards = new Map<string, string>();
  for (const title of titles) {
    const award = await act('coordinator', '/awards', { ...asked, title, purpose: title, proposedOn: heldOn });
    await act('coordinator', `/awards/${award.id}/submission`, { meetingId: id });
    awards.set(title, award.id);
  }
  await act('coordinator', `/meetings/${id}/attendance`, { presiding, present }, 'PUT');
  await act('coordinator', `/meetings/${id}/opening`, {});
  return { id, path: `/meetings/${id}`, awards };
}

/** Approved in full by the chair. */
export async function approveAll(
  { act }: ApiCalls,
  { id, awards }: OpenMeeting,
  titles: readonly string[],
): Promise<void> {
  const decision = { meetingId: id, outcome: 'approved', amountApproved: '100.00', minuteReference: '1' };
  for (const title of titles) await act('chair', `/awards/${awards.get(title)}/decision`, decision);
}

export const scheduleMeeting = ({ act }: Pick<ApiCalls, 'act'>, heldOn: string) =>
  act('coordinator', '/meetings', { title: 'Responsible Authorities Group', heldOn });

const asked = {
  fundId: 'partnership-fund',
  recipient: { name: 'Village hall committee', kind: 'vcse' },
  amountRequested: '100.00',
};

const present = [
  { authorityId: 'maldon-district-council', name: 'A. Councillor' },
  { authorityId: 'essex-county-council', name: 'B. Officer' },
  { authorityId: 'essex-police', name: 'C. Inspector' },
];
