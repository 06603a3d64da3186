import { fontPath } from './pdf-fonts.ts';
import type { Style } from './pdf-type.ts';

export type Pdf = PDFKit.PDFDocument;

export const colours = { ink: '#0b0c0c', rule: '#9aa0a6', shade: '#eef0f2' } as const;

/** One line of text, its top at a height. */
export function write(document: Pdf, text: string, left: number, top: number, { weight, size }: Style): void {
  if (text === '') return;
  document.font(fontPath(weight), size).fillColor(colours.ink).text(text, left, top, { lineBreak: false });
}
