import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
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

const Stored = z.object({ sealed: z.string(), expiresAt: z.number(), revision: z.number().default(0) });
const session = 'session';
/** As often as people's own tabs can get in each other's way. */
const tries = 5;

export type StoreSettings = { readonly table: string; readonly key: string; readonly now: () => number };

/** Sessions, each sealed with its own id: the table by itself says nothing of anybody. */
export class SessionStore {
  readonly #client: Pick<DynamoDBDocumentClient, 'send'>;
  readonly #settings: StoreSettings;

  constructor(client: Pick<DynamoDBDocumentClient, 'send'>, settings: StoreSettings) {
    this.#client = client;
    this.#settings = settings;
  }

  /** Kept for as long again after its end, so that what is sent too late can be held for the same person. */
  async start(id: string, value: Session): Promise<void> {
    await this.#put(id, session, { value, until: keptUntil(value), revision: 0 });
  }

  /** The session, ended or not; nothing where there is none, or it is not sealed with this id. */
  async read(id: string): Promise<Session | undefined> {
    return (await this.#readRevision(id))?.value;
  }

  /**
   * Changes what is there now, never what was there once: one that was signed out in the meantime stays away. Gives it as
   * it is afterwards; nothing where there is none, and unchanged where `change` says nothing.
   */
  async change(id: string, change: (now: Session) => Session | undefined): Promise<Session | undefined> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const read = await this.#readRevision(id);
      if (read === undefined) return undefined;
      const value = change(read.value);
      if (value === undefined) return read.value;
      const isKept = await this.#put(id, session, { value, until: keptUntil(value), revision: read.revision + 1 });
      if (isKept) return value;
    }
    return this.read(id);
  }

  async remove(id: string, name = session): Promise<void> {
    await this.#client.send(new DeleteCommand({ TableName: this.#settings.table, Key: keyOf(id, name) }));
  }

  /** Something beside a session, such as a bank file that is being worked through. */
  async put(id: string, name: string, value: unknown, until: number): Promise<void> {
    await this.#put(id, name, { value, until });
  }

  async get(id: string, name: string): Promise<unknown> {
    return (await this.#read(id, name))?.value;
  }

  async #readRevision(id: string): Promise<{ readonly value: Session; readonly revision: number } | undefined> {
    const read = await this.#read(id, session);
    const { data } = Session.safeParse(read?.value);
    return read === undefined || data === undefined ? undefined : { value: data, revision: read.revision };
  }

  async #read(id: string, name: string): Promise<{ readonly value: unknown; readonly revision: number } | undefined> {
    const { table, key, now } = this.#settings;
    const request = new GetCommand({ TableName: table, Key: keyOf(id, name), ConsistentRead: true });
    const { data } = Stored.safeParse((await this.#client.send(request)).Item);
    // DynamoDB deletes what has expired within days, not at once.
    if (data === undefined || data.expiresAt * 1000 <= now()) return undefined;
    return { value: unseal(data.sealed, key, id), revision: data.revision };
  }

  /** Whether it was written: a later revision only over the one before it. */
  async #put(id: string, name: string, { value, until, revision }: Kept): Promise<boolean> {
    const { table, key } = this.#settings;
    const Item = {
      ...keyOf(id, name),
      sealed: seal(value, key, id),
      expiresAt: Math.ceil(until / 1000),
      ...(revision !== undefined && { revision }),
    };
    const over = revision !== undefined && revision > 0 ? onlyOver(revision - 1) : {};
    try {
      await this.#client.send(new PutCommand({ TableName: table, Item, ...over }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  }
}

type Kept = { readonly value: unknown; readonly until: number; readonly revision?: number };

const keptUntil = ({ startedAt }: Session): number => startedAt + 2 * absoluteMilliseconds;

const onlyOver = (revision: number) => ({
  ConditionExpression: 'revision = :revision',
  ExpressionAttributeValues: { ':revision': revision },
});

const keyOf = (id: string, name: string) => ({ [partitionKey]: hashedId(id), [sortKey]: name });
