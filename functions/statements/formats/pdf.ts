import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import type { Heading } from './heading.ts';
import { pdfDocument } from './pdf-document.ts';
import { printedSection } from './print.ts';
import type { Section } from './section.ts';
import { signatureOf } from './signature.ts';

/** What the statement is, the year's figures and the position: signed on one page. */
const signedSections = 3;

/** The statement on paper: what is signed first, then all that lies behind it. */
export function pdf(statement: YearEndStatement, heading: Heading, sections: readonly Section[]): Buffer {
  const printed = sections.map(printedSection);
  return pdfDocument({
    heading,
    sections: printed.slice(0, signedSections),
    signature: signatureOf(statement),
    broadSections: printed.slice(signedSections),
    // The instant to which the figures are known: the same statement gives the same bytes.
    madeAt: statement.generatedAt,
    proof: `Statement hash ${statement.statementHash}`,
  });
}
