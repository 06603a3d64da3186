import type { Award } from '../award/award.ts';

type Recipient = Award['recipient'];

/**
 * Whether a recipient may be a person, whose name is not published: it is no authority, public or voluntary body, and no
 * register of organisations is given for it.
 */
export const mayBePerson = ({ kind, organisationId }: Recipient): boolean =>
  kind === 'other' && organisationId === undefined;

/** The recipient as the public is told of it. */
export const publishedName = (recipient: Recipient): string =>
  mayBePerson(recipient) ? 'Recipient not named' : recipient.name;
