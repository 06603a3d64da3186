import type { Weight } from './pdf-fonts.ts';

export type Style = { readonly weight: Weight; readonly size: number };
export type Ruler = ReturnType<typeof rulerOf>;

/** A line's height, as a multiple of its type's size. */
export const leading = 1.36;

const figures = /^[£\d,.-]+$/;

// Sums of widths are a hair off.
const tolerance = 0.01;

/** Measures and breaks text. Words are measured once; a figure is the sum of its signs, which are never kerned. */
export function rulerOf(measure: (text: string, weight: Weight) => number) {
  const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  const ofWord = (word: string, weight: Weight): number => {
    const found = known[weight].get(word);
    if (found !== undefined) return found;
    const measured = measure(word, weight);
    known[weight].set(word, measured);
    return measured;
  };
  const width = (text: string, { weight, size }: Style): number => {
    const parts = figures.test(text) ? text.split('') : text.split(/(?<= )/);
    return parts.reduce((sum, part) => sum + ofWord(part, weight), 0) * size;
  };
  const longestWord = (text: string, style: Style): number =>
    Math.max(0, ...text.split(/\s+/).map((word) => width(word, style)));
  return {
    width,
    longestWord,
    lines: (text: string, style: Style, room: number) => broken(text, style, room + tolerance, width),
  };
}

type Width = (text: string, style: Style) => number;

/** Text in lines: broken between words, within those that are wider than the room, and where it says so. */
function broken(text: string, style: Style, room: number, width: Width): string[] {
  return text.split('\n').flatMap((paragraph) => {
    if (width(paragraph, style) <= room) return [paragraph];
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/(?<=[ ])/).flatMap((one) => fitting(one, style, room, width))) {
      if (line !== '' && width((line + word).trimEnd(), style) > room) {
        lines.push(line.trimEnd());
        line = '';
      }
      line += word;
    }
    return [...lines, line.trimEnd()];
  });
}

/** A word; in pieces where it is too long for a line. */
function fitting(word: string, style: Style, room: number, width: Width): string[] {
  if (width(word.trimEnd(), style) <= room) return [word];
  const pieces: string[] = [];
  let piece = '';
  let taken = 0;
  for (const character of word) {
    const wide = width(character, style);
    if (piece !== '' && taken + wide > room) {
      pieces.push(piece);
      piece = '';
      taken = 0;
    }
    piece += character;
    taken += wide;
  }
  return [...pieces, piece];
}
