import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { buildAssets } from '../../infra/assets.ts';
import { temporaryFolder } from './local/temporary-folder.ts';

const folder = mkdtempSync(join(tmpdir(), 'assets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const manifest = buildAssets(folder);
const names = Object.values(manifest);
const bytesOf = (name: string) => readFileSync(join(folder, name));
const textOf = (source: string) => bytesOf(manifest[source] ?? '').toString('utf8');

/** As pages write them, of each component that one of them may show. */
const components = `
  back-link button checkboxes date-input details error-message error-summary fieldset
  file-upload footer hint input inset-text label notification-banner pagination radios select
  service-navigation skip-link summary-list table tag task-list textarea warning-text
`
  .trim()
  .split(/\s+/);

describe('the assets', () => {
  it('are the styles, the script and the icon, and no other file', () => {
    expect(Object.keys(manifest)).toEqual(['app.css', 'app.js', 'favicon.svg']);
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
  });

  it('are each named after their own bytes', () => {
    const hashes = names.map((name) => createHash('sha256').update(bytesOf(name)).digest('hex').slice(0, 16));
    const [styles, script, icon] = hashes;

    expect(names).toEqual([`app-${styles}.css`, `app-${script}.js`, `favicon-${icon}.svg`]);
  });

  it('are the same whenever they are built', async () => {
    const again = await temporaryFolder();

    expect(buildAssets(again)).toEqual(manifest);
    expect(readdirSync(again).map((name) => readFileSync(join(again, name)).equals(bytesOf(name)))).toEqual(
      names.map(() => true),
    );
  });

  it.each(names)('carry nothing that is for services of GOV.UK alone: %s', (name) => {
    const text = bytesOf(name).toString('utf8');

    expect(text).not.toMatch(/GDS Transport|@font-face|crown|crest|royal arms/i);
  });

  it('bring all that they need themselves', () => {
    expect(textOf('app.css')).not.toMatch(/url\(|@import/);
    expect(textOf('app.js')).not.toMatch(/\bimport\b|sourceMappingURL/);
  });

  it('leave room in 100 KiB for the largest page, together and compressed', () => {
    const sizes = names.map((name) => gzipSync(bytesOf(name)).length);

    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(40 * 1024);
  });
});

describe('the styles', () => {
  it.each(components)('show a %s', (component) => {
    expect(textOf('app.css')).toMatch(new RegExp(`\\.govuk-${component}[\\s{:,._]`));
  });
});
