import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import type { Listener } from './server.ts';

export const assetsPath = '/assets/';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

type File = { readonly plain: Buffer; readonly small: Buffer };
const compressed = promisify(brotliCompress);

/** The pages' built files, as CloudFront serves them from their bucket: for ever, since another content has another name. */
export function assetListener(folder: string): Listener {
  const read = new Map<string, File>();
  return async (request, response) => {
    const name = basename((request.url ?? '').split('?')[0] ?? '');
    const file = read.get(name) ?? (await readAsset(folder, name));
    if (file === undefined) return void response.writeHead(404).end();
    read.set(name, file);
    const isSmall = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
    response.writeHead(200, {
      'content-type': types[extname(name)] ?? 'application/octet-stream',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
      vary: 'accept-encoding',
      ...(isSmall && { 'content-encoding': 'br' }),
    });
    response.end(isSmall ? file.small : file.plain);
  };
}

/** Nothing but what was built lies there, so nothing else can be asked for. */
async function readAsset(folder: string, name: string): Promise<File | undefined> {
  if (!(extname(name) in types)) return undefined;
  const plain = await readFile(join(folder, name)).catch(() => undefined);
  return plain === undefined ? undefined : { plain, small: await compressed(plain) };
}
