import { request } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { sessionCookie } from '../../functions/web/session/cookies.ts';
import { crawl } from '../functions/web/crawl.ts';
import type { PageVisitor } from '../functions/web/page-visitor.ts';
import { type RunningPages, startPages } from '../functions/web/running-pages.ts';

/*
 * The weight of pages, a part of npm run bench: bytes over the wire of each page that links lead to, over the worked
 * example, for a browser with nothing in its cache and for one with the assets in it.
 */

const kibibyte = 1024;
const [uncachedMost, cachedMost] = [100 * kibibyte, 20 * kibibyte];

/** Bytes of each page that links lead to, as a browser with nothing in its cache, and one with everything, gets it. */
async function weigh(running: RunningPages): Promise<void> {
  const everything = ['finance-officer', 'coordinator', 'chair', 'chief-finance-officer', 'auditor'].map(
    (role) => `maldon:${role}`,
  );
  const visitor = await running.visitor('maldon-finance-officer', ...everything, 'platform:administrator');
  const crawled = await crawl(visitor, '/partnerships/maldon');
  const assets = await assetBytes(running.origin, crawled[1]?.page.html ?? '');
  const rows = [];
  for (const { path } of crawled) rows.push({ path, cached: await bytesOf(visitor, path) });
  const heaviest = rows.toSorted((a, b) => b.cached - a.cached).slice(0, 8);
  console.log(`\n${rows.length} pages; styles, script and icon together ${kib(assets)}. The heaviest:`);
  console.table(
    heaviest.map(({ path, cached }) => ({
      path: path.slice(0, 90),
      cached: kib(cached),
      uncached: kib(cached + assets),
    })),
  );
  const over = rows.filter(({ cached }) => cached > cachedMost || cached + assets > uncachedMost);
  console.log(
    over.length === 0 ? 'All within 100 KiB uncached and 20 KiB cached.' : `Over: ${over.map(({ path }) => path)}`,
  );
}

const kib = (bytes: number): string => `${(bytes / kibibyte).toFixed(1)} KiB`;

/** As sent: `fetch` would unpack it. */
function bytesOf({ origin, sessionId }: PageVisitor, path: string): Promise<number> {
  const headers = { cookie: `${sessionCookie}=${sessionId}`, 'accept-encoding': 'br' };
  return new Promise((resolve, reject) => {
    request(`${origin}${path}`, { headers }, (response) => {
      let bytes = JSON.stringify(response.rawHeaders).length;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength;
      });
      response.on('end', () => resolve(bytes));
    })
      .on('error', reject)
      .end();
  });
}

async function assetBytes(origin: string, html: string): Promise<number> {
  const paths = [...new Set(html.match(/\/assets\/[\w.-]+/g))];
  const sizes = await Promise.all(
    paths.map(async (path) => brotliCompressSync(await (await fetch(`${origin}${path}`)).bytes()).byteLength),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

const weighed = await startPages();
try {
  await weigh(weighed);
} finally {
  await weighed.stop();
}
