import { randomUUID } from 'node:crypto';
import { grantPath, meetingPath } from '../../functions/web/page/paths.ts';
import type { RunningPages } from '../functions/web/running-pages.ts';

const base = '/v1/partnerships/maldon';

/** What the pictures show beside the worked example: a letter to record a receipt of, and a meeting that is open. */
export async function prepareMeeting({ origin, token }: RunningPages) {
  const send = async (
    method: string,
    path: string,
    who: string,
    role: string,
    body: object,
  ): Promise<{ id: string }> => {
    const headers = {
      authorization: `Bearer ${await token(who, `maldon:${role}`)}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    };
    const response = await fetch(`${origin}${base}${path}`, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return (await response.json()) as { id: string };
  };
  const officer = (path: string, body: object) => send('POST', path, 'maldon-finance-officer', 'finance-officer', body);
  const coordinator = (path: string, body: object) =>
    send('POST', path, 'maldon-community-safety-manager', 'coordinator', body);
  const grant = await officer('/grants', {
    kind: 'contribution',
    title: 'Rural crime contribution',
    funder: { id: 'essex-county-council', name: 'Essex County Council' },
    fundId: 'partnership-fund',
    financialYear: '2018-19',
    grossAmount: '600',
    reference: 'ECC-2018-1',
    agreedOn: '2018-04-09',
  });
  const meeting = await coordinator('/meetings', {
    title: 'Responsible Authorities Group',
    heldOn: '2018-06-08',
    venue: 'Council Chamber',
  });
  await send('PUT', `/meetings/${meeting.id}/attendance`, 'maldon-community-safety-manager', 'coordinator', attendance);
  await coordinator(`/meetings/${meeting.id}/opening`, {});
  const award = await coordinator('/awards', {
    title: 'Rural crime prevention events',
    fundId: 'partnership-fund',
    recipient: { name: 'Dengie Neighbourhood Watch', kind: 'vcse' },
    amountRequested: '750',
    purpose: 'Four property-marking events in villages with the highest number of thefts from farms.',
    proposedOn: '2018-05-21',
  });
  await coordinator(`/awards/${award.id}/submission`, { meetingId: meeting.id });
  return {
    meetingPath: meetingPath('maldon', meeting.id),
    receiptPath: `${grantPath('maldon', grant.id)}/receipts/new`,
  };
}

const attendance = {
  presiding: { subject: 'maldon-rag-chair', name: 'Chair, Maldon' },
  present: [
    { authorityId: 'maldon-district-council', name: 'A. Councillor' },
    { authorityId: 'essex-police', name: 'B. Inspector' },
    { authorityId: 'essex-fire-and-rescue', name: 'C. Officer' },
  ],
};
