import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Api, startTables, type TestTables } from '../api.ts';
import { did, terms as groupTerms } from '../award-calls.ts';
import { approvedAward } from './approved-award.ts';
import { checkedApiOver } from './checked-api.ts';
import { groupLedger } from './group-ledger.ts';
import { freshLedger } from './refusals.ts';

const terms = { quorum: 2 };
const priorities = { items: [{ id: 'one', name: 'One' }] };
const funder = { names: [{ name: 'A funder' }] };
const replaced = [
  { what: 'terms of reference', path: '/terms-of-reference/2017-04-01', body: terms, other: { quorum: 1 } },
  {
    what: 'priorities',
    path: '/years/2017-18/priorities',
    body: priorities,
    other: { items: [{ id: 'two', name: 'Two' }] },
  },
  { what: 'a funder', path: '/funders/one', body: funder, other: { names: [{ name: 'Another name' }] } },
];

describe('settings of a partnership', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
  });
  afterAll(() => tables.stop());

  it.each(replaced)('puts $what: 201 with an ETag, then 200 with it in If-Match', async ({ path, body, other }) => {
    const { to } = await freshLedger(api);
    const put = (more: object, headers: Record<string, string> = {}) => api.call(to('PUT', path, more, { headers }));

    const made = await put(body);
    const read = await api.call(to('GET', path));
    const changed = await put(other, { 'if-match': read.headers['etag'] ?? '' });
    const reread = await api.call(to('GET', path));

    expect([made.status, read.status, changed.status]).toEqual([201, 200, 200]);
    expect(read.headers['etag']).toBe(made.headers['etag']);
    expect(read.body).toEqual(made.body);
    expect(changed.headers['etag']).not.toBe(made.headers['etag']);
    expect([reread.headers['etag'], reread.body]).toEqual([changed.headers['etag'], changed.body]);
    expect(read.body).toMatchObject(body);
    expect(reread.body).toMatchObject(other);
  });

  it.each(replaced)('puts $what over anything that is there with If-Match: *', async ({ path, body, other }) => {
    const { to } = await freshLedger(api);
    await api.call(to('PUT', path, body));

    const reply = await api.call(to('PUT', path, other, { headers: { 'if-match': '*' } }));

    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject(other);
  });

  it.each(replaced)('does not put $what over what is not what was read', async ({ path, body, other }) => {
    const { to } = await freshLedger(api);
    const { headers } = await api.call(to('PUT', path, body));
    const etag = headers['etag'] ?? '';
    await api.call(to('PUT', path, other, { headers: { 'if-match': etag } }));

    const tags = [etag, '"r0"', '"x"', 'r1', `W/${etag}`, '""', '', '"r1" '.repeat(3)];
    const replies = await Promise.all(
      tags.map((tag) => api.call(to('PUT', path, body, { headers: { 'if-match': tag } }))),
    );

    expect(replies.map(({ status }) => status)).toEqual(tags.map(() => 412));
    expect((await api.call(to('GET', path))).body).toMatchObject(other);
  });

  it('starts the terms of reference with the quorum of the partnership', async () => {
    const { get } = await freshLedger(api);

    expect((await get('/terms-of-reference')).body.items).toEqual([{ quorum: 2, effectiveFrom: '1998-07-31' }]);
  });

  it('makes a funder of whoever a grant names first, and leaves its name alone afterwards', async () => {
    const { agree, get } = await freshLedger(api);
    await agree();
    await agree({ funder: { id: 'essex-pcc', name: 'Another name' } });

    const { body } = await get('/funders/essex-pcc');

    expect(body).toEqual({
      id: 'essex-pcc',
      names: [{ name: 'Office of the Police and Crime Commissioner for Essex' }],
    });
  });

  it.each([
    { effectiveFrom: '1998-07-31', headers: { 'if-match': '*' }, answer: '409 terms-relied-on' },
    { effectiveFrom: '2016-04-01', headers: { 'if-match': '*' }, answer: '409 terms-relied-on' },
    { effectiveFrom: '2017-10-05', headers: {}, answer: '409 terms-relied-on' },
    { effectiveFrom: '2017-10-06', headers: {}, answer: '409 terms-relied-on' },
    { effectiveFrom: '2017-10-07', headers: {}, answer: '201' },
  ])('answers terms from $effectiveFrom with $answer once a decision of 2017-10-06 relied on them', async (given) => {
    const { group, to } = await groupLedger(api);
    await approvedAward(group);
    const { effectiveFrom, headers } = given;

    const { status, body } = await api.call(to('PUT', `/terms-of-reference/${effectiveFrom}`, terms, { headers }));

    expect([status, body.code].join(' ').trim()).toBe(given.answer);
    if (status === 409) expect(body).toMatchObject({ effectiveFrom, reliedOn: '2017-10-06' });
  });

  it('takes terms for the date of a meeting until it is open', async () => {
    const { group, to } = await groupLedger(api);
    const meetingId = await group.schedule();
    await did(group.attend(meetingId));
    const put = (effectiveFrom: string) => api.call(to('PUT', `/terms-of-reference/${effectiveFrom}`, groupTerms));

    const before = await put('2017-10-06');
    await did(group.open(meetingId));
    const after = await put('2017-10-05');

    expect([before.status, after.status, after.body.code]).toEqual([201, 409, 'terms-relied-on']);
  });

  it('names the meeting that adopted priorities', async () => {
    const { group, to, get } = await groupLedger(api);
    const adoptedAtMeetingId = await group.schedule();
    await api.call(to('PUT', '/years/2017-18/priorities', { ...priorities, adoptedAtMeetingId }));

    const { body } = await get('/years/2017-18/priorities');

    expect(body.adoptedAtMeetingId).toBe(adoptedAtMeetingId);
  });
});
