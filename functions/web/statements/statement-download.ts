import { endings, statementTypes } from '../../statements/formats/formats.ts';
import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { errorViews } from '../serve/error-views.ts';
import { readAsked } from './asked-statement.ts';
import { handedOn } from './handed-on.ts';

/** A statement as a file, byte for byte as the API gives it. */
export const statementDownload = page({
  path: '/partnerships/{partnershipId}/years/{financialYear}/statement/download',
  access: 'member',
  get: async ({ api, parameters, request }) => {
    const form = request.query.get('form');
    const accept = statementTypes.find((type) => endings[type] === form);
    const { asked, errors } = readAsked(request.query);
    if (accept === undefined || errors.size > 0) return view(errorViews.notFound);
    const response = await api.fetch('getStatement', parameters, asked, { headers: { accept }, redirect: 'manual' });
    const { partnershipId, financialYear } = parameters;
    const version = asked.version === undefined ? '' : `-v${asked.version}`;
    return handedOn(response, `${partnershipId}-statement-${financialYear}${version}.${form}`);
  },
});
