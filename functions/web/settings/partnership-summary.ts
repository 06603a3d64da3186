import type { AnswerOf } from '../api/api.ts';
import { code, name, type Span } from '../page/text.ts';
import type { Block, SummaryRow } from '../page/view.ts';

type Partnership = AnswerOf<'getPartnership'>;

/** What a partnership is: the council that holds its money, and the authorities that make it. */
export function partnershipSummary(partnership: Partnership): Block {
  const { id, hostAuthority: host, note } = partnership;
  const identifier: Span[] = host.organisationId === undefined ? [] : [' (', code(host.organisationId), ')'];
  const rows: SummaryRow[] = [
    { label: 'Partnership', value: name(partnership.name) },
    { label: 'Host authority', value: [name(host.name), ...identifier] },
    { label: 'Responsible authorities', value: authoritiesText(partnership) },
    { label: 'Short name', value: code(id) },
    ...(note === undefined ? [] : [{ label: 'Note', value: name(note) }]),
  ];
  return { kind: 'summary', title: 'The partnership', rows };
}

const authoritiesText = ({ responsibleAuthorities: all }: Partnership): Span[] =>
  all.flatMap((authority, place): Span[] => [...(place === 0 ? [] : ['; ']), name(authority.name)]);
