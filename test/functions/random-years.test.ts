import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf } from '../../domain/financial-year.ts';
import { type JournalEntry, seal } from '../../domain/ledger/journal-entry.ts';
import { Replay } from '../../domain/ledger/replay.ts';
import { changesBetween } from '../../domain/statement/compare-statements.ts';
import type { YearEndStatement } from '../../domain/statement/statement.ts';
import type { YearCertified } from '../../domain/year-end/year.ts';
import { rendered, statementTypes } from '../../functions/statements/formats/formats.ts';
import { printedSection } from '../../functions/statements/formats/print.ts';
import { sectionsOf } from '../../functions/statements/formats/sections.ts';
import { digest } from '../../functions/store/digest.ts';
import { randomYears } from '../domain/random-years/random-years.ts';
import { runs } from '../domain/runs.ts';
import { recomputed, statementOf } from '../domain/statement/statements.ts';
import type { TestLedger } from '../domain/test-ledger.ts';
import { Archive } from './audit-pack/certified.ts';
import { filesOf } from './audit-pack/packs.ts';
import { checkIn, extracted } from './audit-pack/verifying.ts';
import { amountsIn, amountsOf, sterlingIn } from './formats/amounts.ts';
import { poppler, without } from './formats/tools.ts';
import { sheetsOf } from './formats/workbook.ts';

type Books = Pick<TestLedger, 'state' | 'entries'>;

/** The same journal with true documents: the random one's certified versions name none that exist. */
function withDocuments(entries: readonly JournalEntry[], archive: Archive): Books {
  const replay = new Replay();
  const made: JournalEntry[] = [];
  for (const { id, recordedAt: now, recordedBy: by, hash: _, previousHash: __, ...draft } of entries) {
    const { sequence: ___, financialYear: ____, ...decided } = draft;
    const isSigned = decided.type === 'year-certified';
    const facts = isSigned ? signed({ state: replay.state, entries: made }, decided.facts, archive) : decided.facts;
    const entry = seal({ ...decided, facts } as typeof decided, replay.state.head, { id, now, by }, digest);
    replay.add(entry);
    made.push(entry);
  }
  return { state: replay.state, entries: made };
}

function signed(books: Books, facts: YearCertified, archive: Archive): YearCertified {
  const { financialYear, version, name, role, certifiedOn, note } = facts;
  const statement = statementOf(books, financialYear);
  const last = books.state.get('year', financialYear)?.versions.at(-1);
  const before: unknown = last && JSON.parse(archive.kept(last.documentHash).toString());
  const certification = { name, role, certifiedOn, ...(note === undefined ? {} : { note }) };
  const changes = last && { changes: changesBetween(before, statement, books.entries.slice(last.knownAt)) };
  const integrity = { ...statement.integrity, certification, ...changes };
  const hash = archive.keep(JSON.stringify({ ...statement, status: 'certified', version, integrity }));
  return { ...facts, documentHash: hash, documents: [{ contentType: 'application/json', hash }] };
}

const { isSkipped } = without('pdftotext');

/** The amounts in each form of a statement that aren't those of its sections. */
async function differing(statement: YearEndStatement): Promise<string[]> {
  const sections = sectionsOf(statement);
  const amounts = amountsOf(sections).map(({ amount }) => amount.text);
  const printed = sections
    .map(printedSection)
    .flatMap(({ rows, totals = [], about = '', none = '' }) => [
      ...[...rows.flat(), ...totals],
      rows.length === 0 ? none : about,
    ]);
  const form = (type: (typeof statementTypes)[number]) => rendered(statement, type);
  const rows: string[][] = parse(await form('text/csv'), { record_delimiter: '\r\n' });
  const inCsv = rows.flat().filter((cell) => /^-?\d+\.\d\d$/.test(cell));
  const sheets = await sheetsOf(await form('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'));
  const inSheets = new Set(sheets.flatMap(({ cells }) => [...cells.values()].map(({ value }) => Number(value))));
  const inHtml = sterlingIn((await form('text/html')).toString('utf8').replaceAll(/<style>[\s\S]*?<\/style>/g, ''));
  const inPdf = isSkipped
    ? undefined
    : sterlingIn(await poppler('pdftotext', await form('application/pdf'), '-layout'));
  const shown = JSON.stringify(sterlingIn(printed.join('\n')));
  return [
    ...(JSON.stringify(inCsv.toSorted()) === JSON.stringify(amounts.toSorted()) ? [] : ['CSV']),
    ...amounts.filter((amount) => !inSheets.has(Number(amount))).map((amount) => `XLSX: ${amount}`),
    ...(JSON.stringify(inHtml) === shown ? [] : ['HTML']),
    ...(inPdf === undefined || JSON.stringify(inPdf) === shown ? [] : ['PDF']),
  ];
}

/** The figures of a statement that stand in none of its sections. */
function unshown(statement: YearEndStatement): string[] {
  const { funds, grants, awards, expenditure, totals } = statement;
  const inSections = new Set(amountsOf(sectionsOf(statement)).map(({ amount }) => amount.text));
  return amountsIn({ funds, grants, awards, expenditure, totals })
    .filter(({ amount }) => !inSections.has(amount.text))
    .map(({ member, amount }) => `${member} ${amount.text}`);
}

describe('random histories of several years, closed, returned and reopened', () => {
  it('have the same figures in every form, from what is kept and from the journal alone', async () => {
    await fc.assert(
      fc.asyncProperty(randomYears(), fc.nat(), async ({ ledger, years }, place) => {
        const year = years[place % years.length] ?? '2017-18';
        const kept = statementOf(ledger, year);
        const again = recomputed(ledger, year, endOf(year));
        for (const type of statementTypes) {
          expect((await rendered(again, type)).equals(await rendered(kept, type)), type).toBe(true);
        }
        expect(await differing(kept)).toEqual([]);
        expect(unshown(kept)).toEqual([]);
      }),
      runs(6),
    );
  }, 120_000);

  it('have packs with which the verifier agrees, year after year', async () => {
    await fc.assert(
      fc.asyncProperty(randomYears(), async ({ ledger, years }) => {
        const archive = new Archive();
        const books = withDocuments(ledger.entries, archive);
        for (const year of years) {
          const told = await extracted(filesOf(books as TestLedger, year, archive), checkIn);
          expect(told).toContain('Everything agrees.');
        }
      }),
      runs(15),
    );
  }, 120_000);
});
