import { ApiProblem } from '../api/api-problem.ts';

const longest = 63;

/** "Essex County Council" is `essex-county-council`; nothing where a name has no letter of the alphabet that ids have. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, longest)
    .replace(/-+$/, '');

/** The id that was given, or one made of the name. `pointer` is where it stands in the request. */
export function idOf(given: unknown, name: unknown, pointer: string): string {
  const id = typeof given === 'string' ? given : slugOf(String(name ?? ''));
  if (id !== '') return id;
  const detail = 'No short name can be made of this name, so give one.';
  throw new ApiProblem(400, { code: 'invalid-request', detail, errors: [{ pointer, detail }] });
}

export const shortNameHint = 'Made of the name where you leave it empty: small letters, digits and hyphens.';
