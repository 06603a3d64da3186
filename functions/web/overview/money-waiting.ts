import { longDate } from '../../../domain/prose-dates.ts';
import type { AnswerOf } from '../api/api.ts';
import { awardPath, grantPath, partnershipPath } from '../page/paths.ts';
import { money, tag } from '../page/text.ts';
import type { WhatWaits } from './read-overview.ts';
import type { Seen, Waiting } from './waiting-for.ts';

export const toReceive = ({ parameters: { partnershipId } }: Seen, { receipts }: WhatWaits): Waiting[] =>
  receipts.map(({ grant, amount, dueOn, isLate }) => ({
    title: `Receive from ${grant.funder.name}: ${grant.title}`,
    href: grantPath(partnershipId, grant.id),
    hint: [money(amount), ...(dueOn === undefined ? [' outstanding'] : [` due on ${longDate(dueOn)}`])],
    status: isLate ? tag('Late', 'red') : tag(dueOn === undefined ? 'Outstanding' : 'Due', 'yellow'),
  }));

export const toPay = ({ parameters: { partnershipId } }: Seen, { unpaid }: WhatWaits): Waiting[] =>
  unpaid.map(({ id, title, committedAmount }) => ({
    title: `Pay: ${title}`,
    href: awardPath(partnershipId, id),
    hint: [money(committedAmount), ' committed and unpaid'],
    status: tag('To pay', 'blue'),
  }));

export const toRepay = ({ parameters: { partnershipId } }: Seen, { funds }: AnswerOf<'getStatement'>): Waiting[] =>
  funds
    .filter(({ repayable }) => repayable.isPositive())
    .map(({ name, repayable }) => ({
      title: `Repay to the funder: ${name}`,
      href: `${partnershipPath(partnershipId)}/grants`,
      hint: [money(repayable), ' was returned at closing and is still owed'],
      status: tag('To repay', 'yellow'),
    }));
