import type { Heading } from './heading.ts';
import { rowPainter } from './pdf-draw-row.ts';
import { drawable } from './pdf-fonts.ts';
import { colours, type Pdf, write } from './pdf-ink.ts';
import { frames, type Layout, type Page, type Piece } from './pdf-paper.ts';
import { leading, type Ruler, type Style } from './pdf-type.ts';

export type Footer = Pick<Heading, 'title' | 'partnership' | 'standing'> & { readonly proof: string | undefined };

/** Draws pages, of which there will be so many, and tags what they say for those who don't see it. */
export function pagePainter(document: Pdf, footer: Footer, ruler: Ruler, pages: number) {
  const root = document.struct('Document');
  document.addStructure(root);
  const rows = rowPainter(document, root, ruler);
  let number = 0;
  const draw = ({ layout, pieces }: Page): void => {
    number += 1;
    document.addPage({ size: 'A4', layout, margin: 0 });
    for (const piece of pieces) {
      if (piece.kind === 'words') drawWords(document, root, piece, ruler);
      else rows.draw(piece);
    }
    drawFooter(document, layout, footer, `Page ${number} of ${pages}`, ruler);
  };
  const end = (): void => {
    rows.end();
    root.end();
  };
  return { draw, end };
}

type Placed = Extract<Piece, { kind: 'words' }>;

function drawWords(document: Pdf, root: PDFKit.PDFStructureElement, piece: Placed, ruler: Ruler): void {
  const { tag, lines, actual, style, left, at, isBoxed } = piece;
  const step = style.size * leading;
  if (isBoxed) drawBox(document, piece, Math.max(...lines.map((line) => ruler.width(line, style))));
  const indent = isBoxed ? boxed : 0;
  if (tag === 'H2') document.outline.addItem(lines.join(' '));
  root.add(
    document.struct(tag, actual === undefined ? {} : { actual }, () => {
      for (const [place, line] of lines.entries()) write(document, line, left + indent, at + place * step, style);
    }),
  );
}

const boxed = 7;

function drawBox(document: Pdf, { lines, style, left, at }: Placed, width: number): void {
  const height = lines.length * style.size * leading + 6;
  document.markContent('Artifact', { type: 'Layout' });
  document
    .lineWidth(1.2)
    .rect(left, at - 3, width + 2 * boxed, height)
    .stroke(colours.ink);
  document.endMarkedContent();
}

const small: Style = { weight: 'regular', size: 7 };

/** On every page whose document it is, how it stands and what proves it. */
function drawFooter(document: Pdf, layout: Layout, footer: Footer, page: string, ruler: Ruler): void {
  const { left, room, bottom } = frames[layout];
  const { title, partnership, standing, proof } = footer;
  const name = drawable(partnership);
  const [shown = ''] = ruler.lines(name, small, room / 2);
  const at = bottom + 14;
  document.markContent('Artifact', { type: 'Pagination' });
  document
    .lineWidth(0.5)
    .moveTo(left, at - 5)
    .lineTo(left + room, at - 5)
    .stroke(colours.rule);
  write(document, `${shown === name ? name : `${shown}…`} · ${title} · ${standing}`, left, at, small);
  write(document, page, left + room - ruler.width(page, small), at, small);
  if (proof !== undefined) write(document, proof, left, at + small.size * leading, small);
  document.endMarkedContent();
}
