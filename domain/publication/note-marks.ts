import { illustrativePart } from './illustrative.ts';

/** The notes of a report: what is illustrative is marked where it stands, and said once at the end. */
export class NoteMarks {
  readonly texts: string[] = [];

  /** What to write after something that carries these notes: " (note 1)" where one says that it is illustrative. */
  mark(...notes: readonly (string | undefined)[]): string {
    const numbers = new Set(notes.flatMap((note) => this.#numberOf(illustrativePart(note)) ?? []));
    if (numbers.size === 0) return '';
    return ` (${numbers.size === 1 ? 'note' : 'notes'} ${[...numbers].join(', ')})`;
  }

  #numberOf(text: string | undefined): number | undefined {
    if (text === undefined) return undefined;
    if (!this.texts.includes(text)) this.texts.push(text);
    return this.texts.indexOf(text) + 1;
  }
}
