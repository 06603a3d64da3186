import { oneLine } from './words.ts';

/** What a note says to be illustrative: not in the source from which the record was made. */
export function illustrativePart(note: string | undefined): string | undefined {
  const found = /\bIllustrative:[\s\S]*/.exec(note ?? '');
  return found === null ? undefined : oneLine(found[0]);
}
