import { timingSafeEqual } from 'node:crypto';
import type { PageRequest } from '../http/page-request.ts';

export const formTokenField = 'formToken';

/** Whether a form was sent from a page of this session, on this site: it carries the session's token, and its origin. */
export function isOwnForm(request: PageRequest, formToken: string, siteOrigin: string): boolean {
  const origin = request.header('origin');
  const site = request.header('sec-fetch-site');
  if (origin !== undefined && origin !== siteOrigin) return false;
  if (site !== undefined && site !== 'same-origin') return false;
  const given = Buffer.from(request.form.fields.find(([name]) => name === formTokenField)?.[1] ?? '');
  const expected = Buffer.from(formToken);
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}

/** Whether the browser itself says that a form comes from a page of this site. */
export const isFromHere = (request: PageRequest, siteOrigin: string): boolean =>
  request.header('origin') === siteOrigin && (request.header('sec-fetch-site') ?? 'same-origin') === 'same-origin';
