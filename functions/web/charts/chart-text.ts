import { oneLine } from '../../../domain/publication/words.ts';

export type ChartFont = { readonly size: number; readonly isBold: boolean };

export const ink = '#0b0c0c';

/** An image brings no fonts along, and finds whatever the reader's machine has. */
export const fontFamily = 'Arial, Helvetica, sans-serif';

export const cssFont = ({ size, isBold }: ChartFont): string => `${isBold ? 'bold ' : ''}${size}px ${fontFamily}`;

/** Signs by their breadth, in ems of the broadest of the usual fonts (DejaVu Sans): what fits in it fits in all. */
const breadths = [
  { signs: /^[ .,:;'’|!()[\]iIjlftr/-]$/, ems: 0.42 },
  { signs: /^[mMwW@%…—]$/, ems: 1.05 },
  { signs: /^[A-Z&]$/, ems: 0.78 },
  { signs: /^[acesvxyzkJL?"*]$/, ems: 0.6 },
  { signs: /^[ -~£]$/, ems: 0.64 },
  {
    signs: /^[\p{Extended_Pictographic}\p{Regional_Indicator}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u,
    ems: 1.4,
  },
];
const otherwise = 0.8;
const boldness = 1.1;

/** About how broad text is: nothing measures it where charts are drawn, so rather too broad than too narrow. */
export const widthOf = (text: string, font: ChartFont): number =>
  signsOf(text).reduce((sum, sign) => sum + breadthOf(sign), 0) * font.size * (font.isBold ? boldness : 1);

const breadthOf = (sign: string): number => breadths.find(({ signs }) => signs.test(sign))?.ems ?? otherwise;

/** What readers take for one sign, such as a family in one emoji, is never cut in two. */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const signsOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** An image is XML, which can't say everything that a name may hold. */
const unwritable = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** A name in a line or two, its end left out where it is longer; set apart, so that it may run from the right. */
export function nameLines(name: string, font: ChartFont, room: number): string[] {
  const words = oneLine(name.replace(unwritable, ' ')).split(' ');
  const over = words.findIndex((_, place) => place > 0 && widthOf(words.slice(0, place + 1).join(' '), font) > room);
  const lines = over === -1 ? [words] : [words.slice(0, over), words.slice(over)];
  return lines.map((line) => `\u2068${cut(line.join(' '), font, room)}\u2069`);
}

function cut(line: string, font: ChartFont, room: number): string {
  if (widthOf(line, font) <= room) return line;
  const signs = signsOf(line);
  let width = widthOf('…', font);
  const end = signs.findIndex((sign) => {
    width += widthOf(sign, font);
    return width > room;
  });
  return `${signs.slice(0, end).join('').trimEnd()}…`;
}
