import { yearInProse } from '../../../domain/prose-dates.ts';
import type { AnswerOf } from '../api/api.ts';
import { view } from '../http/page-answer.ts';
import { page, type Visit } from '../page/page.ts';
import { yearPath } from '../page/paths.ts';
import { recordedNotice } from '../page/records.ts';
import { tag } from '../page/text.ts';
import { type Action, actions, type Block, paragraph } from '../page/view.ts';
import { readYears, withoutGaps } from '../page/years.ts';
import { certificationPath, closingPath, reopeningPath } from './year-end-paths.ts';

type Item = AnswerOf<'getClosingChecklist'>['items'][number];

/** What closing itself settles. */
const settledByClosing = 'balance-without-disposal';

/** A year's end: what stands in the way of closing it, then closing, certifying and opening it again. */
export const checklistPage = page({
  path: '/partnerships/{partnershipId}/years/{financialYear}/closing-checklist',
  access: 'member',
  get: async (visit) => {
    const { api, parameters } = visit;
    const { partnershipId, financialYear } = parameters;
    const [{ items }, statement, years, notice] = await Promise.all([
      api.read('getClosingChecklist', parameters),
      api.read('getStatement', parameters),
      readYears(api, partnershipId),
      recordedNotice(visit),
    ]);
    const year = yearInProse(financialYear);
    const isOpen = statement.status === 'open';
    // Any year can be asked for; one before the partnership was there has nothing in it to close.
    const isListed = withoutGaps(years).some((one) => one.financialYear === financialYear);
    return view({
      title: `The end of ${year}`,
      back: { href: yearPath(partnershipId, financialYear), text: `Overview of ${year}` },
      blocks: [
        ...notice,
        { kind: 'summary', rows: [{ label: 'Status', value: statusOf[statement.status] }] },
        ...(isOpen ? (isListed ? listOf(items) : [paragraph('There is nothing in this year to close.')]) : []),
        actions(...nextSteps(visit, statement.status, isListed ? items : undefined)),
      ],
    });
  },
});

const statusOf = {
  open: tag('Open', 'yellow'),
  closed: tag('Closed, not certified', 'blue'),
  certified: tag('Certified', 'green'),
} as const;

function listOf(items: readonly Item[]): Block[] {
  if (items.length === 0) return [paragraph('Nothing stands in the way of closing this year.')];
  return [
    paragraph('What stands in the way of closing, first, and then what to know before.'),
    {
      kind: 'tasks',
      items: items.map(({ code, severity, detail, links: [first] }) => ({
        title: detail,
        ...(first !== undefined && { href: pageOf(first) }),
        status: code === settledByClosing ? tag('Settled by closing', 'blue') : severities[severity],
      })),
    },
  ];
}

const severities = { blocker: tag('To settle first', 'red'), warning: tag('To know', 'yellow') } as const;

/** The page of what a path of the API leads to: they have the same addresses, but for the version. */
const pageOf = (apiPath: string): string => apiPath.replace(/^\/v1/, '');

type Here = Pick<Visit<'/partnerships/{partnershipId}/years/{financialYear}/closing-checklist'>, 'parameters' | 'may'>;

function nextSteps(
  { parameters, may }: Here,
  status: AnswerOf<'getStatement'>['status'],
  items: readonly Item[] | undefined,
): Action[] {
  const isReady = items?.every(({ severity, code }) => severity === 'warning' || code === settledByClosing);
  const statement = {
    href: `${yearPath(parameters.partnershipId, parameters.financialYear)}/statement`,
    text: 'Read the statement',
    look: 'secondary' as const,
  };
  if (status === 'open') {
    const close = { href: closingPath(parameters), text: 'Close the year' };
    return [...(isReady && may(['finance-officer']) ? [close] : []), statement];
  }
  const certify = { href: certificationPath(parameters), text: 'Certify the statement' };
  const reopen = { href: reopeningPath(parameters), text: 'Open the year again', look: 'warning' as const };
  const own = may(['chief-finance-officer']) ? [...(status === 'closed' ? [certify] : []), reopen] : [];
  return [...own, statement];
}
