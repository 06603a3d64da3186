import type { Api } from './api.ts';
import { administrator, type Example, isPart, type Person, person } from './people.ts';
import { postStep, postToListStep, putStep, type Step } from './step.ts';

type Dated = { readonly on: string; readonly step: Step };

/**
 * The calls that load the example, by date, since the journal keeps the order of loading. The shared funds come last:
 * the report dates them by years alone, and nothing takes them back, so their presence says that the rest is there too.
 */
export function exampleSteps(example: Example): readonly Step[] {
  const dated = [priorities(example), ...grants(example), ...expenditure(example)];
  const byDate = dated.toSorted((a, b) => a.on.localeCompare(b.on)).map(({ step }) => step);
  return [...foundation(example), ...byDate, ...sharedFunds(example)];
}

function foundation(example: Example): Step[] {
  const { partnership, termsOfReference, funder, funds } = example;
  const root = pathOf(example);
  const financeOfficer = person(example, 'financeOfficer');
  const { id, names, source } = funder;
  return [
    postStep(`Partnership ${partnership.id}`, administrator, '/v1/partnerships', partnership),
    ...termsOfReference.map(({ effectiveFrom, chair, viceChair, ...terms }) =>
      putStep(`Terms of reference ${effectiveFrom}`, administrator, `${root}/terms-of-reference/${effectiveFrom}`, {
        ...terms,
        chair: signatory(example, chair),
        viceChair: signatory(example, viceChair),
      }),
    ),
    putStep(`Funder ${id}`, financeOfficer, `${root}/funders/${id}`, { names, note: noteOf(source) }),
    ...funds.map((fund) => postStep(`Fund ${fund.id}`, financeOfficer, `${root}/funds`, fund)),
  ];
}

function priorities(example: Example): Dated {
  const { financialYear, items, source } = example.priorities;
  const path = `${pathOf(example)}/years/${financialYear}/priorities`;
  const body = { items, note: noteOf(source) };
  const step = putStep(`Priorities ${financialYear}`, person(example, 'coordinator'), path, body);
  return { on: firstDay(financialYear), step };
}

function grants(example: Example): Dated[] {
  const financeOfficer = person(example, 'financeOfficer');
  const root = `${pathOf(example)}/grants`;
  return example.grants.flatMap(({ receipts, source, note, ...grant }) => {
    const body = { ...grant, funder: funderOn(example, grant.agreedOn), note: noteOf(source, note) };
    const receiptsPath = async (api: Api) => {
      const loaded = (await api.list(financeOfficer, root)).find((item) => item['reference'] === grant.reference);
      return `${root}/${loaded?.['id']}/receipts`;
    };
    return [
      {
        on: grant.agreedOn,
        step: postToListStep(`Grant ${grant.title}`, financeOfficer, () => root, body, 'reference'),
      },
      ...receipts.map((receipt) => {
        const title = `Receipt ${receipt.bankReference}`;
        const step = postToListStep(title, financeOfficer, receiptsPath, receipt, 'bankReference');
        return { on: receipt.receivedOn, step };
      }),
    ];
  });
}

function expenditure(example: Example): Dated[] {
  const path = `${pathOf(example)}/expenditure`;
  return example.expenditure.map(({ source, note, ...spent }) => {
    const body = { ...spent, note: noteOf(source, note) };
    const title = `Expenditure ${spent.paymentReference}`;
    const step = postToListStep(title, person(example, 'financeOfficer'), () => path, body, 'paymentReference');
    return { on: spent.spentOn, step };
  });
}

function sharedFunds(example: Example): Step[] {
  const path = `${pathOf(example)}/shared-funds`;
  return example.sharedFunds.map((fund) => {
    const [firstYear = ''] = fund.financialYears;
    const body = { ...fund, funder: funderOn(example, firstDay(firstYear)), source: noteOf(fund.source) };
    return postToListStep(`Shared fund ${fund.title}`, person(example, 'financeOfficer'), () => path, body, 'title');
  });
}

function pathOf({ partnership }: Example): string {
  return `/v1/partnerships/${partnership.id}`;
}

/** Chairs are named in the example by the part that they play. */
function signatory(example: Example, part: string): Omit<Person, 'groups'> {
  if (!isPart(part)) throw new Error(`the example has no ${part}`);
  const { subject, name } = person(example, part);
  return { subject, name };
}

/** The funder by the name that it bore that day. */
function funderOn({ funder: { id, names } }: Example, day: string): { id: string; name: string } {
  const borne = names.find(({ from = '', until = '9999' }) => from <= day && day <= until);
  if (borne === undefined) throw new Error(`the example's funder has no name on ${day}`);
  return { id, name: borne.name };
}

function firstDay(financialYear: string): string {
  return `${financialYear.slice(0, 4)}-04-01`;
}

/** Where in the report a record comes from, in words, and what of it the report doesn't say. */
function noteOf(paragraph: string, note?: string): string {
  const source = `Report to Overview and Scrutiny Committee, 8 November 2017, paragraph ${paragraph}.`;
  return note === undefined ? source : `${source} ${note}`;
}
