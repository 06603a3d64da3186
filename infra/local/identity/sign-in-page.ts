import { createHash } from 'node:crypto';
import type { Holder } from './access-token.ts';

const style = `
body { font: 1.1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; color: #0b0c0c; }
ul { list-style: none; padding: 0; }
li { margin: 0 0 0.75rem; }
button { font: inherit; width: 100%; padding: 0.6rem 1rem; text-align: left; color: inherit; background: #f3f2f1;
  border: 1px solid #505a5f; cursor: pointer; }
button:hover { background: #dbdad9; }
button:focus-visible { outline: 3px solid #ffdd00; outline-offset: 0; box-shadow: inset 0 0 0 2px #0b0c0c; }
small { display: block; color: #484949; }
`;

/** Nothing but the page's own style, and its form to where it came from. */
export const signInHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
} as const;

/** One button for each person: there are no passwords on one's own machine. */
export function signInPage(people: readonly Holder[]): string {
  return page(
    'Sign in',
    `<p>This service runs on your own machine. Choose whom to sign in as.</p>
<form method="post">
<ul>
${people.map(button).join('\n')}
</ul>
</form>`,
  );
}

export function expiredPage(): string {
  return page('This sign-in has ended', '<p>It took too long, or was finished in another tab. Start again.</p>');
}

export function refusedPage(why: string): string {
  return page("This sign-in can't go on", `<p>${escapeHtml(why)}</p>`);
}

function button({ subject, name, groups }: Holder): string {
  const roles = groups.length === 0 ? 'no roles' : groups.join(', ');
  const label = `${escapeHtml(name ?? subject)}<small>${escapeHtml(roles)}</small>`;
  return `<li><button name="subject" value="${escapeHtml(subject)}">${label}</button></li>`;
}

function page(title: string, main: string): string {
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Community safety funding</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${main}
</main>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}
