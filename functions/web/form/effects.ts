import { z } from 'zod';
import { Money } from '../../../domain/money.ts';
import { yearInProse } from '../../../domain/prose-dates.ts';
import type { Api } from '../api/api.ts';
import { money } from '../page/text.ts';
import type { Block, Row } from '../page/view.ts';

const isMoney = z.custom<Money>((value) => value instanceof Money);
const Effects = z.looseObject({
  fund: z
    .looseObject({
      fundId: z.string(),
      financialYear: z.string(),
      balance: isMoney,
      committed: isMoney,
      uncommitted: isMoney,
    })
    .optional(),
  grant: z.looseObject({ grantId: z.string(), receivedAmount: isMoney, outstandingAmount: isMoney }).optional(),
  award: z
    .looseObject({ awardId: z.string(), committedAmount: isMoney, paidAmount: isMoney, refundedAmount: isMoney })
    .optional(),
});
type Effects = z.infer<typeof Effects>;

/** What the API says would become of the fund, the grant and the award, beside what they are now. */
export async function effectsOf(answer: unknown, api: Api, partnershipId: string): Promise<Block[]> {
  const { data = {} } = Effects.safeParse(answer);
  const rows = (
    await Promise.all([
      fundRows(data.fund, api, partnershipId),
      grantRows(data.grant, api, partnershipId),
      awardRows(data.award, api, partnershipId),
    ])
  ).flat();
  if (rows.length === 0) return [];
  const columns = [
    { label: 'What changes' },
    { label: 'Before', isNumeric: true },
    { label: 'After', isNumeric: true },
  ];
  return [{ kind: 'table', caption: 'What this does', columns, rows, empty: '' }];
}

async function fundRows(after: Effects['fund'], api: Api, partnershipId: string): Promise<Row[]> {
  if (after === undefined) return [];
  const { fundId, financialYear } = after;
  const { funds } = await api.read('getStatement', { partnershipId, financialYear });
  const before = funds.find((fund) => fund.fundId === fundId);
  const at = `at the end of ${yearInProse(financialYear)}`;
  const name = before?.name ?? fundId;
  return [
    row(`${name}: balance ${at}`, before?.closingBalance, after.balance),
    row(`${name}: committed`, before?.committed, after.committed),
    row(`${name}: uncommitted`, before?.uncommitted, after.uncommitted),
  ];
}

async function grantRows(after: Effects['grant'], api: Api, partnershipId: string): Promise<Row[]> {
  if (after === undefined) return [];
  const before = await api.read('getGrant', { partnershipId, grantId: after.grantId });
  return [
    row('Grant: received', before.receivedAmount, after.receivedAmount),
    row('Grant: outstanding', before.outstandingAmount, after.outstandingAmount),
  ];
}

async function awardRows(after: Effects['award'], api: Api, partnershipId: string): Promise<Row[]> {
  if (after === undefined) return [];
  const before = await api.read('getAward', { partnershipId, awardId: after.awardId });
  return [
    row('Award: paid', before.paidAmount, after.paidAmount),
    row('Award: refunded', before.refundedAmount, after.refundedAmount),
    row('Award: still committed', before.committedAmount, after.committedAmount),
  ];
}

const row = (label: string, before: Money | undefined, after: Money): Row => [
  label,
  money(before ?? Money.zero),
  money(after),
];
