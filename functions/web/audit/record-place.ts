import {
  awardPath,
  entryPath,
  funderPath,
  fundPath,
  grantPath,
  meetingPath,
  partnershipPath,
  yearPath,
} from '../page/paths.ts';

type Path = (partnershipId: string, id: string) => string;
const settings: Path = (partnershipId) => `${partnershipPath(partnershipId)}/settings`;
const expenditure: Path = (partnershipId) => `${partnershipPath(partnershipId)}/expenditure`;
const entry: Path = (partnershipId, id) => entryPath(partnershipId, Number(id));

/** The pages on which stored records are shown, by their type; a record below another is shown with that one. */
const places: Readonly<Record<string, Path>> = {
  partnership: settings,
  governance: settings,
  terms: settings,
  priorities: settings,
  year: yearPath,
  funder: funderPath,
  fund: fundPath,
  balance: fundPath,
  grant: grantPath,
  receipt: grantPath,
  topSlice: grantPath,
  variation: grantPath,
  expenditure,
  meeting: meetingPath,
  agendaItem: meetingPath,
  interest: meetingPath,
  award: awardPath,
  awardBalance: awardPath,
  awardEntry: awardPath,
  reversalOf: entry,
};

/** Where to look at a record that a verification names, such as `receipt/{grant}/{receipt}`. */
export function recordPlace(partnershipId: string, record: string): string {
  const [type = '', id = ''] = record.split('/');
  const path = id === '' || !Object.hasOwn(places, type) ? undefined : places[type];
  return path?.(partnershipId, id) ?? `${partnershipPath(partnershipId)}/journal`;
}
