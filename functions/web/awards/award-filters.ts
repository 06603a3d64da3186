import { AwardStatus } from '../../../domain/award/lifecycle.ts';
import { Slug } from '../../../domain/text.ts';
import type { Api, Query } from '../api/api.ts';
import { nothingChosen, type Option } from '../form/field.ts';
import { fundOptions, orNothing } from '../form/options.ts';
import { valuesOf } from '../form/values.ts';
import { priorityNames } from '../page/priorities.ts';
import type { Block } from '../page/view.ts';
import { statusWords } from './award-words.ts';

const filters = { status: AwardStatus, fundId: Slug, priority: Slug } as const;

/** What is filtered by; what can't be a filter counts for nothing. */
export function chosenFilters(query: URLSearchParams): Query {
  const chosen = Object.entries(filters).flatMap(([name, schema]): [string, string][] => {
    const { data } = schema.safeParse(query.get(name));
    return data === undefined ? [] : [[name, data]];
  });
  return Object.fromEntries(chosen);
}

export type FilterOptions = { readonly funds: readonly Option[]; readonly priorities: readonly Option[] };

/** The funds, and the priorities of all years of the books. */
export async function filterOptions(api: Api, partnershipId: string): Promise<FilterOptions> {
  const prioritiesOfAll = async () => {
    const { items } = await api.read('listYears', { partnershipId });
    return priorityNames(
      api,
      partnershipId,
      items.map(({ financialYear }) => financialYear),
    );
  };
  const [funds, priorities] = await Promise.all([fundOptions(api, partnershipId), prioritiesOfAll()]);
  return { funds, priorities: [...priorities].map(([value, text]) => ({ value, text })) };
}

export function filterForm(chosen: Query, { funds, priorities }: FilterOptions): Block {
  const statuses = AwardStatus.options.map((value) => ({ value, text: statusWords[value].text }));
  const list = (name: keyof typeof filters, label: string, options: readonly Option[]) =>
    ({ kind: 'choice', look: 'list', name, label, options: orNothing(options.map(plain), 'All') }) as const;
  return {
    kind: 'form',
    method: 'get',
    isInline: true,
    fields: [
      list('status', 'Status', statuses),
      list('fundId', 'Fund', funds),
      list('priority', 'Priority', priorities),
    ],
    values: valuesOf(Object.entries(chosen).map(([name, value = nothingChosen.value]) => [name, value])),
    buttons: [{ text: 'Filter', look: 'secondary' }],
  };
}

/** A list to choose from has no hints. */
const plain = ({ value, text }: Option): Option => ({ value, text });
