import { describe, expect, it } from 'vitest';
import { nameLines, widthOf } from '../../../../functions/web/charts/chart-text.ts';

const font = { size: 16, isBold: true };
const linesOf = (name: string, room = 320): string[] =>
  nameLines(name, font, room).map((line) => line.replaceAll(/[\u2068\u2069]/g, ''));

describe('a name in a chart', () => {
  it('stands in one line where that has room for it', () => {
    expect(linesOf('Partnership fund')).toEqual(['Partnership fund']);
  });

  it('takes a second line, broken between words', () => {
    expect(linesOf('Reducing crime, fear of crime and anti-social behaviour')).toEqual([
      'Reducing crime, fear of crime',
      'and anti-social behaviour',
    ]);
  });

  it.each([
    ['many words', 'community '.repeat(20)],
    ['one long word', 'W'.repeat(200)],
    ['emoji', '👨‍👩‍👧‍👦'.repeat(18)],
    ['right to left', 'קרן קהילתית '.repeat(16)],
  ])('is cut where it is longer still: %s', (_, name) => {
    const lines = linesOf(name);

    expect(lines.length).toBeLessThanOrEqual(2);
    expect(lines.at(-1)).toMatch(/…$/);
    for (const line of lines) expect(widthOf(line, font)).toBeLessThanOrEqual(320);
  });

  it('keeps whole what is read as one sign', () => {
    expect(linesOf('👨‍👩‍👧‍👦'.repeat(18), 100)).toEqual([`${'👨‍👩‍👧‍👦'.repeat(3)}…`]);
  });

  it('is set apart, so that its direction is its own', () => {
    expect(nameLines('קרן', font, 320)).toEqual(['\u2068קרן\u2069']);
  });
});
