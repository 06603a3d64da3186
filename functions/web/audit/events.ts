import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { partnershipPath } from '../page/paths.ts';
import { type Block, paragraph } from '../page/view.ts';
import { eventFilter, eventForm } from './event-filter.ts';
import { eventTable } from './event-table.ts';

/** Who read what, and who tried what in vain. */
export const auditEventsPage = page({
  path: '/partnerships/{partnershipId}/audit/events',
  access: ['auditor', 'chief-finance-officer'],
  get: async ({ api, request: { query }, parameters: { partnershipId } }) => {
    const path = `${partnershipPath(partnershipId)}/audit/events`;
    const filter = eventFilter(query);
    const isReadable = filter.errors.size === 0;
    const cursor = query.get('cursor') ?? undefined;
    const list = isReadable
      ? await api.read('listAuditEvents', { partnershipId }, { ...filter.asked, cursor })
      : undefined;
    return view({
      status: isReadable ? 200 : 422,
      title: 'Reads and refusals',
      back: { href: `${partnershipPath(partnershipId)}/audit`, text: 'Audit' },
      blocks: [
        paragraph(
          'Who read what, and who tried what in vain; the newest first. Looking at this page is recorded too. What was done is the journal.',
        ),
        eventForm(path, filter),
        ...(list === undefined ? [] : [eventTable(list), turning(path, query, list.nextCursor)]),
      ],
    });
  },
});

function turning(path: string, query: URLSearchParams, nextCursor: string | null): Block {
  const asked = [...query].filter(([name, value]) => name !== 'cursor' && value !== '');
  const first = new URLSearchParams(asked);
  const next = nextCursor === null ? undefined : new URLSearchParams([...asked, ['cursor', nextCursor]]);
  return {
    kind: 'pages',
    ...(query.has('cursor') && { previous: `${path}?${first}` }),
    ...(next !== undefined && { next: `${path}?${next}` }),
  };
}
