import type { PageVisitor, SeenPage } from '../page-visitor.ts';
import type { RunningPages } from '../running-pages.ts';

export const grantsPath = '/partnerships/maldon/grants';

/** A date as its three inputs. */
export function dated(name: string, day: number, month: number, year: number): Record<string, string> {
  return { [`${name}-day`]: String(day), [`${name}-month`]: String(month), [`${name}-year`]: String(year) };
}

/** The first step of recording a grant. */
export const whoGivesWhat = (changed: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  kind: 'project',
  title: 'Night-time economy wardens',
  knownFunder: 'essex-pcc',
  fundId: 'partnership-fund',
  financialYear: '2018-19',
  reference: 'NTE-1',
  ...dated('agreedOn', 5, 4, 2018),
  ...changed,
});

type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Fills in one step after another, and gives the last page: the check page where nothing is wrong. */
export async function throughSteps(
  visitor: PageVisitor,
  path: string,
  ...steps: readonly Answers[]
): Promise<SeenPage> {
  let page = await visitor.get(path);
  for (const answers of steps) page = await visitor.fill(path, page, answers);
  return page;
}

/** A grant recorded through the pages, and the address of its page. */
export async function recordedGrant(
  visitor: PageVisitor,
  first: Readonly<Record<string, string>> = {},
  ...others: readonly Answers[]
): Promise<string> {
  const rest = others.length > 0 ? others : [{ grossAmount: '1000' }, { instalmentsAs: 'none' }];
  const done = await visitor.complete(`${grantsPath}/new`, whoGivesWhat(first), ...rest);
  if (done.status !== 303) throw new Error(done.text);
  return done.location.replace(/\?.*/, '');
}

/** What the API answers to the finance officer. */
export async function apiAnswer<Answer>(running: RunningPages, path: string): Promise<Answer> {
  const token = await running.token('maldon-finance-officer', 'maldon:finance-officer');
  const response = await fetch(`${running.origin}/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  return (await response.json()) as Answer;
}
