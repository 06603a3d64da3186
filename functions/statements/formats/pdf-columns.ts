import { drawable } from './pdf-fonts.ts';
import type { Ruler } from './pdf-type.ts';
import type { PrintedSection } from './print.ts';

/** Which columns stand in a table, at which widths and in type of which size. */
export type Setting = { readonly size: number; readonly places: readonly number[]; readonly widths: readonly number[] };

/** Between columns. */
export const gutter = 7;

const sizes = [8.5, 8, 7.5, 7, 6.5];
const smallest = 6.5;
/** A word may take so many times its size of a line before it is broken, and a text before it takes a second line. */
const [wordRoom, textRoom] = [9, 36];

/**
 * The largest type in which all columns stand side by side. Where even the smallest is too wide (amounts of billions),
 * the table is cut into several, each of which repeats the first column.
 */
export function settingsOf(section: PrintedSection, room: number, ruler: Ruler): Setting[] {
  const places = [...section.columns.keys()];
  const needs = places.map((place) => needOf(section, place, ruler));
  const fits = (size: number): boolean => sum(needs.map(({ least }) => least * size + gutter)) <= room;
  const size = sizes.find(fits);
  const tables = size === undefined ? cut(needs, room) : [places];
  return tables.map((own) => ({
    size: size ?? smallest,
    places: own,
    widths: shared(
      own.flatMap((place) => needs[place] ?? []),
      size ?? smallest,
      room,
    ),
  }));
}

/** What a column can do with and what it would like, in type of size 1. */
type Need = { readonly least: number; readonly wanted: number; readonly isFigure: boolean };

const sum = (numbers: Iterable<number>): number => Iterator.from(numbers).reduce((total, one) => total + one, 0);
const most = (numbers: Iterable<number>): number => Iterator.from(numbers).reduce((a, b) => Math.max(a, b), 0);

function needOf({ columns, rows, totals }: PrintedSection, place: number, ruler: Ruler): Need {
  const { title = '', isFigure = false, isWhole = false, isResult = false } = columns[place] ?? {};
  const [plain, bold] = [
    { weight: isResult ? 'bold' : 'regular', size: 1 } as const,
    { weight: 'bold', size: 1 } as const,
  ];
  const texts = rows.map((row) => drawable(row[place] ?? ''));
  const fixed = Math.max(ruler.longestWord(title, bold), ruler.width(totals?.[place] ?? '', bold));
  const widest = Math.max(fixed, most(texts.map((text) => ruler.width(text, plain))));
  if (isWhole) return { least: widest, wanted: widest, isFigure };
  const word = most(texts.map((text) => ruler.longestWord(text, plain)));
  const least = Math.max(fixed, Math.min(word, wordRoom));
  return { least, wanted: Math.max(least, Math.min(widest, textRoom)), isFigure };
}

/** What is left over goes to the texts that want it, then to all columns, twice as much to texts as to figures. */
function shared(needs: readonly Need[], size: number, room: number): number[] {
  const left = room - sum(needs.map(({ least }) => least * size + gutter));
  const wants = sum(needs.map(({ least, wanted }) => (wanted - least) * size));
  const given = wants === 0 ? 0 : Math.min(1, left / wants);
  const weight = ({ isFigure }: Need): number => (isFigure ? 1 : 2);
  const spare = Math.max(0, left - wants) / sum(needs.map(weight));
  return needs.map((need) => {
    const { least, wanted } = need;
    return (least + (wanted - least) * given) * size + gutter + spare * weight(need);
  });
}

function cut(needs: readonly Need[], room: number): number[][] {
  const wide = (place: number): number => (needs[place]?.least ?? 0) * smallest + gutter;
  const tables: number[][] = [];
  let left = 0;
  for (const place of needs.keys().drop(1)) {
    const current = tables.at(-1);
    if (current !== undefined && wide(place) <= left) current.push(place);
    else tables.push([0, place]);
    left = (tables.at(-1) === current ? left : room - wide(0)) - wide(place);
  }
  return tables;
}
