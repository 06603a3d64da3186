import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { buildSync } from 'esbuild';
import { compile, NodePackageImporter } from 'sass';

const project = join(import.meta.dirname, '..');
const web = join(project, 'functions/web');

/** What pages load besides themselves, by the names that views know. */
const assets = {
  'app.css': () => styles(join(web, 'styles/app.scss')),
  'app.js': () => script(join(web, 'client/app.ts')),
  'favicon.svg': () => readFileSync(join(web, 'styles/favicon.svg')),
} satisfies Record<string, () => Uint8Array>;

/**
 * Writes the assets to a folder, each named after its own bytes, so that browsers may keep it for ever; answers the name
 * of each under the name that views know.
 */
export function buildAssets(outputFolder: string): Readonly<Record<string, string>> {
  mkdirSync(outputFolder, { recursive: true });
  return Object.fromEntries(
    Object.entries(assets).map(([name, build]) => {
      const bytes = build();
      const served = hashedName(name, bytes);
      writeFileSync(join(outputFolder, served), bytes);
      return [name, served];
    }),
  );
}

function styles(path: string): Uint8Array {
  const importers = [new NodePackageImporter(project)];
  return Buffer.from(compile(path, { style: 'compressed', quietDeps: true, importers }).css);
}

function script(path: string): Uint8Array {
  const { outputFiles } = buildSync({
    entryPoints: [path],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    minify: true,
    write: false,
  });
  const [{ contents } = { contents: new Uint8Array() }] = outputFiles;
  return contents;
}

function hashedName(name: string, bytes: Uint8Array): string {
  const { name: stem, ext } = parse(name);
  return `${stem}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}${ext}`;
}
