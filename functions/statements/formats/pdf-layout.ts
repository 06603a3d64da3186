import type { Heading } from './heading.ts';
import { drawable } from './pdf-fonts.ts';
import { listOf, putTable, set, type Table, tablesOf } from './pdf-grid.ts';
import { frames, type Page, type Paper, paper, type Row, type Words } from './pdf-paper.ts';
import { leading, type Ruler, type Style } from './pdf-type.ts';
import type { PrintedSection } from './print.ts';
import type { Signature } from './signature.ts';

export type Content = {
  readonly heading: Heading;
  readonly sections: readonly PrintedSection[];
  readonly signature: Signature;
  /** After the signature, on pages that lie on their side. */
  readonly broadSections: readonly PrintedSection[];
};

/** What stands where on each page. */
export function layOut(
  { heading, sections, signature, broadSections }: Content,
  ruler: Ruler,
  handOn: (page: Page) => void,
): void {
  const sheets = paper(handOn);
  putHeading(heading, sheets, ruler);
  for (const section of sections) putSection(section, sheets, ruler);
  putSignature(signature, sheets, ruler);
  if (broadSections.length > 0) sheets.turn('landscape');
  for (const section of broadSections) putSection(section, sheets, ruler);
  sheets.end();
}

const styles = {
  H1: { weight: 'bold', size: 20 },
  H2: { weight: 'bold', size: 11.5 },
  P: { weight: 'regular', size: 9 },
} satisfies Record<Words['tag'], Style>;

const between = 16;

function putHeading({ title, partnership, period, standing }: Heading, sheets: Paper, ruler: Ruler): void {
  put(wordsOf('P', partnership, ruler, { weight: 'bold', size: 13 }), sheets, 2);
  put(wordsOf('H1', title, ruler), sheets, 2);
  put(wordsOf('P', period, ruler, { weight: 'regular', size: 11 }), sheets, 8);
  put({ ...wordsOf('P', standing, ruler, { weight: 'bold', size: 10 }), isBoxed: true }, sheets, 8);
}

function wordsOf(
  tag: Words['tag'],
  text: string,
  ruler: Ruler,
  style: Style = styles[tag],
  room = frames.portrait.room,
): Words {
  return { kind: 'words', tag, lines: ruler.lines(drawable(text), style, room), style, isBoxed: false };
}

/** Told in full to those who listen, also where the fonts can't draw it. */
const titleOf = (text: string, ruler: Ruler): Words => ({
  ...wordsOf('H2', text, ruler),
  ...(drawable(text) === text ? {} : { actual: text }),
});

const heightOf = ({ lines, style }: Words): number => lines.length * style.size * leading;
const put = (words: Words, sheets: Paper, after: number): void => sheets.put(words, heightOf(words) + after);

/** A title never stands alone at the foot of a page. */
function putSection(section: PrintedSection, sheets: Paper, ruler: Ruler): void {
  const title = titleOf(section.title, ruler);
  const said = section.rows.length === 0 ? section.none : section.about;
  const about = said === undefined ? [] : [wordsOf('P', said, ruler)];
  const tables = section.rows.length === 0 ? [] : tablesIn(section, sheets, ruler);
  const words = [title, ...about];
  startWith(words, tables[0], sheets, ruler);
  for (const one of words) put(one, sheets, 4);
  for (const [place, table] of tables.entries()) {
    if (place > 0) startWith([], table, sheets, ruler);
    putTable(table, sheets, ruler);
  }
}

/** Leaves space above, or turns the page where there is too little room for the first lines of what comes. */
function startWith(words: readonly Words[], table: Table | undefined, sheets: Paper, ruler: Ruler): void {
  const first = table === undefined ? [] : [table.head, table.rows[0]].flatMap((row) => row ?? []);
  const rows = table === undefined ? [] : first.map((row) => set(table, row, ruler).height);
  const needed = [between, ...words.map((one) => heightOf(one) + 4), ...rows].reduce((sum, one) => sum + one, 0);
  if (needed > sheets.left()) sheets.turn();
  else sheets.skip(between);
}

function tablesIn(section: PrintedSection, sheets: Paper, ruler: Ruler): Table[] {
  if (section.layout === 'table') return tablesOf(section, frames[sheets.layout()].room, ruler);
  const rows = section.columns.map(
    ({ title, isResult }, place): Row => ({
      role: isResult === true ? 'result' : 'body',
      texts: [title, section.rows[0]?.[place] ?? ''],
    }),
  );
  const isFigures = section.columns.every(({ isFigure }) => isFigure);
  return [
    listOf(
      section.title,
      rows.filter(({ texts: [, value] }) => value !== ''),
      isFigures,
      ruler,
    ),
  ];
}

function putSignature({ title, declaration, lines }: Signature, sheets: Paper, ruler: Ruler): void {
  const rows = lines.map(({ label, value }): Row => ({ role: 'sign', texts: [label, value] }));
  const table = listOf(title, rows, false, ruler);
  const words = [wordsOf('H2', title, ruler), wordsOf('P', declaration, ruler)];
  const height = [...words.map(heightOf), ...rows.map((row) => set(table, row, ruler).height)];
  // Signed in one piece.
  if (height.reduce((sum, one) => sum + one, between) > sheets.left()) sheets.turn();
  else sheets.skip(between);
  for (const one of words) put(one, sheets, 4);
  putTable(table, sheets, ruler);
}
