import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { londonDate } from '../../../domain/plain-date.ts';
import { isAllowed } from '../../http/caller.ts';
import { ApiProblem } from '../api/answer-problem.ts';
import { Api } from '../api/api.ts';
import { type PageAnswer, redirect, view } from '../http/page-answer.ts';
import type { PageRequest } from '../http/page-request.ts';
import type { Page, PublicPage, Visit } from '../page/page.ts';
import type { Found } from '../page/router.ts';
import { isOwnForm } from '../session/form-guard.ts';
import { holdForm } from '../session/hold-form.ts';
import { signedOutAt } from '../session/return-to.ts';
import { endsAt } from '../session/session.ts';
import { end, type SignedIn } from '../session/signed-in.ts';
import type { WebDeps } from '../web-deps.ts';
import { errorViews } from './error-views.ts';
import { failureView } from './failure-view.ts';
import { type Frame, frameOf } from './frame.ts';
import { written } from './written.ts';

type FoundPage = Found<Page | PublicPage> | undefined;

/** A page for somebody who is signed in. */
export async function seePage(
  event: APIGatewayProxyEventV2,
  request: PageRequest,
  found: FoundPage,
  signedIn: SignedIn,
  deps: WebDeps,
): Promise<APIGatewayProxyStructuredResultV2> {
  const api = new Api(deps.settings.apiUrl, signedIn.session.tokens.access);
  const [answer, partnership] = await Promise.all([
    answerFor(request, found, { signedIn, api, deps }),
    partnershipAt(request.path, signedIn, api, deps),
  ]);
  const { session, caller } = signedIn;
  const endsInSeconds = Math.floor((endsAt(session) - deps.now()) / 1000);
  const about = { formToken: session.formToken, endsInSeconds, ...(partnership && { partnership }) };
  return written(answer, frameOf({ request, caller }, about), deps, event);
}

type Seen = { readonly signedIn: SignedIn; readonly api: Api; readonly deps: WebDeps };

async function answerFor(request: PageRequest, found: FoundPage, { signedIn, api, deps }: Seen): Promise<PageAnswer> {
  if (found === undefined || found.page.access === 'public') return view(errorViews.notFound);
  const { page, parameters } = found;
  const { id, session, caller } = signedIn;
  const partnershipId = parameters['partnershipId'] ?? '';
  const may: Visit['may'] = (access) => isAllowed(caller, access, partnershipId);
  if (!may(page.access)) return view(errorViews.forbidden);
  const today = londonDate(new Date(deps.now()).toISOString());
  const held = session.held?.path === request.path ? session.held : undefined;
  const visit: Visit = { request, parameters, caller, api, may, today, deps, sessionId: id, held };
  try {
    return await (request.method === 'POST' ? posted(page, visit, session.formToken) : shown(page, visit, signedIn));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return signedOut(request, signedIn, deps);
    return view(failureView(error));
  }
}

async function posted(page: Page, visit: Visit, formToken: string): Promise<PageAnswer> {
  const isOwn = isOwnForm(visit.request, formToken, visit.deps.settings.siteOrigin);
  if (!isOwn) return view(errorViews.foreignForm);
  return (await page.post?.(visit)) ?? view(errorViews.notAllowed);
}

/** What was held is shown once. */
async function shown(page: Page, visit: Visit, { id, session }: SignedIn): Promise<PageAnswer> {
  if (!['GET', 'HEAD'].includes(visit.request.method)) return view(errorViews.notAllowed);
  const answer = await page.get(visit);
  if (visit.held !== undefined) await visit.deps.sessions.write(id, { ...session, held: undefined });
  return answer;
}

/** The provider has taken the token back in the meantime. */
async function signedOut(request: PageRequest, { id, session }: SignedIn, deps: WebDeps): Promise<PageAnswer> {
  const ended = await end(id, session, deps);
  const isHeld = request.method === 'POST' && (await holdForm(request, ended, deps));
  return redirect(signedOutAt(request.path, isHeld ? 'held' : 'idle'));
}

/** The partnership that a page is about, if this person has anything to do with it. */
async function partnershipAt(
  path: string,
  { caller }: SignedIn,
  api: Api,
  { names }: WebDeps,
): Promise<Frame['partnership']> {
  const [, id] = /^\/partnerships\/([a-z0-9][a-z0-9-]*)(?:\/|$)/.exec(path) ?? [];
  if (id === undefined || !isAllowed(caller, 'member-or-administrator', id)) return undefined;
  const name = await names.of(api, id).catch(() => undefined);
  return name === undefined ? undefined : { id, name };
}
