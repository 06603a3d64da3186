import { cameBack, wentOut } from '../award/award-balance.ts';
import { type Account, nominalAccounts } from '../ledger/posting.ts';
import type { GrantLine, Position, Usage } from './lines.ts';

/**
 * Which postings a figure rests on: those of these accounts, in the year, up to its end, or before it. Most figures are
 * their sum; cash received is what they leave of what was to be received, and a grant's use is attributed from them.
 */
export type FigureSource = {
  readonly accounts: readonly Account[];
  readonly span: 'in' | 'to' | 'before';
  /** Of award expenditure: what went out, or what came back. */
  readonly category?: string;
  /** Where the figure is of a grant or award, and yet rests on all that its fund did. */
  readonly isOfFund?: true;
};

const on = (span: FigureSource['span'], ...accounts: Account[]): FigureSource => ({ accounts, span });
const spending = ['award-expenditure', 'direct-expenditure'] as const;

/** Spending that names no grant is attributed to the fund's oldest money, so every part of a fund rests on the whole. */
const ofFund = (span: FigureSource['span'], ...accounts: Account[]): FigureSource => ({
  accounts,
  span,
  isOfFund: true,
});

export const fundSources: { readonly [Figure in keyof Position]: readonly FigureSource[] } = {
  openingBalance: [on('before', ...nominalAccounts), on('in', 'brought-forward')],
  grossIncome: [on('in', 'grant-income')],
  topSliced: [on('in', 'top-slices')],
  expenditure: [on('in', ...spending)],
  returned: [on('in', 'returned-to-funder')],
  closingBalance: [on('to', ...nominalAccounts)],
  committed: [on('to', 'commitments')],
  uncommitted: [on('to', ...nominalAccounts, 'commitments')],
  cash: [on('to', 'bank')],
  receivable: [on('to', 'grants-receivable')],
  receivedInAdvance: [on('to', 'received-in-advance')],
  repayable: [on('to', 'repayable-to-funder')],
};

const received = ['grants-receivable', 'received-in-advance'] as const;

export const totalSources = {
  ...fundSources,
  netIncome: [on('in', 'grant-income', 'top-slices')],
  received: [on('in', ...received)],
} as const;

type GrantFigure =
  | keyof Usage
  | keyof Pick<
      GrantLine,
      'grossAmount' | 'topSlicedAmount' | 'netAmount' | 'receivedInYear' | 'receivedToDate' | 'outstandingAmount'
    >;

export const grantSources: { readonly [Figure in GrantFigure]: readonly FigureSource[] } = {
  grossAmount: [on('to', 'grant-income')],
  topSlicedAmount: [on('to', 'top-slices')],
  netAmount: [on('to', 'grant-income', 'top-slices')],
  receivedInYear: [on('in', ...received)],
  receivedToDate: [on('to', ...received)],
  outstandingAmount: [on('to', ...received)],
  openingUnspent: [ofFund('before', ...nominalAccounts), ofFund('in', 'brought-forward')],
  grossIncomeInYear: [on('in', 'grant-income')],
  topSlicedInYear: [on('in', 'top-slices')],
  spentInYear: [ofFund('in', ...spending)],
  returned: [on('in', 'returned-to-funder')],
  closingUnspent: [ofFund('to', ...nominalAccounts)],
};

const ofAwards = (span: FigureSource['span'], category: string): FigureSource => ({
  ...on(span, 'award-expenditure'),
  category,
});

export const awardSources = {
  paidInYear: [ofAwards('in', wentOut)],
  refundedInYear: [ofAwards('in', cameBack)],
  paidToDate: [ofAwards('to', wentOut)],
  refundedToDate: [ofAwards('to', cameBack)],
  committed: [on('to', 'commitments')],
} as const satisfies Record<string, readonly FigureSource[]>;

export const expenditureSources = { amount: [on('in', 'direct-expenditure')] } as const;
