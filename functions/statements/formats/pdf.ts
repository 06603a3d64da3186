import PDFDocument from 'pdfkit';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import type { Heading } from './heading.ts';
import { pagePainter } from './pdf-draw.ts';
import { fontPath } from './pdf-fonts.ts';
import type { Pdf } from './pdf-ink.ts';
import { type Content, layOut } from './pdf-layout.ts';
import { type Ruler, rulerOf } from './pdf-type.ts';
import { printedSection } from './print.ts';
import type { Section } from './section.ts';
import { signatureOf } from './signature.ts';

/** A4, tagged for people who listen to it (PDF/UA), with its fonts inside. */
export function pdf(statement: YearEndStatement, heading: Heading, sections: readonly Section[]): Buffer {
  const document = opened(heading, statement.generatedAt);
  const ruler = rulerOf((text, weight) => document.font(fontPath(weight), 1000).widthOfString(text) / 1000);
  const content = { heading, sections: sections.map(printedSection), signature: signatureOf(statement) };
  const footer = { ...heading, statementHash: statement.statementHash };
  const painter = pagePainter(document, footer, ruler, countPages(content, ruler));
  const chunks: Buffer[] = [];
  layOut(content, ruler, (page) => {
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

function opened({ title, partnership }: Heading, generatedAt: string): Pdf {
  const options: PDFKit.PDFDocumentOptions = {
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    autoFirstPage: false,
    // Never the standard fonts: their measures are not in the bundle.
    font: fontPath('regular'),
    // The instant to which the figures are known: the same statement gives the same bytes.
    info: {
      Title: `${title}, ${named(partnership)}`,
      Author: named(partnership),
      CreationDate: new Date(generatedAt),
    },
  };
  // The library's types don't know this kind yet.
  return new PDFDocument(Object.assign(options, { subset: 'PDF/UA' }));
}

/** The library writes titles into XML as they are, and XML can't say everything. */
const named = (text: string): string => text.replaceAll('&', 'and').replace(/[<>\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ');
