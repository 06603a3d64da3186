import { addMonths, londonDate } from '../../domain/plain-date.ts';

export type Path = readonly (string | number)[];
export type Leaf = { readonly path: Path; readonly value: unknown };

/** A JSON Pointer. */
export const pointerTo = (path: Path): string => path.map((part) => `/${part}`).join('');

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Every value in a body that holds no others. */
export function leavesOf(value: unknown, path: Path = []): Leaf[] {
  if (!isObject(value)) return [{ path, value }];
  return entriesOf(value).flatMap(([name, one]) => leavesOf(one, [...path, name]));
}

/** Every object and array in a body, itself included. */
export function nodesOf(value: unknown, path: Path = []): Leaf[] {
  if (!isObject(value)) return [];
  return [{ path, value }, ...entriesOf(value).flatMap(([name, one]) => nodesOf(one, [...path, name]))];
}

const entriesOf = (value: object): [string | number, unknown][] =>
  Array.isArray(value) ? [...value.entries()] : Object.entries(value);

/** The body with something else in one place. */
export function withValue(body: unknown, [first, ...rest]: Path, value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(body)) return body.map((one, place) => (place === first ? withValue(one, rest, value) : one));
  const changed = Object.entries(body as object).map(([name, one]) => [
    name,
    name === first ? withValue(one, rest, value) : one,
  ]);
  return Object.fromEntries(changed);
}

const now = Date.now();
const day = 24 * 60 * 60 * 1000;
export const today = londonDate(new Date(now).toISOString());
export const tomorrow = londonDate(new Date(now + day).toISOString());
const tenYearsAhead = addMonths(today, 120);
const afterTenYears = londonDate(new Date(Date.parse(`${tenYearsAhead}T12:00:00Z`) + day).toISOString());

const notText = [null, 12, ['x'], {}];
const unreal = [
  '2017-02-29',
  '2017-13-01',
  '2017-04-31',
  '2017-2-3',
  '0000-01-01',
  '10000-01-01',
  '-2017-10-06',
  '2017-10-06T00:00:00Z',
  '2017-10-06 ',
  '2017-10-06\n',
  '06/10/2017',
  '２０17-10-06',
  '2017–10–06',
  '',
  20171006,
];
const beforeTheAct = '1998-07-30';
const unwritable = [
  '',
  ' ',
  '\u00a0\u2003',
  '\n\r\n',
  '\t',
  'a\u0000b',
  'a\u001bb',
  'a\u007fb',
  'a\u0085b',
  'a\ud800b',
  '\udc00',
  'a\ufffdb',
];
const lineBreaks = ['a\nb', 'a\rb'];

/** What is wrong where a body holds a value of a kind. */
const wrongValues = {
  amount: [
    ...notText,
    0.1,
    '1e3',
    '0.001',
    '-5',
    '+5',
    'NaN',
    'Infinity',
    '-0',
    '１２',
    '١٢',
    ' 5',
    '5 ',
    '5\n',
    '',
    '0x10',
    '1,000',
    '00.10',
    '05',
    '.5',
    '5.',
    '5.0.0',
    '£5',
    '9'.repeat(40),
    '1000000000000.00',
    '9'.repeat(10_000),
  ],
  nothing: ['0', '0.0', '0.00'],
  happened: [...notText, ...unreal, beforeTheAct, tomorrow, '9999-12-31'],
  planned: [...notText, ...unreal, beforeTheAct, afterTenYears, '9999-12-31'],
  date: [...notText, ...unreal],
  year: [
    ...notText,
    '2017-19',
    '2017-17',
    '2017-16',
    '2017/18',
    '2017-2018',
    '2017',
    '17-18',
    '2017-18 ',
    '２０17-18',
    '',
    '0000-01',
    '1997-98',
    '2999-00',
    '9999-00',
    '2017-8',
    201718,
  ],
  title: [...notText, ...unwritable, ...lineBreaks, 'x'.repeat(201), 'x'.repeat(10_000)],
  reference: [...notText, ...unwritable, ...lineBreaks, 'x'.repeat(101), 'x'.repeat(10_000)],
  prose: [...notText, ...unwritable, 'x'.repeat(2001), 'x'.repeat(10_000)],
  slug: [
    ...notText,
    '',
    '-a',
    'A',
    'Slug',
    'a b',
    'a_b',
    'a/b',
    'a%2fb',
    '..',
    '.',
    'a.b',
    'ä',
    'a\n',
    ' a',
    'a ',
    'a\u0000',
    'x'.repeat(64),
    'x'.repeat(200),
  ],
  person: [...notText, '', 'x'.repeat(256), 'a\ud800b', 'a\ufffdb'],
  serviceId: [
    ...notText,
    '',
    'x',
    '01932f1c',
    '01932f1c7a2b7c3d8e4f0123456789ab',
    '{01932f1c-7a2b-7c3d-8e4f-0123456789ab}',
    '01932f1c-7a2b-7c3d-8e4f-0123456789ab ',
  ],
  organisationId: [
    ...notText,
    '',
    'GB',
    'GB-LAE-',
    'gb-lae-mal',
    'GB LAE MAL',
    'GBR-LAE-MAL',
    'GB-LAE-MAL\n',
    `GB-LAE-${'x'.repeat(61)}`,
  ],
  count: [null, true, [], {}, '2', '', 0, -1, 1.5, 1e9, Number.MAX_SAFE_INTEGER, 1e300],
  hash: [...notText, '', 'f'.repeat(63), 'f'.repeat(65), 'F'.repeat(64), 'g'.repeat(64), `${'f'.repeat(64)}\n`],
  choice: [...notText, '', 'something-else', 'Revenue', 'revenue '],
} as const satisfies Record<string, readonly unknown[]>;

type Kind = keyof typeof wrongValues;

const plannedMembers = ['start', 'end', 'dueOn', 'firstDueOn', 'heldOn'];
const choices = ['kind', 'nature', 'restriction', 'underspend', 'outcome', 'treatment'];

function kindOf({ path, value }: Leaf): Kind {
  const name = String(path.findLast((part) => typeof part === 'string'));
  if (typeof value === 'number') return 'count';
  const text = String(value);
  if (/^\d+\.\d\d$/.test(text)) return 'amount';
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    if (plannedMembers.includes(name)) return 'planned';
    return ['from', 'until'].includes(name) ? 'date' : 'happened';
  }
  if (/^\d{4}-\d\d$/.test(text)) return 'year';
  if (/^[0-9a-f]{64}$/.test(text)) return 'hash';
  const [begun = ''] = /^(?:Title|Reference|Prose|slug|person|GB-LAE|[0-9a-f]{8}-)/.exec(text) ?? [];
  const kind = byBeginning[begun] ?? (begun.endsWith('-') ? 'serviceId' : undefined);
  if (kind !== undefined) return kind;
  if (choices.includes(name)) return 'choice';
  throw new Error(`of what kind is ${pointerTo(path)}?`);
}

const byBeginning: Readonly<Record<string, Kind>> = {
  Title: 'title',
  Reference: 'reference',
  Prose: 'prose',
  slug: 'slug',
  person: 'person',
  'GB-LAE': 'organisationId',
};

/** What is wrong in the place of a value. An opening balance alone may have nothing in the bank. */
export function wrongFor(leaf: Leaf): readonly unknown[] {
  const kind = kindOf(leaf);
  const mustMove = kind === 'amount' && leaf.path.at(-1) !== 'bank';
  return [...wrongValues[kind], ...(mustMove ? wrongValues.nothing : [])];
}
