import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { londonDate } from '../../../domain/plain-date.ts';
import { isAllowed } from '../../http/caller.ts';
import { Api } from '../api/api.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { type PageAnswer, redirect, view } from '../http/page-answer.ts';
import type { PageRequest } from '../http/page-request.ts';
import type { Page, PublicPage, Visit } from '../page/page.ts';
import type { Found } from '../page/router.ts';
import { isFromHere, isOwnForm } from '../session/form-guard.ts';
import { addressOf, asHeld, heldForms, hold, release } from '../session/held-forms.ts';
import { signedOutAt } from '../session/return-to.ts';
import { endsAt } from '../session/session.ts';
import { end, type SignedIn } from '../session/signed-in.ts';
import type { WebDeps } from '../web-deps.ts';
import { errorViews } from './error-views.ts';
import { failureView } from './failure-view.ts';
import { type Frame, frameOf } from './frame.ts';
import { written } from './written.ts';

type FoundPage = Found<Page | PublicPage> | undefined;

/** A little less than the gateway waits for this function, however many calls a page makes. */
const patience = 26_000;

/** A page for somebody who is signed in. */
export async function seePage(
  event: APIGatewayProxyEventV2,
  request: PageRequest,
  found: FoundPage,
  signedIn: SignedIn,
  deps: WebDeps,
): Promise<APIGatewayProxyStructuredResultV2> {
  const api = new Api(deps.settings.apiUrl, signedIn.access, deps.now() + patience);
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

/** Every id, slug, year and date that a page's address can hold. */
const isPlain = (parameter: string): boolean => /^[\w-]{1,100}$/.test(parameter);

async function answerFor(request: PageRequest, found: FoundPage, { signedIn, api, deps }: Seen): Promise<PageAnswer> {
  if (found === undefined || found.page.access === 'public') return view(errorViews.notFound);
  const { page, parameters } = found;
  const { id, session, caller } = signedIn;
  const partnershipId = parameters['partnershipId'] ?? '';
  const may: Visit['may'] = (access) => isAllowed(caller, access, partnershipId);
  if (!may(page.access)) return view(errorViews.forbidden);
  if (!Object.values(parameters).every(isPlain)) return view(errorViews.notFound);
  const today = londonDate(new Date(deps.now()).toISOString());
  const visit: Visit = { request, parameters, caller, api, may, today, deps, sessionId: id, held: undefined };
  try {
    return await (request.method === 'POST' ? posted(page, visit, session.formToken) : shown(page, visit));
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 401) return signedOut(page, request, signedIn, deps);
    return view(failureView(error));
  }
}

async function posted(page: Page, visit: Visit, formToken: string): Promise<PageAnswer> {
  const { request, deps, sessionId } = visit;
  if (!isOwnForm(request, formToken, deps.settings.siteOrigin)) return notTaken(page, visit);
  if (page.post === undefined) return view(errorViews.notAllowed);
  if (page.showsHeld) await release(request, sessionId, deps);
  return page.post(visit);
}

/** Of an earlier session, but sent from here: shown again, as not sent. From anywhere else, nothing of it is looked at. */
async function notTaken(page: Page, visit: Visit): Promise<PageAnswer> {
  const { request, deps } = visit;
  if (!page.showsHeld || !isFromHere(request, deps.settings.siteOrigin)) return view(errorViews.foreignForm);
  const answer = await page.get({ ...visit, held: asHeld(request) });
  return answer.kind === 'view' ? { ...answer, status: 403 } : answer;
}

/** With what is held for this address, until it is sent. */
async function shown(page: Page, visit: Visit): Promise<PageAnswer> {
  const forms = page.showsHeld ? await heldForms(visit.deps, visit.sessionId) : [];
  const held = forms.find(({ address }) => address === addressOf(visit.request));
  return page.get({ ...visit, held });
}

/** The provider has taken the token back in the meantime. */
async function signedOut(
  { showsHeld }: Page,
  request: PageRequest,
  { id, session }: SignedIn,
  deps: WebDeps,
): Promise<PageAnswer> {
  await end(id, session, deps);
  const isHeld = showsHeld === true && request.method === 'POST';
  if (isHeld) await hold(request, id, deps);
  return redirect(signedOutAt(addressOf(request), isHeld ? 'held' : 'idle'));
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
