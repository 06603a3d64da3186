import { natureWords } from '../grants/grant-words.ts';
import { code, date, name } from '../page/text.ts';
import type { Block, SummaryRow } from '../page/view.ts';
import { restrictionWords } from './fund-words.ts';
import type { Fund } from './read-fund.ts';

/** What a fund is, as it was opened. */
export function fundTerms({ id, restriction, nature, purpose, retentionYears, openedOn, note }: Fund): Block {
  const rows: SummaryRow[] = [
    { label: 'Restriction', value: restrictionWords[restriction] },
    { label: 'Purpose', value: purpose === undefined ? 'Not stated' : name(purpose) },
    { label: 'Nature', value: `${natureWords[nature]}. Revenue and capital never mix.` },
    { label: 'Records kept', value: keptText(retentionYears) },
    { label: 'Opened here on', value: date(openedOn) },
    { label: 'Short name', value: code(id) },
    ...(note === undefined ? [] : [{ label: 'Note', value: name(note) }]),
  ];
  return { kind: 'summary', rows };
}

const keptText = (years: number | undefined): string =>
  years === undefined ? 'Six years after the year they are of' : `${years} years after the year they are of`;
