import { describe, expect, it } from 'vitest';
import { nextMinuteReference } from '../../../../functions/web/meetings/next-minute-reference.ts';

describe('the next minute reference', () => {
  it.each([
    [[], 3, '3'],
    [['9.1', '9.2'], 3, '9.3'],
    [['RAG/09'], 2, 'RAG/10'],
    [['99'], 2, '100'],
    [['9.3', '9.4', '9.2'], 4, '9.5'],
    [['Minute a'], 2, '2'],
  ])('after %j, of item %i, is %s', (references, item, next) => {
    expect(nextMinuteReference(references, item)).toBe(next);
  });

  it('is never one that is used', () => {
    expect(nextMinuteReference(['2', 'x'], 2)).not.toBe('2');
  });
});
