import type { PageVisitor, SeenPage } from './page-visitor.ts';

export type Crawled = { readonly path: string; readonly from: string; readonly page: SeenPage };

/** What leads out of the pages, or hands over a file. */
const isPage = (path: string): boolean =>
  path.startsWith('/') &&
  !/^\/(?:v1|docs|openapi|healthz|assets|sign-|signed-|stay-)|download|\.(?:pdf|txt|csv|json|md)\b/.test(path);

/** Every page that links lead to from a first one, each address once, however it is filtered, as far as `most`. */
export async function crawl(visitor: PageVisitor, first: string, most = 400): Promise<Crawled[]> {
  const waiting = [{ path: first, from: '' }];
  const seen = new Set([first]);
  const crawled: Crawled[] = [];
  for (let next = waiting.shift(); next !== undefined && crawled.length < most; next = waiting.shift()) {
    const page = await visitor.get(next.path);
    crawled.push({ ...next, page });
    for (const path of [...linksIn(page), page.location].filter(isPage)) {
      if (seen.has(path)) continue;
      seen.add(path);
      waiting.push({ path, from: next.path });
    }
  }
  return crawled;
}

/** Without the part after the hash, which stays on the page. */
const linksIn = ({ html }: SeenPage): string[] =>
  [...html.matchAll(/<a[^>]*\bhref="([^"]*)"/g)].map(([, href = '']) =>
    (href.split('#')[0] ?? '').replaceAll('&amp;', '&'),
  );
