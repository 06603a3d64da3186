import { illustrativePart } from '../../../domain/publication/illustrative.ts';
import type { Block } from './view.ts';

/** Of figures that are sums: whether something in them is illustrative, as the notes say that stand with the records. */
export const illustrativeHint = (notes: readonly { readonly note: string }[]): Block[] =>
  notes.some(({ note }) => illustrativePart(note) !== undefined) ? [someIllustrative] : [];

const someIllustrative: Block = {
  kind: 'paragraph',
  look: 'hint',
  text: 'Some figures here are illustrative, or are sums of such: the notes of their records say which.',
};
