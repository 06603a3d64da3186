import { describe, expect, it } from 'vitest';
import { wrapped } from '../../../../functions/web/minutes/wrapped.ts';

describe('text in lines', () => {
  it('is broken between words before 80 characters, and stands further in from there', () => {
    const lines = wrapped(`Priorities: ${'word '.repeat(30).trim()}`, '', '    ');

    expect(lines).toHaveLength(3);
    expect(lines.every((line) => line.length <= 80)).toBe(true);
    expect(lines.slice(1).every((line) => line.startsWith('    word'))).toBe(true);
  });

  it('keeps a word whole that is longer than a line', () => {
    expect(wrapped(`See ${'x'.repeat(90)} there`)).toEqual(['See', 'x'.repeat(90), 'there']);
  });

  it('counts what readers see as one character as few', () => {
    expect(wrapped(`${'é'.repeat(70)} ${'😀'.repeat(9)}`)).toHaveLength(1);
  });

  it('is an empty line where there is none', () => {
    expect(wrapped('')).toEqual(['']);
  });
});
