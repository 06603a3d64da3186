/** The target of a request: what was sent, and what the gateway makes of it. */
export type Target = {
  readonly encodedPath: string;
  /** Decoded as a whole, as HTTP APIs do, although they call it raw. */
  readonly rawPath: string;
  readonly rawQueryString: string;
  /** Decoded; a name that comes more than once has its values joined by commas. */
  readonly query: Readonly<Record<string, string>>;
};

/** Nothing where percent-encoding is malformed, or doesn't spell UTF-8. */
export function parseTarget(url: string): Target | undefined {
  const [encodedPath = '', ...rest] = withoutOrigin(url).split('?');
  if (!encodedPath.startsWith('/')) return undefined;
  const rawQueryString = rest.join('?');
  try {
    return { encodedPath, rawPath: decodeURIComponent(encodedPath), rawQueryString, query: parseQuery(rawQueryString) };
  } catch {
    return undefined;
  }
}

/** A request to a proxy carries the whole address. */
function withoutOrigin(url: string): string {
  return url.replace(/^https?:\/\/[^/?]*/i, '');
}

function parseQuery(query: string): Record<string, string> {
  const values = new Map<string, string>();
  for (const pair of query.split('&').filter((part) => part !== '')) {
    const [name = '', ...value] = pair.split('=').map(decodeFormText);
    const earlier = values.get(name);
    values.set(name, [...(earlier === undefined ? [] : [earlier]), value.join('=')].join(','));
  }
  return Object.fromEntries(values);
}

function decodeFormText(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
