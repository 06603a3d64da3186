import type { CellObject } from 'write-excel-file/node';

/** How many characters a column takes at most. */
export const widest = 50;
const [lineHeight, highest] = [15, 405];

/** Text that stays text, also when somebody goes into the cell and out again; in a row that is high enough for it. */
export function textCell(text: string): CellObject {
  const lines = linesOf(text);
  return {
    value: kept(text),
    type: String,
    ...(/^[=+\-@\t\r]/.test(text) ? { format: '@' } : {}),
    ...(lines > 1 ? { wrap: true, height: Math.min(lines * lineHeight, highest) } : {}),
  };
}

const linesOf = (text: string): number =>
  text.split('\n').reduce((lines, { length }) => lines + Math.max(1, Math.ceil(length / (widest - 4))), 0);

/** What a workbook or the library would take for something else. */
function kept(text: string): string {
  const literal = text
    .replaceAll(/\r\n?/g, '\n')
    // Workbooks read `_x0041_` as an escaped character.
    .replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
  // The library looks texts up in a plain object, which knows "constructor"; it drops this character when it writes.
  return literal in {} ? `${literal}\u0001` : literal;
}
