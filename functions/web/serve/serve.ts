import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type PageAnswer, redirect, view } from '../http/page-answer.ts';
import { type PageRequest, readPageRequest } from '../http/page-request.ts';
import type { Page, PublicPage } from '../page/page.ts';
import { type Found, pageRouter } from '../page/router.ts';
import { pages } from '../pages.ts';
import { isOwnForm } from '../session/form-guard.ts';
import { addressOf, hold } from '../session/held-forms.ts';
import { signedOutAt, signInAt } from '../session/return-to.ts';
import { type Ended, standingOf } from '../session/signed-in.ts';
import type { WebDeps } from '../web-deps.ts';
import { errorViews } from './error-views.ts';
import { failureView } from './failure-view.ts';
import { publicFrame } from './frame.ts';
import { seePage } from './see-page.ts';
import { written } from './written.ts';

const route = pageRouter(Object.values(pages));

/** Answers a browser: finds the page and who asks, lets them see and do what they may, and writes it. */
export async function serve(event: APIGatewayProxyEventV2, deps: WebDeps): Promise<APIGatewayProxyStructuredResultV2> {
  const writePublic = (answer: PageAnswer) => written(answer, publicFrame(event.rawPath), deps, event);
  try {
    const request = await readPageRequest(event);
    if (!methods.includes(request.method)) return await writePublic(view(errorViews.notAllowed));
    const found = route(request.path);
    if (found === undefined && route(plain(request.path)) !== undefined) return await writePublic(toPlain(request));
    if (found?.page.access === 'public') return await writePublic(await publicAnswer(found.page, request, deps));
    const { signedIn, ended } = await standingOf(request, deps);
    if (signedIn !== undefined) return await seePage(event, request, found, signedIn, deps);
    const answer = found === undefined ? view(errorViews.notFound) : await toSignIn(request, found, ended, deps);
    return await writePublic(answer);
  } catch (error) {
    return writePublic(view(failureView(error)));
  }
}

/** Addresses are typed with a slash at their end too. */
const plain = (path: string): string => path.replace(/(?<=.)\/+$/, '');
const toPlain = ({ path, query }: PageRequest): PageAnswer => redirect(addressOf({ path: plain(path), query }));

const methods = ['GET', 'HEAD', 'POST'];

const publicAnswer = async (page: PublicPage, request: PageRequest, deps: WebDeps): Promise<PageAnswer> =>
  (await (request.method === 'POST' ? page.post?.({ request, deps }) : page.get({ request, deps }))) ??
  view(errorViews.notAllowed);

/** Straight to the provider; who was signed out in the meantime is told so first, and what they had typed is kept. */
async function toSignIn(
  request: PageRequest,
  { page }: Found<Page | PublicPage>,
  ended: Ended | undefined,
  deps: WebDeps,
): Promise<PageAnswer> {
  const address = addressOf(request);
  if (request.method !== 'POST')
    return redirect(ended === undefined ? signInAt(address) : signedOutAt(address, 'idle'));
  if (ended === undefined || !isOwnForm(request, ended.session.formToken, deps.settings.siteOrigin)) {
    return view(errorViews.signedOutMeanwhile);
  }
  const isHeld = page.access !== 'public' && page.showsHeld === true;
  if (isHeld) await hold(request, ended.id, deps);
  return redirect(
    signedOutAt(page.access === 'public' || page.post === undefined ? '/' : address, isHeld ? 'held' : 'idle'),
  );
}
