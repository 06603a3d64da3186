import type { RunningPages } from '../../functions/web/running-pages.ts';
import { hostile } from '../hostile.ts';

export const hostileId = 'hostile';
/** A partnership in which nothing has been recorded. */
export const bareId = 'bare';

/** Everybody's login is hostile as well, and shown wherever what they did is. */
const roles = {
  officer: [hostile.script, 'finance-officer'],
  coordinator: [hostile.longWord, 'coordinator'],
  chair: [hostile.image, 'chair'],
  viceChair: [hostile.rightToLeft, 'chair'],
  chief: [hostile.emoji, 'chief-finance-officer'],
  auditor: [hostile.template, 'auditor'],
} as const;

export type Member = keyof typeof roles;
/** Somebody of the two partnerships, the platform's administrator, or somebody of a third partnership. */
export type Who = Member | 'administrator' | 'stranger';

/** A login and its groups. */
export function signsInAs(who: Who): readonly [subject: string, ...groups: readonly string[]] {
  if (who === 'administrator') return ['platform-administrator', 'platform:administrator'];
  if (who === 'stranger') return ['stranger', 'elsewhere:finance-officer', 'elsewhere:coordinator', 'elsewhere:chair'];
  const [subject, role] = roles[who];
  return [subject, `${hostileId}:${role}`, `${bareId}:${role}`];
}

export const loginOf = (who: Member): string => roles[who][0];

export const tokenOf = ({ token }: RunningPages, who: Who): Promise<string> => token(...signsInAs(who));
