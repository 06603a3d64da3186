import { cleaned, shortened } from './bank-text.ts';

export type Column = { readonly place: number; readonly name: string };

/** Where a row has what. Which way money went is in a sign, in two columns, or in a column of its own. */
export type BankColumns = {
  readonly dates: readonly Column[];
  readonly references: readonly Column[];
  readonly descriptions: readonly Column[];
  readonly amounts: readonly Column[];
  readonly paidIn: readonly Column[];
  readonly paidOut: readonly Column[];
  /** Says CR or DR, and nothing else. */
  readonly directions: readonly Column[];
  /** May say CR or DR, or what kind of movement it is. */
  readonly types: readonly Column[];
  readonly currencies: readonly Column[];
};

/** What banks call their columns, in letters alone; the better name first where a file has several. */
const names = {
  dates: ['transaction date', 'date', 'posting date', 'posted date', 'date posted', 'entry date', 'value date'],
  references: [
    'bank reference',
    'reference',
    'transaction reference',
    'payment reference',
    'customer reference',
    'ref',
  ],
  descriptions: [
    ...['description', 'transaction description', 'narrative', 'transaction narrative', 'additional narrative'],
    ...['details', 'transaction details', 'additional details', 'particulars', 'memo', 'payee', 'counter party'],
  ],
  amounts: ['amount', 'transaction amount', 'value', 'transaction value'],
  paidIn: ['paid in', 'money in', 'credit', 'credit amount', 'credits', 'amount in', 'receipts', 'deposits'],
  paidOut: ['paid out', 'money out', 'debit', 'debit amount', 'debits', 'amount out', 'payments', 'withdrawals'],
  directions: [
    ...['cr dr', 'dr cr', 'credit debit', 'debit credit', 'credit or debit', 'debit or credit', 'indicator'],
    ...['cr dr indicator', 'dr cr indicator', 'credit debit indicator', 'debit credit indicator'],
  ],
  types: ['type', 'transaction type'],
  currencies: ['currency', 'currency code', 'account currency'],
} as const satisfies { readonly [Kind in keyof BankColumns]: readonly string[] };

/** The columns that a row names; one that has none of these names, such as a balance, is not read. */
export function columnsNamed(cells: readonly string[]): BankColumns {
  const byName = Map.groupBy(cells.keys(), (place) => lettersOf(cells[place] ?? ''));
  const of = (kind: keyof BankColumns): Column[] =>
    names[kind]
      .flatMap((wanted) => byName.get(wanted) ?? [])
      .map((place) => ({ place, name: shortened(cleaned(cells[place] ?? ''), 40) }));
  return {
    dates: of('dates'),
    references: of('references'),
    descriptions: of('descriptions').toSorted((a, b) => a.place - b.place),
    amounts: of('amounts'),
    paidIn: of('paidIn'),
    paidOut: of('paidOut'),
    directions: of('directions'),
    types: of('types'),
    currencies: of('currencies'),
  };
}

/** "Paid in (£)", "Amount GBP" and "Narrative #2" without what is no name; another currency stays. */
const lettersOf = (cell: string): string =>
  cell
    .toLowerCase()
    .replace(/\bgbp\b|[^a-z]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
