import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { operations } from '../../functions/operations.ts';
import { type Api, type Call, startTables, type TestTables } from '../api.ts';
import { checkedApiOver } from './checked-api.ts';
import { type ChangingName, completeBodies } from './complete-bodies.ts';
import { rightGroups } from './right-groups.ts';
import { ledgerDigest } from './stored.ts';
import { setUp, validCalls } from './valid-calls.ts';
import { leavesOf, nodesOf, type Path, pointerTo, today, withValue, wrongFor } from './wrong-values.ts';

const names = Object.keys(completeBodies) as ChangingName[];

/** Members that take values of two shapes: what is wrong within them is said of them. */
const ofTwoShapes = /^(\/instalments|\/(?:receivables|repayables)\/\d+\/funder)(?:\/|$)/;
const namedBy = (pointer: string): string => ofTwoShapes.exec(pointer)?.[1] ?? pointer;

type Attempt = { readonly what: string; readonly pointer: string; readonly text: string };

const shortened = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 40);
const attempt = (body: unknown, path: Path, value: unknown): Attempt => ({
  what: `${pointerTo(path)} = ${shortened(value)}`,
  pointer: pointerTo(path),
  // Escaped, since a gateway makes U+FFFD of invalid bytes: as such it is refused before anybody looks into the body.
  text: JSON.stringify(withValue(body, path, value)).replaceAll('\ufffd', '\\ufffd'),
});

const wrongLeaves = (body: object): Attempt[] =>
  leavesOf(body).flatMap((leaf) => wrongFor(leaf).map((value) => attempt(body, leaf.path, value)));

const wrongShapes = (body: object): Attempt[] =>
  nodesOf(body).flatMap(({ path, value }) => {
    const other = Array.isArray(value) ? [{}, { length: 1, 0: value[0] }] : [[], [value]];
    return [null, 'A text', '', 12, true, ...other].map((one) => attempt(body, path, one));
  });

/** Names that are no members anywhere, some of which JavaScript treats as its own. */
const unknownNames = ['unknown', '__proto__', 'constructor', 'toString', 'Amount', '', 'a/b'];

const unknownMembers = (body: object): Attempt[] =>
  nodesOf(body)
    .filter(({ value }) => !Array.isArray(value))
    .flatMap(({ path, value }) =>
      unknownNames.map((name) => {
        const more = Object.defineProperty({ ...(value as object) }, name, { value: 1, enumerable: true });
        const { text } = attempt(body, path, more);
        const pointer = pointerTo([...path, name.replace('/', '~1')]);
        return { what: `${pointerTo(path)} with ${name}`, pointer, text };
      }),
    );

const withoutMember = (body: object, path: Path): object => {
  const parent = nodesOf(body).find((node) => pointerTo(node.path) === pointerTo(path.slice(0, -1)))?.value as object;
  const left = Object.fromEntries(Object.entries(parent).filter(([name]) => name !== path.at(-1)));
  return withValue(body, path.slice(0, -1), left) as object;
};

const tooMany = (body: object): Attempt[] =>
  nodesOf(body).flatMap(({ path, value }) => {
    if (!Array.isArray(value)) return [];
    const length = ['instalments', 'disposals'].includes(String(path.at(-1))) ? 121 : 51;
    const many = Array.from({ length }, (_, place) => distinct(value[0], place));
    return [{ ...attempt(body, path, many), what: `${length} at ${pointerTo(path)}` }];
  });

function distinct(item: unknown, place: number): unknown {
  if (typeof item === 'string')
    return /^\d{4}-\d\d$/.test(item) ? `${1998 + place}-${String(99 + place).slice(-2)}` : numbered(item, place);
  const told = Object.entries(item as object).map(([name, value]) =>
    telling.includes(name) ? [name, numbered(value, place)] : [name, value],
  );
  return Object.fromEntries(told);
}

/** By these, things of an array are told from each other. */
const telling = ['id', 'name', 'subject'];
const numbered = (text: string, place: number): string => `${text}${text.startsWith('slug-') ? '-' : ' '}${place}`;

type JsonSchema = {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  required?: string[];
};

