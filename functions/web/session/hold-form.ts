import type { PageRequest } from '../http/page-request.ts';
import type { WebDeps } from '../web-deps.ts';
import { formTokenField, isOwnForm } from './form-guard.ts';
import type { Ended } from './signed-in.ts';

/** Keeps what was typed into a form that was sent too late, for the same person to send after signing in again. */
export async function holdForm(request: PageRequest, { id, session }: Ended, deps: WebDeps): Promise<boolean> {
  if (!isOwnForm(request, session.formToken, deps.settings.siteOrigin)) return false;
  const fields = request.form.fields.filter(([name]) => name !== formTokenField).map(([name, value]) => [name, value]);
  const held = { path: request.path, fields: fields.map(([name = '', value = '']): [string, string] => [name, value]) };
  await deps.sessions.write(id, { ...session, held });
  return true;
}
