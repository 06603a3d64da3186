import { nameOn } from '../../../domain/funder/funder.ts';
import { yearInProse } from '../../../domain/prose-dates.ts';
import { operations } from '../../operations.ts';
import type { AnswerOf } from '../api/api.ts';
import { view } from '../http/page-answer.ts';
import { doneNotice } from '../page/done.ts';
import { page } from '../page/page.ts';
import { funderPath, grantPath } from '../page/paths.ts';
import { code, date, link, money, name } from '../page/text.ts';
import { actions, type Block, heading } from '../page/view.ts';
import { backToFunders } from './settings-paths.ts';

type Funder = AnswerOf<'getFunder'>;
type Grant = AnswerOf<'getGrant'>;

/** Who gives money: its names over time, and the grants that it gave. */
export const funderPage = page({
  path: '/partnerships/{partnershipId}/funders/{funderId}',
  access: 'member',
  get: async (visit) => {
    const { api, parameters, may, today } = visit;
    const { partnershipId, funderId } = parameters;
    const [funder, grants] = await Promise.all([
      api.read('getFunder', parameters),
      api.all('listGrants', { partnershipId }),
    ]);
    const own = grants.filter((grant) => grant.funder.id === funderId);
    const change = { href: `${funderPath(partnershipId, funderId)}/edit`, text: 'Change its names' };
    return view({
      title: nameOn(funder, today),
      caption: 'Funder',
      back: backToFunders(visit),
      blocks: [
        ...doneNotice(visit),
        actions(...(may(operations.putFunder.access) ? [change] : [])),
        termsOf(funder),
        nameTable(funder),
        heading('Grants that it gave', 'grants'),
        grantTable(partnershipId, own),
      ],
    });
  },
});

const termsOf = ({ id, organisationId, note }: Funder): Block => ({
  kind: 'summary',
  rows: [
    { label: 'Organisation identifier', value: organisationId === undefined ? 'Not stated' : code(organisationId) },
    { label: 'Short name', value: code(id) },
    ...(note === undefined ? [] : [{ label: 'Note', value: name(note) }]),
  ],
});

const nameTable = ({ names }: Funder): Block => ({
  kind: 'table',
  caption: 'Its names over time',
  empty: '',
  columns: [{ label: 'Name' }, { label: 'From' }, { label: 'Until' }],
  rows: names.map((one) => [
    name(one.name),
    one.from === undefined ? 'The beginning' : date(one.from),
    one.until === undefined ? 'Today' : date(one.until),
  ]),
});

const grantTable = (partnershipId: string, grants: readonly Grant[]): Block => ({
  kind: 'table',
  caption: 'Grants that it gave, the latest year first',
  isCaptionHidden: true,
  empty: 'It has given no grant yet.',
  columns: [
    { label: 'Grant' },
    { label: 'Year' },
    { label: 'Gross', isNumeric: true },
    { label: 'Net', isNumeric: true },
  ],
  rows: grants
    .toSorted((a, b) => b.financialYear.localeCompare(a.financialYear))
    .map((grant) => [
      link(grantPath(partnershipId, grant.id), grant.title),
      yearInProse(grant.financialYear),
      money(grant.grossAmount),
      money(grant.netAmount),
    ]),
});
