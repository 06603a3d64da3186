import { describe, expect, it } from 'vitest';
import { counted, fundInProse, listed, oneLine, spaced, withArticle } from '../../../domain/publication/words.ts';

describe('words of a report', () => {
  it.each([
    [[], ''],
    [['a'], 'a'],
    [['a', 'b'], 'a and b'],
    [['a', 'b', 'c'], 'a, b and c'],
  ])('lists %j as "%s"', (parts, text) => {
    expect(listed(parts)).toBe(text);
  });

  it.each([
    [0, 'no areas'],
    [1, 'one area'],
    [6, 'six areas'],
    [11, '11 areas'],
  ])('counts %i: %s', (count, text) => {
    expect(counted(count, 'area')).toBe(text);
  });

  it.each([
    [
      'Office of the Police and Crime Commissioner for Essex',
      'the Office of the Police and Crime Commissioner for Essex',
    ],
    ['Police, Fire and Crime Commissioner for Essex', 'the Police, Fire and Crime Commissioner for Essex'],
    ['Home Office', 'the Home Office'],
    ['Essex County Council', 'Essex County Council'],
    ['Police Scotland', 'Police Scotland'],
  ])('calls %s "%s"', (name, text) => {
    expect(withArticle(name)).toBe(text);
  });

  it('says fund once', () => {
    expect(fundInProse('Partnership fund')).toBe('the Partnership fund');
    expect(fundInProse('Tru-Cam pilot')).toBe('the Tru-Cam pilot fund');
  });

  it('writes a category out where it is a slug, and leaves others alone', () => {
    expect(spaced('partnership-posts')).toBe('partnership posts');
    expect(spaced('Anti-social behaviour')).toBe('Anti-social behaviour');
  });

  it('makes one line of text, without marks that turn it round', () => {
    expect(oneLine(' a\r\n\n b\u2028c \u202E123\u2066 ')).toBe('a b c 123');
  });
});
