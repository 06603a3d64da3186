/** What every page says to the browser: nothing but our own files is loaded, nothing runs in the page, nobody frames it. */
export function pageHeaders(siteOrigin: string, signInOrigin: string): Readonly<Record<string, string>> {
  const formTargets = [...new Set(["'self'", siteOrigin, signInOrigin])].join(' ');
  return {
    'cache-control': 'no-store',
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      // A chart is a picture in the page itself: drawn from what the page read anyway, and as a picture it can run nothing.
      "img-src 'self' data:",
      "connect-src 'self'",
      `form-action ${formTargets}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    ...(siteOrigin.startsWith('https:') && { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
  };
}
