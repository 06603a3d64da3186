import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/*
 * A program of its own, which bundling runs: copies files, and folders with all that is in them, from one folder to
 * another, each named by where it is and where it goes, and makes the folders on the way.
 */
const [fromFolder = '', toFolder = '', ...names] = process.argv.slice(2);

for (let at = 0; at + 1 < names.length; at += 2) {
  const [from = '', to = ''] = names.slice(at);
  await cp(join(fromFolder, from), join(toFolder, to), { recursive: true });
}
