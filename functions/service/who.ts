import type { Access } from '../http/operation.ts';

type Named = Exclude<Access, readonly string[]>;

const everyone = {
  public: 'everyone, without a token',
  'signed-in': 'whoever has a valid token',
  administrator: 'the platform administrator',
  member: 'every member of the partnership',
  'member-or-administrator': 'every member of the partnership, and the platform administrator',
} satisfies Record<Named, string>;

/** Who may call, as people say it. */
export const who = (access: Access): string =>
  typeof access === 'string' ? everyone[access] : `${access.join(' or ')} of the partnership`;
