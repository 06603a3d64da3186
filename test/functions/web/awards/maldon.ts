import { randomUUID } from 'node:crypto';
import type { PageVisitor } from '../page-visitor.ts';
import type { RunningPages } from '../running-pages.ts';

const people = {
  officer: ['maldon-finance-officer', 'maldon:finance-officer'],
  coordinator: ['maldon-community-safety-manager', 'maldon:coordinator'],
  chair: ['maldon-rag-chair', 'maldon:chair'],
  viceChair: ['maldon-rag-vice-chair', 'maldon:chair'],
  auditor: ['maldon-auditor', 'maldon:auditor'],
} as const;
type Who = keyof typeof people;

type Recorded = { readonly id: string; readonly sequence: number } & Record<string, unknown>;

/** The worked example, with what a test adds to it. */
export class Maldon {
  readonly running: RunningPages;

  constructor(running: RunningPages) {
    this.running = running;
  }

  visitor(who: Who): Promise<PageVisitor> {
    const [subject, group] = people[who];
    return this.running.visitor(subject, group);
  }

  async call(who: Who, method: 'GET' | 'POST' | 'PUT', path: string, body?: object): Promise<Recorded> {
    const [subject, group] = people[who];
    const response = await fetch(`${this.running.origin}/v1/partnerships/maldon${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.running.token(subject, group)}`,
        'content-type': 'application/json',
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Recorded;
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  }

  async proposed(title: string, more: object = {}): Promise<string> {
    const recipient = { name: 'Youth club', kind: 'vcse' };
    const body = { title, fundId: 'partnership-fund', recipient, amountRequested: '300.00', purpose: title, ...more };
    return (await this.call('coordinator', 'POST', '/awards', body)).id;
  }

  async meeting(heldOn: string): Promise<string> {
    return (await this.call('coordinator', 'POST', '/meetings', { title: 'Group', heldOn })).id;
  }

  submit(awardId: string, meetingId: string): Promise<Recorded> {
    return this.call('coordinator', 'POST', `/awards/${awardId}/submission`, { meetingId });
  }

  /** Opens a meeting with the chair presiding and three authorities there. */
  async open(meetingId: string): Promise<void> {
    const presiding = { subject: people.chair[0], name: 'Chair, Maldon' };
    const present = ['maldon-district-council', 'essex-county-council', 'essex-police', 'probation'].map(
      (authorityId) => ({ authorityId, name: `For ${authorityId}` }),
    );
    await this.call('coordinator', 'PUT', `/meetings/${meetingId}/attendance`, { presiding, present });
    await this.call('coordinator', 'POST', `/meetings/${meetingId}/opening`, {});
  }

  decide(awardId: string, meetingId: string, decision: object): Promise<Recorded> {
    return this.call('chair', 'POST', `/awards/${awardId}/decision`, {
      meetingId,
      minuteReference: '4.1',
      ...decision,
    });
  }

  /** An award that a meeting of its own approved; the meeting is closed. */
  async approved(title: string, heldOn: string, amountApproved?: string): Promise<string> {
    const [awardId, meetingId] = [await this.proposed(title), await this.meeting(heldOn)];
    await this.submit(awardId, meetingId);
    await this.open(meetingId);
    await this.decide(awardId, meetingId, { outcome: 'approved', ...(amountApproved && { amountApproved }) });
    await this.call('coordinator', 'POST', `/meetings/${meetingId}/closing`, {});
    return awardId;
  }
}

export const awardsPath = '/partnerships/maldon/awards';
export const pathOf = (awardId: string): string => `${awardsPath}/${awardId}`;

/** What is typed into a date's three inputs. */
export const typedDate = (name: string, date: string): Record<string, string> => {
  const [year = '', month = '', day = ''] = date.split('-');
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year };
};
