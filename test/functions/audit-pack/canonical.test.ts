import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '../../domain/runs.ts';
import { verifier } from './verifying.ts';

const anyJson = fc.jsonValue({ noUnicodeString: false, stringUnit: 'binary', maxDepth: 5 } as object);

describe('the canonical form that the verifier writes', () => {
  it('is that of RFC 8785, as another implementation has it', async () => {
    const { canonical } = await verifier();
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonicalize(value));
      }),
      runs(1000),
    );
  });

  it.each([
    ['{"\\u20ac":1,"\\r":2,"\\ufb33":3,"1":4,"\\ud83d\\ude00":5,"\\u0080":6,"\\u00f6":7}'],
    ['[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0]'],
    ['{"__proto__":{"a":1},"constructor":2,"toJSON":3}'],
  ])('is that of RFC 8785 for the odd cases: %s', async (text) => {
    const { canonical } = await verifier();

    const value = JSON.parse(text);

    expect(canonical(value)).toBe(canonicalize(value));
  });

  it('is none for what JSON cannot say', async () => {
    const { canonical } = await verifier();

    expect(() => canonical({ a: '\ud800' })).toThrow('half of a character');
    expect(() => canonical(JSON.parse('[1e999]'))).toThrow('a number that is too large');
  });
});
