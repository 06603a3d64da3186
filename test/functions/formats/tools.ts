import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse/sync';

const execute = promisify(execFile);

/** The names of sheets and files are UTF-8, whatever the machine speaks. */
const run = (tool: string, options: string[], more: { maxBuffer?: number } = {}) =>
  execute(tool, options, { ...more, env: { ...process.env, LC_ALL: 'C.UTF-8' } });

/** What a test's title says where a tool that it needs isn't there. */
export function without(...tools: readonly string[]): { readonly isSkipped: boolean; readonly why: string } {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const missing = tools.filter((tool) => !folders.some((folder) => existsSync(join(folder, tool))));
  return { isSkipped: missing.length > 0, why: missing.length === 0 ? '' : ` (skipped: no ${missing.join(' and ')})` };
}

async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'formats-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What poppler's tool says of a PDF. */
export const poppler = (tool: string, bytes: Buffer, ...options: readonly string[]): Promise<string> =>
  inFolder(async (folder) => {
    const file = join(folder, 'statement.pdf');
    await writeFile(file, bytes);
    const output = tool === 'pdftotext' ? ['-'] : [];
    const { stdout } = await run(tool, [...options, file, ...output], { maxBuffer: 2 ** 26 });
    return stdout;
  });

// Comma, quote, UTF-8, from line 1, British, cells as they are shown, every sheet in a file of its own.
const asShown = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,2057,false,true,true,false,false,-1';

/** What LibreOffice shows in each sheet of a workbook, once it has worked it out: rows of cells, by the sheet's name. */
export const shownByLibreOffice = (workbook: Buffer): Promise<ReadonlyMap<string, string[][]>> =>
  inFolder(async (folder) => {
    await writeFile(join(folder, 'book.xlsx'), workbook);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`;
    const made = join(folder, 'made');
    await run('soffice', [
      '--headless',
      '--norestore',
      profile,
      '--convert-to',
      asShown,
      '--outdir',
      made,
      join(folder, 'book.xlsx'),
    ]);
    const files = await readdir(made);
    return new Map(
      await Promise.all(
        files.map(
          async (file): Promise<[string, string[][]]> => [
            file.slice('book-'.length, -'.csv'.length),
            parse(await readFile(join(made, file)), { relax_column_count: true }),
          ],
        ),
      ),
    );
  });
