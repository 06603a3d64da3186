import { describe, expect, it } from 'vitest';
import { pages } from '../../functions/web/pages.ts';
import { formAnswers } from './form-answers/form-answers.ts';
import { pageNames } from './page-names.ts';
import { pageStates } from './page-states.ts';
import { places } from './places/places.ts';

/** Buttons of every page, without questions: signing out leads away, and going on leads nowhere. */
const withoutQuestions = ['signOut', 'stayIn'];

describe('the states of the pages', () => {
  it('have answers for every form, and for nothing else', () => {
    const forms = pageNames.filter((name) => pages[name].post !== undefined && !withoutQuestions.includes(name));

    expect([...formAnswers.keys()].toSorted()).toEqual(forms.toSorted());
  });

  it('are at least one of every page that is HTML', () => {
    const seen = pageNames.filter((name) => pageStates.some(({ title }) => title.startsWith(`${name} `)));
    const unseen = pageNames.filter((name) => places[name].every(({ gives }) => gives !== undefined));

    expect([...seen, ...unseen].toSorted()).toEqual(pageNames.toSorted());
  });

  it('have titles of their own', () => {
    const titles = pageStates.map(({ title }) => title);

    expect(titles.filter((title, place) => titles.indexOf(title) !== place)).toEqual([]);
  });
});
