import { longDate, yearInProse } from '../../../domain/prose-dates.ts';
import type { Api } from '../api/api.ts';
import { nothingChosen, type Option } from './field.ts';

/** What questions of several forms offer to choose from. */
export const fundOptions = async (api: Api, partnershipId: string): Promise<Option[]> =>
  (await api.all('listFunds', { partnershipId })).map(({ id, name, restriction, nature }) => ({
    value: id,
    text: name,
    hint: `${restriction === 'restricted' ? 'Restricted' : 'Unrestricted'}, ${nature}`,
  }));

/** The grants of a fund, or all. */
export const grantOptions = async (api: Api, partnershipId: string, fundId?: string): Promise<Option[]> =>
  (await api.all('listGrants', { partnershipId }))
    .filter((grant) => grant.reversedOn === undefined && (fundId === undefined || grant.fundId === fundId))
    .map(({ id, title, financialYear }) => ({ value: id, text: `${title} (${yearInProse(financialYear)})` }));

/** The meetings at which something can still be decided. */
export const comingMeetings = async (api: Api, partnershipId: string): Promise<Option[]> =>
  (await api.all('listMeetings', { partnershipId }))
    .filter(({ status }) => status !== 'closed')
    .map(({ id, title, heldOn }) => ({ value: id, text: `${title}, ${longDate(heldOn)}` }));

/** For a list that may be left alone. */
export const orNothing = (options: readonly Option[], text = nothingChosen.text): Option[] => [
  { value: '', text },
  ...options,
];
