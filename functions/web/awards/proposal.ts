import { financialYearOf } from '../../../domain/financial-year.ts';
import { PlainDate } from '../../../domain/plain-date.ts';
import { yearInProse } from '../../../domain/prose-dates.ts';
import type { Api } from '../api/api.ts';
import type { Option } from '../form/field.ts';
import { fundOptions, grantOptions } from '../form/options.ts';
import { readField } from '../form/read-field.ts';
import { firstValue, type Values, valuesOf } from '../form/values.ts';
import type { Visit } from '../page/page.ts';
import { prioritiesOf } from '../page/priorities.ts';

export const proposedOnField = {
  kind: 'date',
  name: 'proposedOn',
  label: 'Date of the proposal',
  hint: 'When it was put forward, such as 6 10 2017.',
} as const;

/** What the questions of a proposal offer, by what was answered so far. */
export async function proposalChoices(visit: Visit<'/partnerships/{partnershipId}/awards/new'>) {
  const { api, today, held, request, parameters } = visit;
  const { partnershipId } = parameters;
  const values = valuesOf((held ?? request.form).fields);
  const [partnership, funds, priorities] = await Promise.all([
    api.read('getPartnership', { partnershipId }),
    fundOptions(api, partnershipId),
    priorityOptions(api, partnershipId, [proposedOn(values) ?? today, today]),
  ]);
  const fundId = funds.find(({ value }) => value === firstValue(values, 'fundId'))?.value;
  return {
    isAuthority: firstValue(values, 'recipient.kind') === 'responsible-authority',
    authorities: partnership.responsibleAuthorities,
    funds,
    priorities,
    ...(await choicesOfFund(api, partnershipId, fundId)),
  };
}

export type ProposalChoices = Awaited<ReturnType<typeof proposalChoices>>;

function proposedOn(values: Values): PlainDate | undefined {
  const { data } = PlainDate.safeParse(readField(proposedOnField, proposedOnField.name, values).value);
  return data;
}

/** The priorities of the years of these days; where two years have some, each says whose it is. */
async function priorityOptions(api: Api, partnershipId: string, days: readonly PlainDate[]): Promise<Option[]> {
  const years = [...new Set(days.map(financialYearOf))];
  const lists = await Promise.all(
    years.map(async (year) => ({ year, items: await prioritiesOf(api, partnershipId, year) })),
  );
  const areSeveral = lists.filter(({ items }) => items.length > 0).length > 1;
  const options = lists.flatMap(({ year, items }) =>
    items.map(({ id, name }) => ({ value: id, text: name, ...(areSeveral && { hint: yearInProse(year) }) })),
  );
  return [...new Map(options.toReversed().map((option) => [option.value, option])).values()].toReversed();
}

/** What depends on the fund: its grants, what it is for, and the awards from other funds. */
async function choicesOfFund(api: Api, partnershipId: string, fundId: string | undefined) {
  if (fundId === undefined) return { fund: undefined, grants: [], awards: [] };
  const [fund, grants, awards] = await Promise.all([
    api.read('getFund', { partnershipId, fundId }),
    grantOptions(api, partnershipId, fundId),
    api.all('listAwards', { partnershipId }),
  ]);
  const related = awards.filter(
    ({ fundId: other, status }) => other !== fundId && status !== 'rejected' && status !== 'withdrawn',
  );
  return { fund, grants, awards: related.map(({ id, title }): Option => ({ value: id, text: title })) };
}
