import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { holdDataFolder } from '../../../infra/local/data-folder.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function held(name: string) {
  const folder = await holdDataFolder(name);
  onTestFinished(folder.release);
  return folder;
}

describe('the data folder', () => {
  it('is made where it is not there, for its owner alone', async () => {
    const { path } = await held(join(await temporaryFolder(), 'new', 'data'));

    expect((await stat(path)).mode & 0o777).toBe(0o700);
  });

  it('is held by one at a time, who is named by the process', async () => {
    const { path } = await held(await temporaryFolder());

    await expect(holdDataFolder(path)).rejects.toThrow(
      `The data folder ${path} is in use by another running instance (process ${process.pid}): stop that one, or set DATA_DIR to another.`,
    );
  });

  it('is free again when it was released', async () => {
    const folder = await temporaryFolder();
    (await holdDataFolder(folder)).release();

    expect(await held(folder)).toMatchObject({ path: folder });
  });

  it('is refused where it is a file', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');

    await expect(holdDataFolder(file)).rejects.toThrow(/^The data folder .+ can't be used: EEXIST.+\.$/);
  });

  it("is refused where its lock isn't one", async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'lock'));

    await expect(holdDataFolder(folder)).rejects.toThrow(/^The data folder .+ can't be used: .+\.$/);
  });
});
