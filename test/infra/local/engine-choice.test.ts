import { cp, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { engineAvailability } from '../../../infra/local/dynamodb.ts';
import { spawnService } from './spawned-service.ts';
import { temporaryFolder } from './temporary-folder.ts';

const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));
const dynamodbLocal = await engineAvailability('dynamodb-local');

/** The project as it is installed on a platform for which there is no package of Dynoxide. */
async function projectWithoutDynoxide(): Promise<string> {
  const root = await temporaryFolder();
  await cp(join(projectRoot, 'infra'), join(root, 'infra'), { recursive: true });
  for (const folder of ['domain', 'functions']) await symlink(join(projectRoot, folder), join(root, folder));
  await writeFile(join(root, 'package.json'), '{"type":"module"}');
  await mkdir(join(root, 'node_modules'));
  const packages = await readdir(join(projectRoot, 'node_modules'));
  for (const name of packages.filter((installed) => installed !== '@dynoxide')) {
    await symlink(join(projectRoot, 'node_modules', name), join(root, 'node_modules', name));
  }
  return root;
}

describe('npm start without a package of Dynoxide', () => {
  it.runIf(dynamodbLocal.isAvailable)('takes DynamoDB Local, and keeps its data in the folder', async () => {
    const folder = await temporaryFolder();
    const { child, running, ended } = spawnService({ DATA_DIR: folder }, await projectWithoutDynoxide());
    let output = '';
    child.stdout?.on('data', (text: string) => {
      output += text;
    });

    await running;
    child.kill('SIGTERM');
    await ended;

    expect(output).toContain('(DynamoDB Local)');
    expect(await readdir(join(folder, 'dynamodb-local'))).toContain('shared-local-instance.db');
  });

  it('says in one sentence that there is no engine, where there is no Java either', async () => {
    const environment = { DATA_DIR: await temporaryFolder(), PATH: '/nowhere' };

    const { ended } = spawnService(environment, await projectWithoutDynoxide());

    expect(await ended).toEqual({
      code: 1,
      errors:
        `No DynamoDB engine: Dynoxide has no package here for ${process.platform}-${process.arch}, and DynamoDB Local ` +
        "can't run: it needs Java 17 or later, and there is no Java here; DYNAMODB_ENDPOINT can name another.\n",
    });
  });
});
