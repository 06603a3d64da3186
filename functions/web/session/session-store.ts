import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { z } from 'zod';
import { partitionKey, sortKey } from '../../store/tables.ts';
import { hashedId, seal, unseal } from './seal.ts';
import { absoluteMilliseconds, Session } from './session.ts';

/*
 * Every key of the sessions table:
 * {SHA-256 of the session's id}   session          who is signed in, sealed
 *                                 {name}           what they are in the middle of, sealed
 */

const Stored = z.object({ sealed: z.string(), expiresAt: z.number() });
const session = 'session';

export type StoreSettings = { readonly table: string; readonly key: string; readonly now: () => number };

/** Sessions, each sealed with its own id: the table by itself says nothing of anybody. */
export class SessionStore {
  readonly #client: Pick<DynamoDBDocumentClient, 'send'>;
  readonly #settings: StoreSettings;

  constructor(client: Pick<DynamoDBDocumentClient, 'send'>, settings: StoreSettings) {
    this.#client = client;
    this.#settings = settings;
  }

  /** Kept for as long again after its end, so that a form sent too late can be held and shown again. */
  async write(id: string, value: Session): Promise<void> {
    await this.put(id, session, value, value.startedAt + 2 * absoluteMilliseconds);
  }

  /** The session, ended or not; nothing where there is none, or it is not sealed with this id. */
  async read(id: string): Promise<Session | undefined> {
    return Session.safeParse(await this.get(id, session)).data;
  }

  async remove(id: string, name = session): Promise<void> {
    await this.#client.send(new DeleteCommand({ TableName: this.#settings.table, Key: keyOf(id, name) }));
  }

  /** Something beside a session, such as a bank file that is being worked through. */
  async put(id: string, name: string, value: unknown, until: number): Promise<void> {
    const { table, key } = this.#settings;
    const item = { ...keyOf(id, name), sealed: seal(value, key, id), expiresAt: Math.ceil(until / 1000) };
    await this.#client.send(new PutCommand({ TableName: table, Item: item }));
  }

  async get(id: string, name: string): Promise<unknown> {
    const { table, key, now } = this.#settings;
    const request = new GetCommand({ TableName: table, Key: keyOf(id, name), ConsistentRead: true });
    const { data } = Stored.safeParse((await this.#client.send(request)).Item);
    // DynamoDB deletes what has expired within days, not at once.
    if (data === undefined || data.expiresAt * 1000 <= now()) return undefined;
    return unseal(data.sealed, key, id);
  }
}

const keyOf = (id: string, name: string) => ({ [partitionKey]: hashedId(id), [sortKey]: name });
