import { hostile, hostileProse } from '../hostile.ts';
import type { Calls } from './calls.ts';
import { bareId, hostileId, loginOf } from './people.ts';

const partnership = {
  hostAuthority: { id: 'council', name: hostile.longWord },
  responsibleAuthorities: [
    { id: 'council', name: hostile.longWord },
    { id: 'police', name: hostile.script },
    { id: 'fire', name: hostile.rightToLeft },
  ],
  quorum: 2,
};

const terms = {
  quorum: 2,
  chair: { subject: loginOf('chair'), name: hostile.image },
  viceChair: { subject: loginOf('viceChair'), name: hostile.emoji },
  chairsActionLimit: '100.00',
  ratificationDays: 30,
  note: hostileProse,
};

export const reliedOnTermsFrom = '2015-04-01';
/** After every meeting, so that they can still be changed. */
export const laterTermsFrom = '2018-04-01';

/** Both partnerships; of the hostile one the terms of reference, the priorities and the funders. */
export async function setUp({ post, put }: Calls, year: string): Promise<void> {
  const name = `${hostile.script} ${hostile.longWord}`.slice(0, 200);
  await post('administrator', '/v1/partnerships', { id: hostileId, name, ...partnership });
  await post('administrator', '/v1/partnerships', { id: bareId, name: 'Bare', ...partnership });
  for (const from of [reliedOnTermsFrom, laterTermsFrom]) {
    await put('administrator', `/terms-of-reference/${from}`, terms);
  }
  await put('coordinator', `/years/${year}/priorities`, {
    items: [
      { id: 'one', name: hostile.longWord },
      { id: 'two', name: hostile.script },
    ],
    note: hostileProse,
  });
  await put('officer', '/funders/funder', {
    names: [
      { name: hostile.longWord, until: '2017-09-30' },
      { name: hostile.script, from: '2017-10-01' },
    ],
    note: hostileProse,
  });
}
