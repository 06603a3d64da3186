import type { Example } from '../../../infra/local/example/people.ts';
import { noteOf, signatory } from '../../../infra/local/example/words.ts';
import { complete, fill, fillRow, goOn, press } from '../filling.ts';
import type { PeopleAtWork } from '../people-at-work.ts';
import { decideAward, proposeAward, submitAward } from './awards.ts';
import { example } from './foundation.ts';

type Meeting = Example['meetings'][number];

/** A meeting from its invitation to its end: what is put before it, who is there, what it decides. */
export async function holdMeeting(people: PeopleAtWork, meeting: Meeting): Promise<void> {
  const { heldOn, source } = meeting;
  const awards = heldOn === example.awards.meeting ? example.awards.items : [];
  const path = await schedule(people, meeting);
  for (const award of awards) {
    await proposeAward(people, award);
    await submitAward(people, award);
  }
  await attend(people, path, meeting);
  await step(people, path, 'Open the meeting', source);
  for (const award of awards) await decideAward(people, path, award);
  await step(people, path, 'Close the meeting', source);
}

async function schedule({ at }: PeopleAtWork, { title, heldOn, source, note }: Meeting): Promise<string> {
  const hand = await at('Coordinator', '/meetings');
  await press(hand, 'Schedule a meeting');
  const answers = { 'Name of the meeting': title, 'Date of the meeting': heldOn, Note: noteOf(source, note) };
  await complete(hand, [answers], 'Schedule the meeting');
  return new URL(hand.page.url()).pathname.replace('/partnerships/maldon', '');
}

async function attend({ at }: PeopleAtWork, path: string, { present, source, note }: Meeting): Promise<void> {
  const hand = await at('Coordinator', path);
  await press(hand, 'Record attendance');
  for (const [place, authorityId] of present.entries()) {
    const authority = example.partnership.responsibleAuthorities.find(({ id }) => id === authorityId)?.name ?? '';
    const person = { Name: `Representative of ${authority}`, 'Responsible authority': authority };
    await fillRow(hand, `Person ${place + 1}`, person);
  }
  const presiding = signatory(example, example.awards.decidedBy).name;
  await complete(hand, [{ 'Who presides': presiding, Note: noteOf(source, note) }], 'Record the attendance');
}

async function step({ at }: PeopleAtWork, path: string, what: string, source: string): Promise<void> {
  const hand = await at('Coordinator', path);
  await press(hand, what);
  await complete(hand, [{ Note: noteOf(source) }], what);
}

/** The priorities of a year, and the meeting that adopted them: the last one before it. */
export async function setPriorities({ at }: PeopleAtWork): Promise<void> {
  const { financialYear, items, source } = example.priorities;
  const hand = await at('Coordinator', '/settings');
  // Nothing was recorded in that year yet.
  await fill(hand, { 'Another year': financialYear.replace('-', '/') });
  await press(hand, 'Set its priorities');
  for (const [place, { id, name }] of items.entries()) {
    await fillRow(hand, `Priority ${place + 1}`, { Priority: name, 'Short name': id });
  }
  await fill(hand, {
    'Meeting that adopted them': 'Responsible Authorities Group, 17 March 2017',
    Note: noteOf(source),
  });
  await goOn(hand);
  await press(hand, 'Set the priorities');
}
