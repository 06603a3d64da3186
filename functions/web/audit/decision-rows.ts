import { z } from 'zod';
import type { AnswerOf, Api } from '../api/api.ts';
import { entryWords } from '../page/entry-words.ts';
import { entryPath, meetingPath } from '../page/paths.ts';
import { amountOf } from '../page/records.ts';
import { date, link, type Span } from '../page/text.ts';
import type { SummaryRow } from '../page/view.ts';
import type { Entry } from './fact-rows.ts';
import { mentionsIn } from './mentions.ts';
import { type RecordNames, recordNames } from './record-names.ts';

type Decision = AnswerOf<'getAward'>['decisions'][number];

const OfAward = z.object({ awardId: z.string() });
const Undoes = z.object({ undoes: z.object({ facts: OfAward }) });

/** Of an entry about an award, the decisions on which it rests: each with its entry, its meeting and its minute. */
export async function decisionRows(
  api: Api,
  partnershipId: string,
  { facts, sequence }: Pick<Entry, 'facts' | 'sequence'>,
): Promise<SummaryRow[]> {
  const awardId = OfAward.safeParse(facts).data?.awardId ?? Undoes.safeParse(facts).data?.undoes.facts.awardId;
  if (awardId === undefined) return [];
  const { decisions } = await api.read('getAward', { partnershipId, awardId });
  const earlier = decisions.filter((decision) => decision.sequence < sequence);
  const meetings = mentionsIn(earlier).filter(({ kind }) => kind === 'meeting');
  const names = await recordNames(api, partnershipId, meetings);
  return earlier.map((decision) => ({ label: entryWords[decision.type], value: decisionSpans(decision, names) }));
}

function decisionSpans(decision: Decision, names: RecordNames): Span[] {
  const { partnershipId } = names;
  const entry = link(entryPath(partnershipId, decision.sequence), `entry ${decision.sequence}`);
  const amount = 'amountApproved' in decision ? decision.amountApproved : undefined;
  return [
    ...('outcome' in decision ? [capital(decision.outcome), ' '] : ['Approved ']),
    ...(amount === undefined ? [] : [amountOf(amount, decision), ' ']),
    'on ',
    date(decision.decidedOn),
    ...minute(decision, names),
    ', ',
    entry,
  ];
}

/** Chair's action has no meeting, and so no minute. */
function minute(decision: Decision, { partnershipId, of }: RecordNames): Span[] {
  if (!('meetingId' in decision)) return [' by chair’s action'];
  const meeting = of({ kind: 'meeting', id: decision.meetingId }) ?? 'the meeting';
  return [
    ', ',
    link(meetingPath(partnershipId, decision.meetingId), `minute ${decision.minuteReference} of ${meeting}`),
  ];
}

const capital = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
