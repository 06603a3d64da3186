import { logger } from '../../http/chain.ts';
import { ApiProblem } from '../api/api-problem.ts';
import { UnreadableForm } from '../http/page-request.ts';
import type { View } from '../page/view.ts';
import { paragraph } from '../page/view.ts';
import { errorViews } from './error-views.ts';

/** Whatever went wrong, as the person may know it. What is nobody's fault but ours says nothing, and is logged. */
export function failureView(error: unknown): View {
  if (error instanceof UnreadableForm) return errorViews.unreadable;
  if (error instanceof ApiProblem) {
    if (error.isPassing && error.status !== 500) return errorViews.busy;
    if (error.status === 403) return errorViews.forbidden;
    if (error.status === 404 || isBadAddress(error)) return errorViews.notFound;
    if (error.status < 500) return refusedView(error);
  }
  logger.error('unexpected', { cause: error });
  return errorViews.failed;
}

/** An id in the address that can't be one. */
const isBadAddress = ({ status, errors }: ApiProblem): boolean =>
  status === 400 && errors.length > 0 && errors.every(({ pointer }) => pointer.startsWith('/path/'));

const refusedView = ({ detail, errors, status }: ApiProblem): View => ({
  status,
  title: 'This cannot be shown',
  blocks: [paragraph(detail), ...errors.map((error) => paragraph(error.detail))],
});
