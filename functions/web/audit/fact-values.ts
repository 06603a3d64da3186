import { z } from 'zod';
import { FinancialYear } from '../../../domain/financial-year.ts';
import { Money } from '../../../domain/money.ts';
import { PlainDate } from '../../../domain/plain-date.ts';
import { yearInProse } from '../../../domain/prose-dates.ts';
import { entryPath } from '../page/paths.ts';
import { code, date, link, money, name, type Span } from '../page/text.ts';
import { chosenWord, labelOf, lowerFirst } from './fact-labels.ts';
import { kindOf } from './mentions.ts';
import { type RecordNames, recordLink } from './record-names.ts';

export type Shown = {
  readonly names: RecordNames;
  /** Whether the entry's note says that the source doesn't give its figures. */
  readonly isIllustrative: boolean;
};

/** The value of a fact as people read it, by the member that holds it. */
export function spansOf(member: string, value: unknown, shown: Shown): Span[] {
  if (value instanceof Money) return [money(value, shown.isIllustrative)];
  if (typeof value === 'number') return [numberSpan(member, value, shown)];
  if (typeof value === 'string') return [textSpan(member, value, shown)];
  if (Array.isArray(value))
    return joined(
      '; ',
      value.map((item) => spansOf(member, item, shown)),
    );
  if (typeof value !== 'object' || value === null) return [];
  return organisation(value) ?? membersOf(value, shown);
}

const joined = (between: string, parts: readonly (readonly Span[])[]): Span[] =>
  parts.flatMap((spans, place) => (place === 0 ? spans : [between, ...spans]));

const numberSpan = (member: string, value: number, { names }: Shown): Span =>
  member === 'knownAt' || member === 'sequence'
    ? link(entryPath(names.partnershipId, value), `entry ${value}`)
    : String(value);

const dateMember = /On$|^(?:from|until|start|end|effectiveFrom|ratifyBy)$/;
const hashMember = /Hash$|^(?:id|hash|subject|organisationId)$/;

function textSpan(member: string, value: string, { names }: Shown): Span {
  const kind = kindOf(member);
  if (kind !== undefined) return recordLink({ kind, id: value }, names);
  if (dateMember.test(member) && PlainDate.safeParse(value).success) return date(value);
  if (/^financialYears?$/.test(member) && FinancialYear.safeParse(value).success) return yearInProse(value);
  if (hashMember.test(member)) return code(value);
  return chosenWord(member, value) ?? name(value);
}

const Named = z.strictObject({ id: z.string().optional(), subject: z.string().optional(), name: z.string() });

/** Somebody, or something, of no more than an id and a name. */
function organisation(value: object): Span[] | undefined {
  const { success, data } = Named.safeParse(value);
  if (!success) return undefined;
  const known = data.id ?? data.subject;
  return known === undefined ? [name(data.name)] : [name(data.name), ' (', code(known), ')'];
}

/** Member by member; what it is called comes first, and needs no label. */
function membersOf(value: object, shown: Shown): Span[] {
  const members = Object.entries(value).toSorted(([a], [b]) => Number(b === 'name') - Number(a === 'name'));
  const parts = members.map(([member, inner]) => {
    const spans = spansOf(member, inner, shown);
    if (member === 'name') return spans;
    const label = lowerFirst(labelOf(member));
    return isSimple(inner) ? [`${label} `, ...spans] : [`${label} (`, ...spans, ')'];
  });
  return joined(', ', parts);
}

const isSimple = (value: unknown): boolean => typeof value !== 'object' || value instanceof Money;
