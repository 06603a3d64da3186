import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { errorViews } from '../serve/error-views.ts';
import { handedOn } from './handed-on.ts';

const forms = new Map([
  ['html', { accept: 'text/html', ending: 'html' }],
  ['markdown', { accept: 'text/markdown', ending: 'md' }],
]);

/** A report to members as a file. */
export const memberUpdateDownload = page({
  path: '/partnerships/{partnershipId}/reports/member-update/download',
  access: 'member',
  get: async ({ api, parameters, request: { query } }) => {
    const form = forms.get(query.get('form') ?? '');
    if (form === undefined) return view(errorViews.notFound);
    const [from, to] = [query.get('from') ?? '', query.get('to') ?? ''];
    const init: RequestInit = { headers: { accept: form.accept }, redirect: 'manual' };
    const response = await api.fetch('getMemberUpdate', parameters, { from, to }, init);
    return handedOn(response, `${parameters.partnershipId}-member-update-${from}-to-${to}.${form.ending}`);
  },
});
