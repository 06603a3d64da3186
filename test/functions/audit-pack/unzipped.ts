import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { fromBuffer, type ZipFile } from 'yauzl';
import type { Files } from './packs.ts';

const opened = promisify<Buffer, { lazyEntries: true }, ZipFile>(fromBuffer);

/** What is in a ZIP, in its order. */
export async function unzipped(bytes: Buffer): Promise<Files> {
  const zip = await opened(bytes, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        buffer(stream).then((content) => {
          files.set(entry.fileName, content);
          zip.readEntry();
        }, reject);
      });
    });
    zip.on('end', () => resolve(files)).on('error', reject);
    zip.readEntry();
  });
}
