import { longDate } from '../../../domain/prose-dates.ts';
import { entryPath } from '../page/paths.ts';
import { link, name } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';
import { actedBlocks, ratifiedBlock } from './chairs-action-sentences.ts';
import type { Decided, Decision } from './decision.ts';
import { decidedBlocks } from './decision-sentences.ts';
import type { KnownAward } from './known-award.ts';
import { sinceThen } from './since-decision.ts';

/** What was decided about an award, by whom and on what strength, in sentences. */
export function decisionsBlock(known: KnownAward): Block {
  const blocks = known.award.decisions.flatMap((decision) => decisionBlocks(known, decision));
  const none = paragraph('Nothing has been decided yet.');
  return { kind: 'section', title: 'Decisions', id: 'decisions', blocks: blocks.length > 0 ? blocks : [none] };
}

function decisionBlocks(known: KnownAward, decision: Decision): Block[] {
  const { sequence, note, decidedOn } = decision;
  const entry = link(entryPath(known.partnershipId, sequence), `Entry ${sequence} of the journal`);
  return [
    { kind: 'heading', level: 3, text: `${headingOf(decision)}, ${longDate(decidedOn)}` },
    ...sentencesOf(known, decision),
    ...(note === undefined ? [] : [paragraph('Note: ', name(note))]),
    paragraph(entry, '.'),
  ];
}

function headingOf(decision: Decision): string {
  switch (decision.type) {
    case 'award-decided':
      return decidedHeadings[decision.kind][decision.outcome];
    case 'chairs-action-taken':
      return 'Chair’s action';
    case 'chairs-action-ratified':
      return decision.outcome === 'ratified' ? 'Chair’s action ratified' : 'Ratification of chair’s action refused';
  }
}

const decidedHeadings = {
  proposal: { approved: 'Approved', rejected: 'Rejected', deferred: 'Deferred' },
  amount: { approved: 'Amount confirmed', rejected: 'Amount refused', deferred: 'Amount deferred' },
  variation: { approved: 'Variation approved', rejected: 'Variation rejected', deferred: 'Variation deferred' },
} as const satisfies Record<Decided['kind'], Record<Decided['outcome'], string>>;

function sentencesOf(known: KnownAward, decision: Decision): Block[] {
  switch (decision.type) {
    case 'award-decided':
      return [...decidedBlocks(known, decision), ...sinceThen(known, decision)];
    case 'chairs-action-taken':
      return actedBlocks(decision);
    case 'chairs-action-ratified':
      return [ratifiedBlock(known, decision), ...sinceThen(known, decision)];
  }
}
