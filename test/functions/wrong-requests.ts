import { type OperationName, operations } from '../../functions/operations.ts';
import type { Call } from '../api.ts';

export const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

/** Bodies that are wrong before anybody looks into them. */
export const wrongBodies: Readonly<Record<string, Pick<Call, 'text' | 'bytes'>>> = {
  'space alone': { text: ' \n' },
  'no JSON': { text: 'amount=5' },
  'half a body': { text: '{"amount":"5.00"' },
  'more than one body': { text: '{}{}' },
  'a trailing comma': { text: '{"amount":"5.00",}' },
  'single quotes': { text: "{'amount':'5.00'}" },
  NaN: { text: '{"amount":NaN}' },
  'a comment': { text: '{} // a comment' },
  'a byte order mark': { text: '\ufeff{}' },
  'a NUL': { text: '{}\u0000' },
  'what a gateway makes of invalid UTF-8': { text: '{"note":"caf\ufffd"}' },
  'invalid UTF-8': { bytes: bytes('{"note":"caf', [0xe9], '"}') },
  'overlong UTF-8': { bytes: bytes('{"note":"', [0xc0, 0xaf], '"}') },
  'a surrogate in UTF-8': { bytes: bytes('{"note":"', [0xed, 0xa0, 0x80], '"}') },
  'UTF-16': { bytes: Buffer.from('{"note":"x"}', 'utf16le') },
  '21 levels of arrays': { text: nested(21) },
  '21 levels of objects': { text: `${'{"a":'.repeat(21)}1${'}'.repeat(21)}` },
  '100,000 levels': { text: nested(100_000) },
  '100,000 levels that never end': { text: '['.repeat(200_000) },
  'a text of escapes that never ends': { text: `"${'\\"'.repeat(120_000)}` },
  'brackets in a text that never ends': { text: `{"note":"${'[{'.repeat(100_000)}` },
};

export const tooLarge: Readonly<Record<string, Pick<Call, 'text' | 'bytes'>>> = {
  '300 KiB': { text: JSON.stringify({ note: 'x'.repeat(300 * 1024) }) },
  'a byte more than 256 KiB': { text: ' '.repeat(256 * 1024 + 1) },
  '300 KiB that are no JSON': { text: 'x'.repeat(300 * 1024) },
  'fewer characters than bytes': { text: `{"note":"${'€'.repeat(100_000)}"}` },
  '300 KiB in base64': { bytes: Buffer.alloc(300 * 1024, 'x') },
};

export const wrongTypes = [
  '(none)',
  '',
  'text/plain',
  'text/json',
  'application/jsonp',
  'application/json2',
  'application/merge-patch+json',
  'application/json; charset=iso-8859-1',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
];
const wrongAccepts = [
  'text/html',
  'image/*',
  'application/xml',
  'application/json;q=0',
  'text/*, application/pdf',
  'application/problem+json',
];

/** What no answer of an operation is. */
export const wrongAcceptsFor = (name: OperationName): string[] =>
  wrongAccepts.filter((accept) => {
    const accepted = accept.split(', ');
    const offered: readonly string[] = operations[name].answer.contentTypes;
    return !offered.some((type) => accepted.includes(type) || accepted.includes(`${type.split('/')[0]}/*`));
  });
export const wrongKeys = ['', ' ', 'a b', ' a', 'a ', 'x'.repeat(256), 'ä', '\u0000', 'a\tb', '€', '\u007f'];

/** What is wrong in a path, by the parameter in whose place it stands. */
export const wrongSlugs = [
  '%2F',
  'a%2Fb',
  '%00',
  'a%0A',
  '%2E%2E',
  '..',
  '.',
  'Upper',
  '-a',
  'a_b',
  'a%20b',
  '%C3%A4',
  'x'.repeat(64),
  'x'.repeat(200),
  'x'.repeat(1500),
];
const wrongIds = [
  'x',
  '..',
  '%2E%2E',
  '%2F',
  '%00',
  '0',
  'x'.repeat(200),
  'x'.repeat(1500),
  '01932f1c-7a2b-7c3d-8e4f-0123456789a%0A',
];
const wrongNumbers = ['0', '-1', '1.5', '01', '1e3', 'x', '%20', '١', '9'.repeat(13), '9'.repeat(400)];
export const wrongInPaths: Readonly<Record<string, readonly string[]>> = {
  fundId: wrongSlugs,
  funderId: wrongSlugs,
  grantId: wrongIds,
  meetingId: wrongIds,
  awardId: wrongIds,
  jobId: ['0', 'f'.repeat(31), 'f'.repeat(33), 'F'.repeat(32), 'g'.repeat(32)],
  sequence: wrongNumbers,
  condition: [...wrongNumbers, '100'],
  effectiveFrom: [
    '2017-02-29',
    '2017-13-01',
    '2017-2-3',
    '0000-01-01',
    'today',
    '2017-04-01T00:00:00Z',
    '%2F',
    'x'.repeat(1500),
  ],
  financialYear: ['2017-19', '2017%2F18', '17-18', '2017', '0000-01', '%2F', 'x'.repeat(1500)],
};

