import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { coverageOf } from './pdf-font-coverage.ts';

export type Weight = 'regular' | 'bold';

const { resolve } = createRequire(import.meta.url);
const files = {
  regular: '@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf',
} satisfies Record<Weight, string>;
const found = new Map<Weight, string>();

/** Where a font's file is, looked for once. */
export function fontPath(weight: Weight): string {
  const path = found.get(weight) ?? resolve(files[weight]);
  found.set(weight, path);
  return path;
}

let covered: ((character: string) => boolean) | undefined;

const plain = /^[\u0020-\u007e\u00a0-\u00ac\u00ae-\u017f–—‘’“”…]*$/;

/** Text as the fonts can draw it: what they have no sign for (other scripts, emoji) becomes the sign for unknown ones. */
export function drawable(text: string): string {
  if (plain.test(text)) return text;
  covered ??= coverageOf(readFileSync(fontPath('regular')));
  const isCovered = covered;
  const visible = text
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '');
  return Array.from(visible, (character) => (character === '\n' || isCovered(character) ? character : '\ufffd')).join(
    '',
  );
}
