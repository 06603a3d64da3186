import { type Example, examples } from '../../../infra/local/example/people.ts';
import { noteOf, signatory } from '../../../infra/local/example/words.ts';
import { complete, confirm, fill, fillRow, follow, goOn, press } from '../filling.ts';
import type { PeopleAtWork } from '../people-at-work.ts';

export const example: Example = examples.maldon;

/** Starts the partnership: what it is, how it decides, who gives it money, and what that is kept in. */
export async function enterFoundation(people: PeopleAtWork): Promise<void> {
  await createPartnership(people);
  for (const terms of example.termsOfReference) await setTerms(people, terms);
  await addFunder(people);
  for (const fund of example.funds) await openFund(people, fund);
}

async function createPartnership({ handOf }: PeopleAtWork): Promise<void> {
  const { id, name, hostAuthority, responsibleAuthorities, quorum, note } = example.partnership;
  const hand = await handOf('Platform administrator');
  await press(hand, 'Create a partnership');
  await fill(hand, {
    'Name of the partnership': name,
    'Short name of the partnership': id,
    'Name of the host authority': hostAuthority.name,
    'Organisation identifier of the host authority': hostAuthority.organisationId,
  });
  await goOn(hand);
  for (const [place, authority] of responsibleAuthorities.entries()) {
    await fillRow(hand, `Authority ${place + 1}`, {
      'Name of the authority': authority.name,
      'Short name': authority.id,
    });
  }
  await complete(hand, [{ Quorum: String(quorum), Note: note }], 'Create the partnership');
}

async function setTerms({ at }: PeopleAtWork, terms: Example['termsOfReference'][number]): Promise<void> {
  const [chair, viceChair] = [signatory(example, terms.chair), signatory(example, terms.viceChair)];
  const answers = {
    'Date from which they are in force': terms.effectiveFrom,
    Quorum: String(terms.quorum),
    'Name of the chair': chair.name,
    'Login of the chair': chair.subject,
    'Name of the vice-chair': viceChair.name,
    'Login of the vice-chair': viceChair.subject,
    'Most that the chair may award between meetings': terms.chairsActionLimit,
    'Days within which chair’s action is ratified': String(terms.ratificationDays),
    Note: terms.note,
  };
  const hand = await at('Platform administrator', '/settings');
  await press(hand, 'Set new terms of reference');
  await complete(hand, [answers], 'Set the terms of reference');
}

async function addFunder({ at }: PeopleAtWork): Promise<void> {
  const { id, names, source } = example.funder;
  const hand = await at('Finance officer', '/settings');
  await follow(hand, 'the funders');
  await press(hand, 'Add a funder');
  for (const [place, { name, from, until }] of names.entries()) {
    await fillRow(hand, `Name ${place + 1}`, {
      Name: name,
      ...(from !== undefined && { 'First day of the name': from }),
      ...(until !== undefined && { 'Last day of the name': until }),
    });
  }
  await complete(hand, [{ 'Short name of the funder': id, Note: noteOf(source) }], 'Add the funder');
}

async function openFund({ at }: PeopleAtWork, fund: Example['funds'][number]): Promise<void> {
  const hand = await at('Finance officer', '/funds');
  await press(hand, 'Open a fund');
  await fill(hand, {
    'Name of the fund': fund.name,
    'Restricted or not': fund.restriction === 'restricted' ? 'Restricted' : 'Unrestricted',
    'Revenue or capital': 'Revenue',
    'Short name of the fund': fund.id,
    ...(fund.purpose !== undefined && { 'Purpose of the fund': fund.purpose }),
  });
  await goOn(hand);
  await confirm(hand, 'Open the fund');
}