const wrongLimits = ['0', '101', '1.5', 'abc', '', '-1', '%201', '01', '١', '1e1', '0x10', '1000'];
const wrongDates = ['', '2017-02-29', '2017-13-01', 'today', '2017-04-01T00:00:00Z', '1998-07-30', '2999-01-01'];
const wrongByParameter: Readonly<Record<string, readonly string[]>> = {
  limit: wrongLimits,
  cursor: ['', 'x', 'AAAA', 'x'.repeat(2001), Buffer.alloc(40).toString('base64url'), '%00', '..'],
  dryRun: ['', 'yes', '1', 'TRUE', 'True', 'no', 'null', 'true%20'],
  financialYear: ['', '2017-19', '2017/18', '2017', '17-18', '0000-01'],
  fundId: ['', 'Upper', '..', 'a/b', 'x'.repeat(64)],
  type: ['', 'grant', 'Grant-agreed', 'grant-agreed,receipt-recorded', '__proto__'],
  asOf: ['', '2018-02-29', '2017-13-01', 'today', '2017-03-31', '2018-04-01', '2017-10-31T00:00:00Z'],
  status: ['', 'open', 'Approved', 'draft,approved', 'constructor'],
  meetingId: ['', 'x', '01932f1c', '..', '%7B01932f1c-7a2b-7c3d-8e4f-0123456789ab%7D'],
  priority: ['', 'Upper', '..', 'a/b', 'x'.repeat(64)],
  from: wrongDates,
  to: [...wrongDates, '2017-03-31', '2022-04-01'],
  knownAt: ['', '0', '-1', '1.5', '01', 'x', '1e1', '999999', '9'.repeat(13), 'head'],
};

const queriesOf: Readonly<Record<string, readonly string[]>> = {
  listGrants: ['financialYear'],
  listAwards: ['status', 'meetingId', 'fundId', 'priority'],
  listEntries: ['financialYear', 'fundId', 'type'],
  getStatement: ['asOf', 'knownAt'],
  getTransparencyList: ['financialYear'],
  getMemberUpdate: ['from', 'to'],
};

/** Wrong queries for an operation, whose parameters follow from what it is. */
export function queriesFor(name: OperationName): { query: string; pointer: string }[] {
  const { method } = operations[name];
  const known = [
    ...(queriesOf[name] ?? []),
    ...(method === 'POST' ? ['dryRun'] : []),
    ...(name.startsWith('list') ? ['limit', 'cursor'] : []),
  ];
  const unknown = [
    'unknown',
    'DryRun',
    'Limit',
    '__proto__',
    'constructor',
    ...(known.includes('limit') ? [] : ['limit', 'cursor']),
    ...(known.includes('dryRun') ? [] : ['dryRun']),
  ];
  return [
    ...known.flatMap((parameter) =>
      (wrongByParameter[parameter] ?? []).map((value) => ({
        query: `${parameter}=${value}`,
        pointer: `/query/${parameter}`,
      })),
    ),
    ...known.map((parameter) => ({ query: `${parameter}=1&${parameter}=1`, pointer: `/query/${parameter}` })),
    ...unknown.map((parameter) => ({ query: `${parameter}=1`, pointer: `/query/${parameter}` })),
  ];
}

/** A path with this query, and of its own query those parameters that the new one doesn't name. */
export function withQuery(path: string, query: string): string {
  const [place = '', own = ''] = path.split('?');
  const named = new Set(query.split('&').map((part) => part.split('=')[0]));
  const left = own.split('&').filter((part) => part !== '' && !named.has(part.split('=')[0]));
  return `${place}?${[...left, query].join('&')}`;
}
