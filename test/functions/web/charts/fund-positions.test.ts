import { describe, expect, it } from 'vitest';
import { Money } from '../../../../domain/money.ts';
import { fundPositions, fundPositionsSize } from '../../../../functions/web/charts/fund-positions.ts';
import { barsIn, contrast, isWellFormed, textsIn } from './drawing.ts';

const fund = (name: string, committed: string, uncommitted: string) => ({
  name,
  committed: Money.parse(committed),
  uncommitted: Money.parse(uncommitted),
  closingBalance: Money.parse(committed).plus(Money.parse(uncommitted)),
});

const [blue, green, red] = ['#1d70b8', '#00703c', '#d4351c'];
const maldon = [fund('Partnership fund', '6500.00', '1027.00'), fund('Tru-Cam pilot', '0.00', '7000.00')];
const overCommitted = [fund('Partnership fund', '1000.00', '-200.00')];

describe('the positions of funds', () => {
  it('name each fund, and say its figures in sterling', () => {
    expect(textsIn(fundPositions(maldon))).toEqual([
      'Partnership fund',
      '£7,527.00 balance',
      '£6,500.00 committed',
      '£1,027.00 uncommitted',
      'Tru-Cam pilot',
      '£7,000.00 balance',
      '£0.00 committed',
      '£7,000.00 uncommitted',
      'Committed',
      'Uncommitted',
    ]);
  });

  it('are drawn to one scale, the uncommitted part behind the committed one', () => {
    const svg = fundPositions(maldon);

    const [committed, ...others] = barsIn(svg, blue);
    const [rest, pilot] = barsIn(svg, green);
    expect(others).toEqual([]);
    expect((committed?.width ?? 0) / 6500).toBeCloseTo((rest?.width ?? 0) / 1027, 2);
    expect((committed?.width ?? 0) / 6500).toBeCloseTo((pilot?.width ?? 0) / 7000, 2);
    // The border of what has a pattern lies within it.
    expect(rest?.from).toBeCloseTo((committed?.width ?? 0) + 1, 1);
  });

  it('warn of what is over-committed, in words, to the other side of the line and with a pattern of its own', () => {
    const svg = fundPositions(overCommitted);

    const [committed] = barsIn(svg, blue);
    const [lacking] = barsIn(svg, red);
    expect(textsIn(svg)).toEqual([
      'Partnership fund',
      '£800.00 balance',
      '£1,000.00 committed',
      '£200.00 over-committed',
      'Committed',
      'Over-committed',
    ]);
    expect(lacking?.width).toBeLessThan(0);
    expect(lacking?.from).toBeCloseTo((committed?.from ?? 0) - 1, 1);
    expect(svg).toMatch(/fill="url\(#chart-p0\)" stroke="#d4351c"/);
  });

  it('keep figures exact that a float is not', () => {
    const texts = textsIn(fundPositions([fund('Large', '999999999999999999.99', '0.02')]));

    expect(texts).toContain('£1,000,000,000,000,000,000.01 balance');
    expect(texts).toContain('£999,999,999,999,999,999.99 committed');
  });

  it('show a penny beside millions', () => {
    const [penny] = barsIn(fundPositions([fund('A', '999999.99', '0.00'), fund('B', '0.01', '0.00')]), blue).slice(-1);

    expect(penny?.width).toBeGreaterThan(1);
  });

  it('say that there are none', () => {
    const svg = fundPositions([]);

    expect(textsIn(svg)).toEqual(['There are no funds.']);
    expect(svg).toContain(`height="${fundPositionsSize([]).height}"`);
  });

  it.each([1, 2, 30])('give %i funds as much height as they need, and say how much that is', (count) => {
    const funds = Array.from({ length: count }, (_, place) => fund(`Fund ${place}`, `${place}.00`, '-1.00'));

    const { width, height } = fundPositionsSize(funds);

    const svg = fundPositions(funds);
    expect(svg).toContain(`<svg width="${width}" height="${height}"`);
    const heights = Array.from(svg.matchAll(/translate\([\d.]+ ([\d.]+)\)/g), ([, y]) => Number(y));
    expect(Math.max(...heights)).toBeLessThan(height);
    expect(textsIn(svg)).toHaveLength(count * 4 + (count === 1 ? 1 : 2));
  });

  it('put figures under the bars on a narrow screen, in letters of the same size', () => {
    const wide = fundPositions(maldon);
    const narrow = fundPositions(maldon, 320);

    const sizes = (svg: string) => new Set(svg.match(/\d+px/g));
    expect(narrow).toContain('viewBox="0 0 320 ');
    expect(sizes(narrow)).toEqual(sizes(wide));
    expect(barsIn(narrow, green)[1]?.width).toBeGreaterThan(280);
  });
});

describe('the image', () => {
  it('has the same bytes whenever it is drawn', () => {
    const first = fundPositions(overCommitted);
    fundPositions(maldon, 320);

    expect(fundPositions(overCommitted)).toBe(first);
  });

  it('stands by itself: no script, no style sheet, nothing from elsewhere, nothing that moves', () => {
    const svg = fundPositions([...maldon, ...overCommitted]).replaceAll(/ xmlns(?::xlink)?="[^"]*"/g, '');

    expect(svg).not.toMatch(/<(?:script|style|image|a|use|animate|foreignObject)\b|href|:\/\/| on\w+=|class=|ecmeta/);
    expect(svg.match(/url\([^)]*\)/g)?.every((url) => /^url\(#chart-p\d\)$/.test(url))).toBe(true);
  });

  it('has enough contrast: text 4.5:1, the rest 3:1', () => {
    const svg = fundPositions([...maldon, ...overCommitted]);
    const texts = Array.from(svg.matchAll(/<text [^>]*fill="([^"]*)"/g), ([, fill = '']) => fill);

    expect(Math.min(...texts.map((fill) => contrast(fill, '#ffffff')))).toBeGreaterThan(4.5);
    expect(Math.min(...[blue, green, red].map((fill) => contrast(fill, '#ffffff')))).toBeGreaterThan(3);
  });

  it('takes nothing that people wrote for its own, and turns nothing round', () => {
    const hostile = [
      '<script>alert("x")</script> & \'more\'',
      'zr0-p0 class="a" url(#zr1-p0) {b} {c|d}',
      '\u202eevil\u2066 fund',
      'X\uffff\ufffeY',
    ];

    const svg = fundPositions(hostile.map((name) => fund(name, '1.00', '1.00')));

    expect(isWellFormed(svg)).toBe(true);
    expect(textsIn(svg).filter((_, place) => place % 4 === 0 && place < 16)).toEqual([
      hostile[0],
      hostile[1],
      'evil fund',
      'X Y',
    ]);
  });
});