const schemaOf = (name: ChangingName): JsonSchema =>
  z.toJSONSchema(operations[name].body({ today }), { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** The members that a schema knows, and which of them must be there; `*` stands for any place in an array. */
function membersOf(
  { properties = {}, items, anyOf = [], required = [] }: JsonSchema,
  path = '',
): { member: string; isRequired: boolean }[] {
  return [
    ...Object.entries(properties).flatMap(([name, schema]) => [
      { member: `${path}/${name}`, isRequired: required.includes(name) },
      ...membersOf(schema, `${path}/${name}`),
    ]),
    ...(items === undefined ? [] : membersOf(items, `${path}/*`)),
    ...anyOf.flatMap((one) => membersOf(one, path)),
  ];
}

const memberPaths = (body: object): Path[] => {
  const all = [...leavesOf(body), ...nodesOf(body)].map(({ path }) => path);
  return all.filter((path) => typeof path.at(-1) === 'string');
};
const generalised = (path: Path): string => pointerTo(path).replaceAll(/\/\d+(?=\/|$)/g, '/*');

/** What might succeed is tried dry. */
const dry = (name: ChangingName): string => (operations[name].method === 'POST' ? '?dryRun=true' : '');

describe('a body', () => {
  let tables: TestTables;
  let api: Api;
  beforeAll(async () => {
    tables = await startTables();
    api = checkedApiOver(tables);
    await setUp(api, 'maldon');
  });
  afterAll(() => tables.stop());

  describe.each(names)('of %s', (name) => {
    const body: object = completeBodies[name];
    let call: Call;
    beforeAll(async () => {
      call = { ...(await validCalls(api, 'maldon')[name]()), groups: rightGroups(name, 'maldon') };
    });

    /** Those of the attempts that were not refused as they must be. */
    async function notRefused(attempts: readonly Attempt[]): Promise<string[]> {
      const before = await ledgerDigest(tables);
      const wrong: string[] = [];
      for (const { what, pointer, text } of attempts) {
        const reply = await api.call({ ...call, text });
        const pointers = (reply.body.errors ?? []).map((error: { pointer: string }) => error.pointer);
        if (reply.status !== 400 || ![pointer, namedBy(pointer)].some((one) => pointers.includes(one)))
          wrong.push(`${what}: ${reply.status} ${pointers}`);
      }
      if ((await ledgerDigest(tables)) !== before) wrong.push('something was changed');
      return wrong.slice(0, 20);
    }

    it('has every member in the tests', () => {
      const tried = memberPaths(body).map(generalised);
      const known = membersOf(schemaOf(name)).map(({ member }) => member);

      const untried = known.filter((member) => !tried.includes(member) && !member.startsWith('/instalments/'));

      expect(untried).toEqual([]);
    });

    it('is refused where a value is wrong, and the value named', async () => {
      expect(await notRefused(wrongLeaves(body))).toEqual([]);
    });

    it('is refused where something has another shape, and the thing named', async () => {
      expect(await notRefused(wrongShapes(body))).toEqual([]);
    });

    it('is refused where it has a member that there is not, and the member named', async () => {
      expect(await notRefused(unknownMembers(body))).toEqual([]);
    });

    it('is refused where a member is missing, and the member named', async () => {
      const required = new Set(
        membersOf(schemaOf(name))
          .filter((one) => one.isRequired)
          .map(({ member }) => member),
      );
      const paths = memberPaths(body).filter((path) => required.has(generalised(path)));

      const attempts = paths.map((path) => ({
        what: `without ${pointerTo(path)}`,
        pointer: pointerTo(path),
        text: JSON.stringify(withoutMember(body, path)),
      }));

      expect(await notRefused(attempts)).toEqual([]);
    });

    it.each([{}, { 'content-type': '(none)' }])(
      'counts as an object without members where there is none (%o): what is needed is named',
      async (headers: Record<string, string>) => {
        const { required = [] } = schemaOf(name);
        const before = await ledgerDigest(tables);

        const { status, body: answer } = await api.call({
          ...call,
          text: '',
          headers,
          path: `${call.path}${dry(name)}`,
        });

        const pointers = answer.errors?.map(({ pointer }: { pointer: string }) => pointer) ?? [];
        expect([status, pointers.toSorted()]).toEqual(
          required.length > 0 ? [400, required.map((member) => `/${member}`).toSorted()] : [201, []],
        );
        expect(await ledgerDigest(tables)).toBe(before);
      },
    );

    it('is refused where there is more of something than allowed', async () => {
      expect(await notRefused([...tooMany(body), attempt(body, [], [])])).toEqual([]);
    });
  });
});
