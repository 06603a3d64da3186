import { randomUUID } from 'node:crypto';
import { PlainDate } from '../../../domain/plain-date.ts';
import { readBankFile } from '../../../functions/bank/read-bank-file.ts';
import { type BankImport, keepImport } from '../../../functions/web/bank/bank-import.ts';
import { environmentWebDeps } from '../../../functions/web/web-deps.ts';
import { hostile } from '../hostile.ts';
import { hostileId } from './people.ts';

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const words = [hostile.script, hostile.longWord, hostile.rightToLeft, hostile.emoji];
const file = [
  'Date,Description,Money in,Money out',
  ...words.flatMap((text, day) => [
    `0${day + 1}/03/2018,${quoted(text)},${day + 10}.00,`,
    `0${day + 1}/03/2018,${quoted(text)},,${day + 20}.00`,
  ]),
].join('\n');

/** Beside a session, a bank file under way: every line to be looked at, or recorded already, one of them in vain. */
export async function keepBankFile(sessionId: string, status: BankImport['status']): Promise<void> {
  const read = readBankFile(Buffer.from(file), { today: PlainDate.parse('2018-03-31') });
  if (read.status === 'refused') throw new Error(read.problems.map(({ detail }) => detail).join(' '));
  const lines = read.lines.map((line, place): BankImport['lines'][number] => ({
    line,
    key: `line ${place}`,
    ...(status === 'recording' &&
      place > 0 && {
        choice: { kind: 'receipt', id: 'none' },
        outcome: place === 1 ? { status: 'refused', detail: hostile.image } : { status: 'recorded', sequence: 1 },
      }),
  }));
  const here = { deps: environmentWebDeps(), sessionId };
  await keepImport(here, {
    id: randomUUID(),
    partnershipId: hostileId,
    fileName: `${hostile.image}.csv`,
    status,
    lines,
  });
}
