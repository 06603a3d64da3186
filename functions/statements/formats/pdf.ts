import PDFDocument from 'pdfkit';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import type { Heading } from './heading.ts';
import { drawPages } from './pdf-draw.ts';
import { fontPath } from './pdf-fonts.ts';
import type { Pdf } from './pdf-ink.ts';
import { pagesOf } from './pdf-layout.ts';
import { rulerOf } from './pdf-type.ts';
import { printedSection } from './print.ts';
import type { Section } from './section.ts';
import { signatureOf } from './signature.ts';

/** A4, tagged for people who listen to it (PDF/UA), with its fonts inside. */
export async function pdf(
  statement: YearEndStatement,
  heading: Heading,
  sections: readonly Section[],
): Promise<Buffer> {
  const document = opened(heading, statement.generatedAt);
  const bytes = collected(document);
  const ruler = rulerOf((text, weight) => document.font(fontPath(weight), 1000).widthOfString(text) / 1000);
  const content = { heading, sections: sections.map(printedSection), signature: signatureOf(statement) };
  const { statementHash } = statement;
  drawPages(document, pagesOf(content, ruler), { ...heading, statementHash }, ruler);
  document.end();
  return bytes;
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

/** The library writes titles into XML as they are. */
const named = (text: string): string => text.replaceAll('&', 'and').replace(/[<>]/g, ' ');

function collected(document: Pdf): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
}
