import { describe, expect, it } from 'vitest';
import { FunderBody, nameOn } from '../../../domain/funder/funder.ts';

const opcc = { name: 'Office of the Police and Crime Commissioner for Essex', until: '2017-09-30' };
const pfcc = { name: 'Police, Fire and Crime Commissioner for Essex', from: '2017-10-01' };

describe('the name of a funder', () => {
  it.each([
    ['2016-11-14', opcc.name],
    ['2017-09-30', opcc.name],
    ['2017-10-01', pfcc.name],
    ['2018-03-31', pfcc.name],
  ])('on %s is %s', (date, name) => {
    expect(nameOn({ names: [opcc, pfcc] }, date)).toBe(name);
  });

  it('between two names is the one before', () => {
    const names = [
      { name: 'First', until: '2016-12-31' },
      { name: 'Second', from: '2017-02-01' },
    ];

    expect(nameOn({ names }, '2017-01-15')).toBe('First');
  });

  it('before all names is the first, and after them the last', () => {
    const names = [{ name: 'Only', from: '2016-04-01', until: '2017-03-31' }];

    expect(nameOn({ names }, '2015-01-01')).toBe('Only');
    expect(nameOn({ names }, '2018-01-01')).toBe('Only');
  });
});

describe('naming a funder', () => {
  it('takes names that follow one another', () => {
    expect(FunderBody.safeParse({ names: [opcc, pfcc], organisationId: 'GB-PA-ESX' }).success).toBe(true);
    expect(FunderBody.safeParse({ names: [{ name: 'Always' }] }).success).toBe(true);
  });

  it.each([
    ['no name', []],
    ['names that overlap by a day', [opcc, { ...pfcc, from: '2017-09-30' }]],
    ['names out of order', [pfcc, opcc]],
    ['two names for ever', [{ name: 'One' }, { name: 'Two' }]],
    ['a name after one without an end', [{ name: 'One' }, pfcc]],
    ['a name that ends before it begins', [{ name: 'One', from: '2017-10-01', until: '2017-09-30' }]],
    ['a date that is none', [{ name: 'One', from: '2017-02-29' }]],
  ])('refuses %s', (_, names) => {
    expect(FunderBody.safeParse({ names }).success).toBe(false);
  });
});
