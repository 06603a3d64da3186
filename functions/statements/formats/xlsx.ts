import writeXlsxFile from 'write-excel-file/node';
import type { Section } from './section.ts';
import { sheetOf } from './xlsx-sheet.ts';
import { withoutClock } from './zip-dates.ts';

/** A workbook with a sheet for each section, whose totals and results are formulas. */
export async function xlsx(sections: readonly Section[]): Promise<Buffer> {
  const sheets = sections.map(sheetOf);
  const results = new Map(sheets.map(({ sheet, results }) => [sheet, results]));
  const features = [{ files: { transform: transformations(results) } }];
  const written = writeXlsxFile(
    sheets.map(({ results: _, ...sheet }) => sheet),
    { features, fontFamily: 'Calibri', fontSize: 11 },
  );
  return withoutClock(await written.toBuffer());
}

type Attributes = Record<string, string | number>;

/** What the library leaves out. */
const transformations = (results: ReadonlyMap<string, readonly string[]>) => ({
  'xl/worksheets/sheet{id}.xml': {
    transform: (xml: string, { sheet = '' }: { readonly sheet?: string }) =>
      fittedToWidth(withResults(xml, results.get(sheet) ?? [])),
    transformElementAttributes: (tag: string, attributes: Attributes) =>
      tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
  },
  'xl/workbook.xml': {
    transformElementAttributes: (tag: string, attributes: Attributes) =>
      tag === 'calcPr' ? { ...attributes, fullCalcOnLoad: 1 } : attributes,
  },
});

/** What formulas come to, in their order, for programs that show a workbook without working it out. */
function withResults(xml: string, results: readonly string[]): string {
  const next = results.values();
  return xml.replaceAll('</f>', () => `</f><v>${next.next().value ?? ''}</v>`);
}

const fittedToWidth = (xml: string): string =>
  xml.replace(/<worksheet [^>]*>/, (opening) => `${opening}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`);
