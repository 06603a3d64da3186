import { describe, expect, it } from 'vitest';
import { priorityName } from '../../../domain/publication/priority-names.ts';

const listOf = (financialYear: string, name: string) => ({
  financialYear,
  items: [{ id: 'roads', name }],
  revision: 1,
});
const lists = new Map(
  [listOf('2016-17', 'Old roads'), listOf('2018-19', 'New roads')].map((list) => [list.financialYear, list]),
);

describe('the name of a priority', () => {
  it.each([
    ['2016-17', 'roads', 'Old roads'],
    ['2018-19', 'roads', 'New roads'],
    ['2017-18', 'roads', 'New roads'],
    ['2017-18', 'rivers', 'rivers'],
  ])('is in %s, of %s: %s', (year, id, name) => {
    expect(priorityName(lists, year, id)).toBe(name);
  });
});
