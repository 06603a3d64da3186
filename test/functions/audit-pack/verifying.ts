import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Files } from './packs.ts';
import { verifierPath } from './packs.ts';

/** What an auditor sees who runs the verifier: its exit code, and what it printed. */
export type Verdict = { readonly code: number; readonly told: string };

/** Extracts files into a folder of their own while something is done there. */
export async function extracted<Result>(files: Files, act: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'pack-'));
  try {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs the verifier as this version has it, as a program of its own, in the folder of a pack. */
export const verdictOn = (files: Files): Promise<Verdict> => extracted(files, verdictIn);

export const verdictIn = (folder: string, program = verifierPath.pathname): Promise<Verdict> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, [program, '.'], { cwd: folder }, (error, stdout, stderr) => {
      const code = error === null ? 0 : error.code;
      if (typeof code === 'number') resolve({ code, told: `${stdout}${stderr}` });
      else reject(error);
    });
  });

type Verifier = {
  readonly check: (folder: string) => Promise<readonly string[]>;
  readonly canonical: (value: unknown) => string;
};

/** The verifier as a module; what tests ask of it a hundred times would take too long by running it. */
export const verifier = (): Promise<Verifier> => import(verifierPath.href) as Promise<Verifier>;

/** What the verifier says of a folder without being run. */
export async function checkIn(folder: string): Promise<string> {
  const { check } = await verifier();
  return check(folder).then(
    (told) => told.join('\n'),
    (error: Error) => error.message,
  );
}
