import type { Api } from './api.ts';
import { payments } from './award-steps.ts';
import { lastMeetingBefore, meetings } from './meeting-steps.ts';
import { administrator, type Example, person } from './people.ts';
import { type Dated, postStep, postToListStep, putStep, type Step } from './step.ts';
import { firstDay, funderOn, noteOf, pathOf, signatory } from './words.ts';

/**
 * The calls that load the example, by date, since the journal keeps the order of loading. The shared funds come last:
 * the report dates them by years alone, and nothing takes them back, so their presence says that the rest is there too.
 */
export function exampleSteps(example: Example): readonly Step[] {
  const dated = [
    ...meetings(example),
    priorities(example),
    ...grants(example),
    ...payments(example),
    ...expenditure(example),
  ];
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
  const coordinator = person(example, 'coordinator');
  const body = async (api: Api) => {
    // The report says which meeting adopted them: the one held last before their year.
    const meeting = await lastMeetingBefore(api, example, firstDay(financialYear));
    return { items, adoptedAtMeetingId: meeting['id'], note: noteOf(source) };
  };
  return { on: firstDay(financialYear), step: putStep(`Priorities ${financialYear}`, coordinator, path, body) };
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
