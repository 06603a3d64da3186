import type { Command, Present, Terms } from './commands.ts';
import { authorities, officer, people } from './people.ts';

const by = 'eve';
const fundId = 'partnership-fund';

const fullHouse: readonly Present[] = authorities.map((authorityId, place) => {
  const subject = people[place];
  return place === 2 || subject === undefined
    ? { authorityId, name: 'Clerk' }
    : { authorityId, name: officer(subject).name, subject };
});

type Given = Omit<Terms, 'on'>;

/** Two terms of reference, grants of two years to either fund, and three open meetings, each with an award before it. */
export const setUp = (first: Given, second: Given, gross: readonly number[]): Command[] => [
  { act: 'set-terms', by, on: '2016-04-01', ...first },
  { act: 'set-terms', by, on: secondFrom, ...second },
  ...gross.map((pounds, place): Command => {
    const on = place < 2 ? '2016-04-10' : '2017-04-10';
    return { act: 'agree', by, fundId: place % 2 === 0 ? fundId : 'tru-cam', amount: `${pounds}.00`, on };
  }),
  ...['2016-05-10', '2017-01-20', '2017-11-03'].flatMap((on, meeting): Command[] => [
    { act: 'schedule', by, on },
    attendance(meeting, on < secondFrom ? first : second),
    { act: 'open', by, meeting },
    { act: 'propose', by: 'cat', fundId, grant: undefined, asked: '400.00' },
    { act: 'submit', by: 'cat', award: meeting, meeting },
  ]),
];

const secondFrom = '2017-10-01';

function attendance(meeting: number, { chair, viceChair }: Given): Command {
  const presiding = chair ?? viceChair ?? 'ann';
  return { act: 'attend', by, meeting, presiding, present: fullHouse, isExplained: false };
}
