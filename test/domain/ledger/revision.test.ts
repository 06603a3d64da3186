import { describe, expect, it } from 'vitest';
import { assertRevision, type Expected } from '../../../domain/ledger/revision.ts';
import type { DomainError } from '../../../domain/refusal.ts';

const codeOf = (existing: number | undefined, expected: Expected): string => {
  try {
    assertRevision(existing === undefined ? undefined : { revision: existing }, expected);
    return 'may be replaced';
  } catch (error) {
    return (error as DomainError).refusal.code;
  }
};

describe('replacing what may be there', () => {
  it.each<[number | undefined, Expected, string]>([
    [undefined, undefined, 'may be replaced'],
    [7, 7, 'may be replaced'],
    [7, '*', 'may be replaced'],
    [7, undefined, 'revision-required'],
    [7, 6, 'revision-mismatch'],
    [undefined, 7, 'revision-mismatch'],
    [undefined, '*', 'revision-mismatch'],
    [undefined, 'nothing', 'may be replaced'],
    [7, 'nothing', 'revision-mismatch'],
  ])('where %s stands and %s is expected: %s', (existing, expected, code) => {
    expect(codeOf(existing, expected)).toBe(code);
  });
});
