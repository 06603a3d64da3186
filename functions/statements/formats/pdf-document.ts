import PDFDocument from 'pdfkit';
import { pagePainter } from './pdf-draw.ts';
import { fontPath } from './pdf-fonts.ts';
import type { Pdf } from './pdf-ink.ts';
import { type Content, layOut } from './pdf-layout.ts';
import { type Ruler, rulerOf } from './pdf-type.ts';

export type Printed = Content & {
  /** The instant that the document bears: never the clock's, so that the same content gives the same bytes. */
  readonly madeAt: string;
  /** What every page says to prove it, where something does. */
  readonly proof?: string;
};

/** A4, tagged for people who listen to it (PDF/UA), with its fonts inside. */
export function pdfDocument(printed: Printed): Buffer {
  const document = opened(printed);
  const ruler = rulerOf((text, weight) => document.font(fontPath(weight), 1000).widthOfString(text) / 1000);
  const painter = pagePainter(
    document,
    { ...printed.heading, proof: printed.proof },
    ruler,
    countPages(printed, ruler),
  );
  const chunks: Buffer[] = [];
  layOut(printed, ruler, (page) => {
    painter.draw(page);
    chunks.push(...writtenBy(document));
  });
  painter.end();
  document.end();
  return Buffer.concat([...chunks, ...writtenBy(document)]);
}

/** Laid out once to be counted, and again to be drawn: all pages held at once take more memory than the document. */
function countPages(content: Content, ruler: Ruler): number {
  let count = 0;
  layOut(content, ruler, () => {
    count += 1;
  });
  return count;
}

/** What the library has written since: thousands of small pieces, as one. */
function writtenBy(document: Pdf): Buffer[] {
  const chunk: unknown = document.read();
  return Buffer.isBuffer(chunk) ? [chunk] : [];
}

function opened({ heading: { title, partnership }, madeAt }: Printed): Pdf {
  const options: PDFKit.PDFDocumentOptions = {
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    autoFirstPage: false,
    // Never the standard fonts: their measures are not in the bundle.
    font: fontPath('regular'),
    info: {
      Title: `${named(title)}, ${named(partnership)}`,
      Author: named(partnership),
      CreationDate: new Date(madeAt),
    },
  };
  // The library's types don't know this kind yet.
  return new PDFDocument(Object.assign(options, { subset: 'PDF/UA' }));
}

/** The library writes titles into XML as they are, and XML can't say everything. */
const named = (text: string): string => text.replaceAll('&', 'and').replace(/[<>\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ');
