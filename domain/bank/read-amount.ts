import { Money } from '../money.ts';
import type { Direction } from './bank-line.ts';
import type { Cell } from './read-date.ts';

/** An amount without its sign, and which way the money went where the cell says so. */
export type WrittenAmount = { readonly amount: Money; readonly direction?: Direction };

// A bracket, a sign before or after the pound sign, pounds, pence, a bracket, a word.
const pattern = /^(\()?([-+\u2212])? ?£? ?([-+\u2212])?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(\))? ?(CR|DR)?$/i;

/**
 * An amount as banks write it: `1,234.50`, `£1,234.50`, `-45.00`, `(45.00)`, `45.00 DR`. A third decimal is refused and
 * never rounded, and so is an amount that says twice which way it went.
 */
export function readAmount(text: string): Cell<WrittenAmount> {
  const [, open, sign, inner, written, pence = '00', close, word] = pattern.exec(text) ?? [];
  if (written === undefined || (open === undefined) !== (close === undefined)) {
    return { problem: 'is not an amount in pounds such as 1,234.50' };
  }
  if (pence.length > 2) return { problem: 'has more than two decimal places, and amounts are never rounded' };
  const pounds = written.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (pounds.length > 12) return { problem: 'is more than £999,999,999,999.99' };
  const [mark, another] = [open, sign, inner, word].flatMap((one) => one ?? []);
  if (another !== undefined) return { problem: 'says twice which way the money went' };
  const amount = Money.parse(`${pounds}.${pence}`);
  return { value: mark === undefined ? { amount } : { amount, direction: /^(?:\+|CR)$/i.test(mark) ? 'in' : 'out' } };
}
