type Routed = { readonly path: string };
export type Found<One extends Routed> = { readonly page: One; readonly parameters: Readonly<Record<string, string>> };

/** Finds the page of a path among these; where two match, the one with the literal segment. */
export function pageRouter<One extends Routed>(pages: readonly One[]) {
  const routes = pages.map((page) => ({ page, segments: page.path.split('/') })).sort(byLiterals);
  return (path: string): Found<One> | undefined => {
    const segments = path.split('/');
    for (const { page, segments: wanted } of routes) {
      if (wanted.length !== segments.length) continue;
      const pairs = wanted.map((one, place) => [one, segments[place] ?? ''] as const);
      if (!pairs.every(([one, segment]) => (isParameter(one) ? segment !== '' : segment === one))) continue;
      const named = pairs.filter(([one]) => isParameter(one));
      return { page, parameters: Object.fromEntries(named.map(([one, segment]) => [one.slice(1, -1), segment])) };
    }
    return undefined;
  };
}

const isParameter = (segment: string): boolean => segment.startsWith('{');

function byLiterals(a: { readonly segments: readonly string[] }, b: { readonly segments: readonly string[] }): number {
  const form = (segments: readonly string[]) => segments.map((one) => (isParameter(one) ? '1' : '0')).join('');
  return form(a.segments).localeCompare(form(b.segments));
}
