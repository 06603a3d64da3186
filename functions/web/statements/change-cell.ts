import { Money } from '../../../domain/money.ts';
import type { StatementChange } from '../../../domain/statement/changes.ts';
import { inWords } from '../../statements/formats/print.ts';
import { money, name, type Text } from '../page/text.ts';
import { entryLinks } from './entry-links.ts';

/** A cell of the table of changes: what was, what is, and the entries that caused it. Other cells are as documents have them. */
export function changeCell(partnershipId: string, place: string, change?: StatementChange): Text | undefined {
  if (change === undefined) return undefined;
  switch (place) {
    case 'changes.before':
      return valueText(change.before);
    case 'changes.after':
      return valueText(change.after);
    case 'changes.entries':
      return entryLinks(partnershipId, change.entries);
    default:
      return undefined;
  }
}

const valueText = (value: unknown): Text =>
  typeof value === 'string' && isAmount.test(value) ? money(Money.parse(value)) : name(inReading(value));

const isAmount = /^-?\d{1,20}\.\d{2}$/;

/** What JSON nests, as it is read: members after their names, items one after the other. */
function inReading(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(inReading).join('; ');
  if (typeof value === 'string') return isAmount.test(value) ? Money.parse(value).toSterling() : value;
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([member, one]) => `${inWords(member)}: ${inReading(one)}`)
    .join(', ');
}
