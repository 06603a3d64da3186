import type { Example } from '../../../infra/local/example/people.ts';
import { noteOf } from '../../../infra/local/example/words.ts';
import { complete, follow, press } from '../filling.ts';
import type { PeopleAtWork } from '../people-at-work.ts';
import { example } from './foundation.ts';
import { fundNamed } from './money.ts';

type Award = Example['awards']['items'][number];
const { fundId, meeting, source, note } = example.awards;

export async function proposeAward({ at }: PeopleAtWork, award: Award): Promise<void> {
  const { title, recipient, amountRequested, priorities } = award;
  const hand = await at('Coordinator', '/awards');
  await press(hand, 'Propose an award');
  const initiative = {
    'Title of the award': title,
    Purpose: title,
    'Date of the proposal': meeting,
    'Kind of recipient': kinds[recipient.kind] ?? '',
  };
  const isAuthority = recipient.kind === 'responsible-authority';
  const named = { [isAuthority ? 'Responsible authority' : 'Name of the recipient']: recipient.name };
  const money = { 'Fund that is to pay': fundNamed(fundId), 'Amount asked': amountRequested };
  const serves = example.priorities.items.filter(({ id }) => priorities.includes(id)).map(({ name }) => name);
  const details = { 'Priorities that it serves': serves, Note: noteOf(source, note) };
  await complete(hand, [initiative, named, money, details], 'Propose the award');
}

const kinds: Readonly<Record<string, string>> = {
  'responsible-authority': 'Responsible authority',
  vcse: 'Voluntary, community or social enterprise body',
  other: 'Another recipient',
};

export async function submitAward({ at }: PeopleAtWork, { title }: Award): Promise<void> {
  const hand = await at('Coordinator', '/awards');
  await follow(hand, title);
  await press(hand, 'Submit to a meeting');
  const answers = {
    'Meeting that is to decide': 'Responsible Authorities Group, 6 October 2017',
    Note: noteOf(source),
  };
  await complete(hand, [answers], 'Submit the award');
}

/** On the page of the meeting, at which the amount asked is what is approved unless another is said. */
export async function decideAward({ at }: PeopleAtWork, path: string, award: Award): Promise<void> {
  const { title, amountRequested, amountApproved, minuteReference } = award;
  const isWhole = amountApproved === amountRequested;
  const hand = await at('Chair', path);
  await press(hand, `${isWhole ? 'Approve in full' : 'Approve part or with conditions'} ${title}`);
  const answers = {
    ...(isWhole ? {} : { 'Amount approved': amountApproved }),
    'Minute reference': minuteReference,
    Note: noteOf(source, note),
  };
  await complete(hand, [answers], 'Approve');
}

export async function payAward({ at }: PeopleAtWork, award: Award): Promise<void> {
  const { title, amountApproved, paidOn, minuteReference } = award;
  const hand = await at('Finance officer', '/awards');
  await follow(hand, title);
  await press(hand, 'Record a payment');
  const answers = {
    'Amount paid': amountApproved,
    'Date paid': paidOn,
    'Payment reference': `Minute ${minuteReference}`,
    Note: noteOf(source, note),
  };
  await complete(hand, [answers], 'Record the payment');
}
