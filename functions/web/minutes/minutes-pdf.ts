import { pdfDocument } from '../../statements/formats/pdf-document.ts';
import { printedSection } from '../../statements/formats/print.ts';
import { confirmationOf, headingOf } from './heading.ts';
import type { Minutes } from './minutes.ts';
import { sectionsOf } from './sections.ts';

/** The minutes on paper, to be signed; the same minutes give the same bytes. */
export async function minutesPdf(minutes: Minutes): Promise<Buffer> {
  return pdfDocument({
    heading: headingOf(minutes),
    sections: sectionsOf(minutes).map(printedSection),
    signature: confirmationOf(minutes),
    broadSections: [],
    // The document bears the day of which it tells.
    madeAt: `${minutes.heldOn}T00:00:00.000Z`,
  });
}
