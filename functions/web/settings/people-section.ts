import { roles } from '../../http/operation.ts';
import { code } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';

/** Roles are groups of the sign-in service, and none are given here. */
export const peopleSection = (partnershipId: string): Block => ({
  kind: 'section',
  title: 'People',
  id: 'people',
  blocks: [
    paragraph('People get their roles where their logins are kept, by being put into these groups:'),
    { kind: 'list', items: roles.map((role) => code(`${partnershipId}:${role}`)) },
  ],
});
