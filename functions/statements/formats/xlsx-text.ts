import type { CellObject } from 'write-excel-file/node';

const longEnoughToWrap = 40;

/** Text that stays text, also when somebody goes into the cell and out again. */
export const textCell = (text: string): CellObject => ({
  value: kept(text),
  type: String,
  ...(/^[=+\-@\t\r]/.test(text) ? { format: '@' } : {}),
  ...(text.length > longEnoughToWrap || text.includes('\n') ? { wrap: true } : {}),
});

/** What a workbook or the library would take for something else. */
function kept(text: string): string {
  const literal = text
    .replaceAll(/\r\n?/g, '\n')
    // Workbooks read `_x0041_` as an escaped character.
    .replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
  // The library looks texts up in a plain object, which knows "constructor"; it drops this character when it writes.
  return literal in {} ? `${literal}\u0001` : literal;
}
