import { describe, expect, it } from 'vitest';
import { hasName, hasWords, wordsOf } from '../../../domain/bank/mentions.ts';

const isNamed = (text: string, name: string): boolean => hasName([wordsOf(text)], wordsOf(name));

describe('a name in the text of a bank', () => {
  it.each([
    ['BACS MALDON YOUTH TRUST 0417', 'Maldon Youth Trust'],
    ['ST PETERS HOSPICE', 'St Peter’s Hospice'],
    ['CRIME AND DISORDER', 'Crime & Disorder'],
    ['MALDON-YOUTH-TRUST', 'Maldon  Youth Trust'],
    ['YNYS MON COUNCIL', 'Ynys Môn Council'],
    ['BGC OFFICE OF THE POLI', 'Office of the Police and Crime Commissioner for Essex'],
  ])('is in %j: %s', (text, name) => {
    expect(isNamed(text, name)).toBe(true);
  });

  it.each([
    ['MALDON YOUTH', 'Maldon Youth Trust'],
    ['MALDON YOUTH TRUSTEES', 'Maldon Youth Trust'],
    ['OFFICE OF THE', 'Office of the Police and Crime Commissioner for Essex'],
    ['PAYMENT TO A B', 'A B'],
    ['BACS ----', '–'],
    ['', 'Maldon Youth Trust'],
  ])('is not in %j: %s', (text, name) => {
    expect(isNamed(text, name)).toBe(false);
  });

  it('stands in one text, not across two', () => {
    const texts = ['PAID MALDON', 'YOUTH TRUST'].map(wordsOf);

    expect(hasName(texts, wordsOf('Maldon Youth Trust'))).toBe(false);
  });
});

describe('a reference in the text of a bank', () => {
  it('is in it whatever its punctuation', () => {
    expect(hasWords([wordsOf('PFCC CORE/2017/18 Q2')], wordsOf('CORE-2017-18'))).toBe(true);
  });

  it('is never cut short', () => {
    expect(hasWords([wordsOf('COMMUNITY SAFETY F')], wordsOf('COMMUNITY SAFETY FUND'))).toBe(false);
  });
});
