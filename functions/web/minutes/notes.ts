import { capitalised, listed, oneLine } from '../../../domain/publication/words.ts';
import type { AgendaItem, Award, Meeting } from './answers.ts';

/** What was noted, the same words once, and of what: an illustrative record is never taken for fact. */
export type MinutesNote = { readonly note: string; readonly of: string };

type Noted = { readonly note: string; readonly item?: AgendaItem };

export function notesOf(meeting: Meeting, awards: readonly Award[]): MinutesNote[] {
  const noted: Noted[] = [
    ...(meeting.note === undefined ? [] : [{ note: meeting.note }]),
    ...meeting.agenda.flatMap((item) => notesAbout(item, awards).map((note) => ({ note, item }))),
  ];
  const byNote = Map.groupBy(noted, ({ note }) => oneLine(note));
  return Array.from(byNote, ([note, all]) => ({ note, of: subjectOf(all) }));
}

/** Of the award, and of what was decided about it here. */
function notesAbout({ awardId, outcomeSequence }: AgendaItem, awards: readonly Award[]): string[] {
  const { note, decisions = [] } = awards.find(({ id }) => id === awardId) ?? {};
  const decision = decisions.find(({ sequence }) => sequence === outcomeSequence);
  return [note ?? [], decision?.note ?? []].flat();
}

/** "The meeting, items 9.1 and 9.2". */
function subjectOf(noted: readonly Noted[]): string {
  const items = [...new Set(noted.flatMap(({ item }) => item ?? []))];
  const references = items.flatMap(({ minuteReference }) => minuteReference ?? []).map(oneLine);
  const titles = items
    .filter(({ minuteReference }) => minuteReference === undefined)
    .map(({ title }) => oneLine(title));
  const parts = [
    ...(noted.some(({ item }) => item === undefined) ? ['the meeting'] : []),
    ...(references.length === 0 ? [] : [`${references.length === 1 ? 'item' : 'items'} ${listed(references)}`]),
    ...titles.map((title) => `“${title}”`),
  ];
  return capitalised(parts.join(', '));
}
