import { operations } from '../../operations.ts';
import type { Visit } from '../page/page.ts';
import { grantPath } from '../page/paths.ts';
import { date, link, name, type Text, tag } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import type { ShownGrant } from './grant-words.ts';
import type { WholeGrant } from './read-grant.ts';

/** The conditions, whether each is met, and where that is recorded. */
export function conditionBlocks({ grant, partnershipId }: WholeGrant, may: Visit['may']): Block[] {
  const isOpen = grant.reversedOn === undefined && grant.conditions.some(({ metOn }) => metOn === null);
  const isChangeable = isOpen && may(operations.meetCondition.access);
  const action = ({ number, metOn }: Condition): Text =>
    metOn === null
      ? link(`${grantPath(partnershipId, grant.id)}/conditions/${number}/met`, 'Record as met', `: condition ${number}`)
      : '';
  return [
    {
      kind: 'table',
      caption: 'Conditions',
      empty: 'The grant has no conditions.',
      columns: [{ label: 'Condition' }, { label: 'Standing' }, ...(isChangeable ? [{ label: 'What to do' }] : [])],
      rows: grant.conditions.map((condition) => [
        [`${condition.number}. `, name(condition.text)],
        standing(condition),
        ...(isChangeable ? [action(condition)] : []),
      ]),
    },
  ];
}

type Condition = ShownGrant['conditions'][number];

const standing = ({ metOn }: Condition): Text =>
  metOn === null ? tag('Not met', 'orange') : [tag('Met', 'green'), ' on ', date(metOn)];
