import { Money } from '../../../domain/money.ts';
import { unzipped } from '../audit-pack/unzipped.ts';

export type Cell = {
  readonly address: string;
  readonly value: string;
  readonly formula?: string;
  readonly style: string;
};
export type Sheet = { readonly name: string; readonly xml: string; readonly cells: ReadonlyMap<string, Cell> };

const decoded = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/_x005F_(?=x[0-9a-fA-F]{4}_)/g, '_');

/** The sheets of a workbook as its XML has them. */
export async function sheetsOf(workbook: Buffer): Promise<Sheet[]> {
  const files = await unzipped(workbook);
  const text = (name: string): string => files.get(name)?.toString('utf8') ?? '';
  const strings = [...text('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g)];
  const names = [...text('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)];
  return names.map(([, name = ''], place) => {
    const xml = text(`xl/worksheets/sheet${place + 1}.xml`);
    return {
      name,
      xml,
      cells: cellsOf(
        xml,
        strings.map(([, own = '']) => decoded(own)),
      ),
    };
  });
}

const cellPattern = /<c r="([A-Z]+\d+)"( [^>]*?)?>(?:<f>([^<]*)<\/f>)?<v>([^<]*)<\/v><\/c>/g;

const cellsOf = (xml: string, strings: readonly string[]): ReadonlyMap<string, Cell> =>
  new Map(
    [...xml.matchAll(cellPattern)].map(([, address = '', attributes = '', formula, value = '']): [string, Cell] => [
      address,
      {
        address,
        value: attributes.includes('t="s"') ? (strings[Number(value)] ?? '') : value,
        style: / s="(\d+)"/.exec(attributes)?.[1] ?? '',
        ...(formula === undefined ? {} : { formula }),
      },
    ]),
  );

/** What a formula comes to: a sum of a range, or of some cells less others. */
export function workedOut(formula: string, cells: ReadonlyMap<string, Cell>): Money {
  const at = (address: string): Money => {
    const cell = cells.get(address);
    return cell === undefined ? Money.zero : amount(cell, cells);
  };
  const [, column, first, last] = /^ROUND\(SUM\(([A-Z]+)(\d+):[A-Z]+(\d+)\),2\)$/.exec(formula) ?? [];
  if (column !== undefined) {
    const rows = Array.from({ length: Number(last) - Number(first) + 1 }, (_, place) => Number(first) + place);
    return Money.sum(rows.map((row) => at(`${column}${row}`)));
  }
  const [, terms] = /^ROUND\(([A-Z]+\d+(?:[+-][A-Z]+\d+)*),2\)$/.exec(formula) ?? [];
  if (terms === undefined) throw new Error(`not a formula of ours: ${formula}`);
  return Money.sum(
    [...`+${terms}`.matchAll(/([+-])([A-Z]+\d+)/g)].map(([, sign, address = '']) =>
      sign === '-' ? at(address).negated() : at(address),
    ),
  );
}

const amount = ({ formula, value }: Cell, cells: ReadonlyMap<string, Cell>): Money =>
  formula === undefined ? Money.parse(Number(value).toFixed(2)) : workedOut(formula, cells);
