import type { Caller } from '../../http/caller.ts';

export type NavigationItem = { readonly href: string; readonly text: string; readonly isCurrent: boolean };

/** The parts of a partnership's pages. The administrator sees no money, and so only its terms. */
const parts = [
  { path: '', text: 'Overview', also: [] },
  { path: '/grants', text: 'Grants', also: ['/bank', '/shared-funds'] },
  { path: '/awards', text: 'Awards', also: [] },
  { path: '/meetings', text: 'Meetings', also: [] },
  { path: '/expenditure', text: 'Spending', also: [] },
  { path: '/funds', text: 'Funds', also: [] },
  {
    path: '/statements',
    text: 'Statements',
    also: ['/open-data', '/reports', '/closing', '/closing-checklist', '/certification', '/reopening'],
  },
  { path: '/journal', text: 'Journal', also: ['/audit'] },
  { path: '/settings', text: 'Settings', also: ['/terms-of-reference', '/funders', '/priorities'] },
] as const;

export function navigationFor(partnershipId: string, path: string, caller: Caller): NavigationItem[] {
  const base = `/partnerships/${partnershipId}`;
  const shown = caller.roles.has(partnershipId) ? parts : parts.filter((part) => part.path === '/settings');
  // The end of a year is a matter of statements; the year itself, of the overview.
  const here = path
    .slice(base.length)
    .replace(/^\/years\/[^/]+/, '')
    .replace(/^\/(?:statement|versions|audit-pack)\b/, '/statements');
  return shown.map((part) => ({
    href: `${base}${part.path}`,
    text: part.text,
    isCurrent: isAt(here, part.path) || part.also.some((also) => isAt(here, also)),
  }));
}

const isAt = (here: string, path: string): boolean => (path === '' ? here === '' : `${here}/`.startsWith(`${path}/`));
