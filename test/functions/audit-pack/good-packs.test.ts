import { describe, expect, it } from 'vitest';
import { filesOf } from './packs.ts';
import { verdictOn } from './verifying.ts';
import { workedExample } from './worked-example.ts';

describe('a good pack', () => {
  it.each(['2016-17', '2017-18', '2018-19'])('of the worked example agrees: %s', async (year) => {
    const { ledger, archive } = workedExample();

    const { code, told } = await verdictOn(filesOf(ledger, year, archive));

    expect(told).toContain('Everything agrees.');
    expect(code).toBe(0);
  });
});
