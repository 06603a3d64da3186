import type { Account } from '../../../domain/ledger/posting.ts';

/** What an account is called. */
export const accountWords = {
  'brought-forward': 'Brought forward',
  'grant-income': 'Grant income',
  'top-slices': 'Top-slices',
  'award-expenditure': 'Award expenditure',
  'direct-expenditure': 'Direct expenditure',
  'returned-to-funder': 'Returned to funder',
  bank: 'Bank',
  'grants-receivable': 'Grants receivable',
  'received-in-advance': 'Received in advance',
  'repayable-to-funder': 'Repayable to funder',
  commitments: 'Commitments',
  'commitments-mirror': 'Commitments, mirror',
} as const satisfies Record<Account, string>;
