import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type PageAnswer, redirect, view } from '../http/page-answer.ts';
import { type PageRequest, readPageRequest } from '../http/page-request.ts';
import type { PublicPage } from '../page/page.ts';
import { pageRouter } from '../page/router.ts';
import { pages } from '../pages.ts';
import { holdForm } from '../session/hold-form.ts';
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
  try {
    const request = await readPageRequest(event);
    const { signedIn, ended } = await standingOf(request, deps);
    const found = route(request.path);
    if (found?.page.access === 'public') {
      return await written(await publicAnswer(found.page, request, deps), publicFrame(request.path), deps, event);
    }
    if (signedIn !== undefined) return await seePage(event, request, found, signedIn, deps);
    const answer = found === undefined ? view(errorViews.notFound) : await toSignIn(request, ended, deps);
    return await written(answer, publicFrame(request.path), deps, event);
  } catch (error) {
    return written(view(failureView(error)), publicFrame(event.rawPath), deps, event);
  }
}

const publicAnswer = async (page: PublicPage, request: PageRequest, deps: WebDeps): Promise<PageAnswer> =>
  (await (request.method === 'POST' ? page.post?.({ request, deps }) : page.get({ request, deps }))) ??
  view(errorViews.notAllowed);

/** Straight to the provider; who was signed out in the meantime is told so first, and what they had typed is kept. */
async function toSignIn(request: PageRequest, ended: Ended | undefined, deps: WebDeps): Promise<PageAnswer> {
  if (request.method !== 'POST') {
    const query = request.query.size === 0 ? '' : `?${request.query}`;
    const back = `${request.path}${query}`;
    return redirect(ended === undefined ? signInAt(back) : signedOutAt(back, 'idle'));
  }
  const isHeld = ended !== undefined && (await holdForm(request, ended, deps));
  return isHeld ? redirect(signedOutAt(request.path, 'held')) : view(errorViews.foreignForm);
}
