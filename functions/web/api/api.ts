import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { logger } from '../../http/chain.ts';
import { type OperationName, operations } from '../../operations.ts';
import { steadyFetch } from '../http/steady-fetch.ts';
import { ApiProblem } from './api-problem.ts';

type Operations = typeof operations;
export type AnswerOf<Name extends OperationName> = z.output<Operations[Name]['answer']['schema']>;
type ItemOf<Name extends OperationName> =
  AnswerOf<Name> extends { items: readonly (infer Item)[]; nextCursor: string | null } ? Item : never;

export type Parameters = Readonly<Record<string, string>>;
export type Query = Readonly<Record<string, string | undefined>>;

export type Command = {
  readonly parameters: Parameters;
  readonly body: unknown;
  /** The idempotency key; one that is used once where nothing is said. */
  readonly key?: string;
  readonly isDryRun?: boolean;
  /** Of what is replaced. */
  readonly etag?: string;
};

/** The API in the name of one person: what the pages read, and all that they do. */
export class Api {
  readonly #origin: string;
  readonly #token: string;
  readonly #deadline: number;

  /** `deadline`: after this moment, in milliseconds of the epoch, nothing is waited for any more. */
  constructor(origin: string, token: string, deadline = Date.now() + patience) {
    this.#origin = origin;
    this.#token = token;
    this.#deadline = deadline;
  }

  /** Reads one thing, or one page of a list. Throws `ApiProblem`. */
  async read<Name extends OperationName>(
    name: Name,
    parameters: Parameters,
    query: Query = {},
  ): Promise<AnswerOf<Name>> {
    return (await this.readTagged(name, parameters, query)).answer;
  }

  /** The same, with the `ETag` by which it can be replaced. */
  async readTagged<Name extends OperationName>(name: Name, parameters: Parameters, query: Query = {}) {
    const response = await this.fetch(name, parameters, query);
    const answer = parsed(name, await answered(response));
    return { answer, etag: response.headers.get('etag') ?? '' };
  }

  /** Every item of a list, however many pages it has. */
  async all<Name extends OperationName>(
    name: Name,
    parameters: Parameters,
    query: Query = {},
  ): Promise<ItemOf<Name>[]> {
    const items: ItemOf<Name>[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.read(name, parameters, { ...query, limit: '100', cursor });
      if (!isPage<ItemOf<Name>>(page)) throw new Error(`${name} answers no list`);
      items.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return items;
  }

  /** Records something, or tries it dry. Throws `ApiProblem`. */
  async send<Name extends OperationName>(name: Name, command: Command): Promise<AnswerOf<Name>> {
    const { method } = operations[name];
    const headers = {
      'content-type': 'application/json',
      ...(method === 'POST' && { 'idempotency-key': command.key ?? randomUUID() }),
      ...(command.etag !== undefined && { 'if-match': command.etag }),
    };
    const query = command.isDryRun ? { dryRun: 'true' } : {};
    const body = JSON.stringify(command.body);
    return parsed(name, await answered(await this.fetch(name, command.parameters, query, { method, headers, body })));
  }

  /** The answer as it came, for files and for what is not ready yet. */
  async fetch(
    name: OperationName,
    parameters: Parameters,
    query: Query = {},
    init: RequestInit = {},
  ): Promise<Response> {
    const url = new URL(filled(operations[name].path, parameters), this.#origin);
    for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, value);
    const headers = { ...init.headers, authorization: `Bearer ${this.#token}` };
    return steadyFetch(url, {
      signal: AbortSignal.timeout(Math.max(1, this.#deadline - Date.now())),
      ...init,
      headers,
    }).catch(unanswered);
  }
}

/** An address is worked out before it is asked for: what would lead to another place is no id. */
const filled = (path: string, parameters: Parameters): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name] ?? '';
    if (['', '.', '..'].includes(value)) throw new ApiProblem(404, {});
    return encodeURIComponent(value);
  });

/** Unknown, not failed: what was sent may have been done, and its key makes sending it again safe. */
function unanswered(cause: unknown): never {
  logger.warn('the API does not answer', { cause });
  throw new ApiProblem(503, {});
}

/** What was answered; a refusal is thrown. */
export async function answered(response: Response): Promise<unknown> {
  const text = await response.text().catch(unanswered);
  const document = jsonOrNothing(text);
  if (!response.ok) throw new ApiProblem(response.status, document);
  return document;
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** By the very schema from which the API's document is made; amounts are `Money` from here on. */
function parsed<Name extends OperationName>(name: Name, answer: unknown): AnswerOf<Name>;
function parsed(name: OperationName, answer: unknown): unknown {
  return operations[name].answer.schema.parse(answer);
}

/** As long as one page may take. */
const patience = 26_000;

const isPage = <Item>(answer: unknown): answer is { items: Item[]; nextCursor: string | null } =>
  typeof answer === 'object' && answer !== null && 'items' in answer && 'nextCursor' in answer;
