import { copyFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/*
 * A program of its own, which bundling runs: copies one file to another place, and makes the folders on the way.
 */
const [from = '', to = ''] = process.argv.slice(2);

await mkdir(dirname(to), { recursive: true });
await copyFile(from, to);
