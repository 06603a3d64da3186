import { z } from 'zod';
import type { Deps } from '../../functions/http/deps.ts';
import type { Operation } from '../../functions/http/operation.ts';
import { problems } from '../../functions/http/problem.ts';
import { JobAnswer } from '../../functions/jobs/shown-job.ts';
import { operations } from '../../functions/operations.ts';
import { router } from '../../infra/local/gateway/routes.ts';
import { type Api, apiOver, type Call, type Reply, type Sender, type TestTables } from '../api.ts';

const route = router();
const byKey = new Map<string, Operation>(Object.values(operations).map((one) => [`${one.method} ${one.path}`, one]));

/** The API, each of whose answers is held against what its operation declares: the schema, the status, the problems. */
export function checkedApiOver(tables: TestTables, sender?: Sender, more?: Partial<Deps>): Api {
  const api = apiOver(tables, sender, more);
  const call = async (made: Call): Promise<Reply> => {
    const reply = await api.call(made);
    const operation = byKey.get(route(made.method ?? 'GET', made.path.split('?')[0] ?? '').key);
    if (operation === undefined) throw new Error(`no operation: ${made.method ?? 'GET'} ${made.path}`);
    if (reply.status === 202) assertAccepted(operation, reply);
    else if (reply.status === 303) assertElsewhere(operation, reply);
    else if (reply.status < 300) assertAnswer(operation, reply);
    else assertProblem(operation, reply);
    return reply;
  };
  return { ...api, call };
}

const statuses = { GET: [200], POST: [201], PUT: [200, 201] } as const satisfies Record<Operation['method'], number[]>;

function assertAnswer({ method, path, answer }: Operation, { status, headers, body }: Reply): void {
  const where = `${method} ${path}`;
  if (!statuses[method].some((declared) => declared === status)) throw new Error(`${where} answered ${status}`);
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (!answer.contentTypes.includes(type)) throw new Error(`${where} answered ${headers['content-type']}`);
  if (type !== 'application/json') return;
  const parsed = answer.schema.safeParse(body);
  if (!parsed.success) throw new Error(`${where} answered what it does not declare:\n${z.prettifyError(parsed.error)}`);
}

function assertAccepted({ method, path, mayTakeLong }: Operation, { headers, body }: Reply): void {
  const isJob = JobAnswer.safeParse(body).success && headers['location']?.endsWith(`/jobs/${body.id}`) === true;
  if (!mayTakeLong || !isJob) throw new Error(`${method} ${path} answered 202, and no job that it declares`);
}

function assertElsewhere({ method, path }: Operation, { headers, text }: Reply): void {
  const isLink = z.url().safeParse(headers['location']).success && text === '' && !('content-type' in headers);
  if (method !== 'GET' || !isLink) throw new Error(`${method} ${path} answered 303, and no link`);
}

const Problem = z
  .looseObject({
    type: z.string(),
    title: z.string().min(1),
    status: z.int(),
    detail: z.string().min(1),
    code: z.string(),
    errors: z
      .array(z.strictObject({ pointer: z.string(), detail: z.string().min(1) }))
      .min(1)
      .optional(),
  })
  .refine(({ type, code }) => type === `/problems/${code}`)
  .refine(({ status, errors }) => (status === 400) === (errors !== undefined));

function assertProblem({ method, path, problems: declared }: Operation, { status, headers, body }: Reply): void {
  const where = `${method} ${path}`;
  const { code } = Problem.parse(body);
  if (body.status !== status) throw new Error(`${where}: the status is ${status}, and ${body.status} in the document`);
  if (headers['content-type'] !== 'application/problem+json') throw new Error(`${where}: ${headers['content-type']}`);
  const isOfDomain = Object.hasOwn(problems, code);
  if (isOfDomain && !declared.some((one) => one === code)) throw new Error(`${where} does not declare ${code}`);
}
