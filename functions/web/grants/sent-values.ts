import { type Values, valuesOf } from '../form/values.ts';
import type { Visit } from '../page/page.ts';

/** What a form was sent with, now or before a session had ended: which questions follow depends on it. */
export const sentValues = ({ request, held }: Pick<Visit, 'request' | 'held'>): Values =>
  valuesOf(request.method === 'POST' ? request.form.fields : (held?.fields ?? []));
