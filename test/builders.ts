import { deepStrictEqual } from 'node:assert';
import type { z } from 'zod';
import { ExpenditureBody } from '../domain/expenditure/expenditure.ts';
import { FundBody } from '../domain/fund/fund.ts';
import { openFund } from '../domain/fund/open-fund.ts';
import { OpeningBalanceBody } from '../domain/fund/opening-balance.ts';
import { SharedFundBody } from '../domain/fund/shared-fund.ts';
import { agreeGrant } from '../domain/grant/agree-grant.ts';
import { FulfilmentBody } from '../domain/grant/condition.ts';
import { GrantBody } from '../domain/grant/grant.ts';
import { ReceiptBody } from '../domain/grant/receipt.ts';
import { RepaymentBody, RepaymentRefundBody } from '../domain/grant/repayment.ts';
import { TopSliceBody } from '../domain/grant/top-slice.ts';
import { VariationBody } from '../domain/grant/variation.ts';
import type { Decide, Decision, Query } from '../domain/ledger/decision.ts';
import { type EntryDraft, headOf, JournalEntry, seal } from '../domain/ledger/journal-entry.ts';
import { LedgerState, type LedgerView } from '../domain/ledger/ledger-state.ts';
import { project } from '../domain/ledger/projection.ts';
import { type Change, change, type RecordOf, type RecordType, recordSchemas } from '../domain/ledger/records.ts';
import { ReversalBody, reverseEntry } from '../domain/ledger/reverse-entry.ts';
import { PartnershipBody } from '../domain/partnership/partnership.ts';
import { createPartnership } from '../domain/partnership/set-up.ts';
import { DomainError, type Refusal } from '../domain/refusal.ts';
import type { Person } from '../domain/text.ts';
import { digest } from '../functions/store/digest.ts';

/** The day on which most tests take place. */
export const today = '2018-06-30';
const limits = { today };

export const financeOfficer: Person = { subject: 'maldon-finance-officer' };

export const recordTypes = Object.keys(recordSchemas) as RecordType[];

/** As a store or a request carries it: amounts are text, what is undefined is gone. */
export const asJson = <T>(value: unknown): T => JSON.parse(JSON.stringify(value)) as T;

const serviceId = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** The id of something that is nowhere. */
export const unknownId = serviceId(999_999);

/**
 * A journal in memory. Every command is decided twice, on all records and on those alone that it asked for (read back
 * from JSON), so that a decision and its projection cannot read what they did not look up. Records are frozen.
 */
export class TestLedger {
  readonly state = new LedgerState('complete');
  readonly entries: JournalEntry[] = [];
  #ids = 0;

  /** Records a command: the entry. Throws a `DomainError` where it is refused, and then has changed nothing. */
  run(decide: Decide): JournalEntry {
    const ids = this.#ids;
    const [whole, asked] = [this.#decide(decide, ids), this.#decideOnAsked(decide, ids)];
    deepStrictEqual(asked.outcome, whole.outcome, 'the decision read more than it asked for');
    if (whole.outcome instanceof DomainError) throw whole.outcome;
    const entry = this.#seal(whole.outcome, whole.lastId + 1);
    const changes = project(entry, this.state);
    deepStrictEqual(project(entry, asked.view), changes, 'the projection read more than the decision asked for');
    this.#ids = whole.lastId + 1;
    this.state.apply(deepFreeze(changes));
    this.state.head = headOf(entry);
    this.state.putEntry(deepFreeze(entry));
    this.entries.push(entry);
    return entry;
  }

  /** Why a command is refused. */
  refusal(decide: Decide): Refusal {
    try {
      this.run(decide);
    } catch (error) {
      if (error instanceof DomainError) return error.refusal;
      throw error;
    }
    throw new Error('was not refused');
  }

  /** Records a grant: its id. */
  agree(fields: Partial<z.input<ReturnType<typeof GrantBody>>> = {}): string {
    return idOf(this.run(agreeGrant(grantBody(fields))));
  }

  reverse(sequence: number, effectiveOn: string): JournalEntry {
    return this.run(reverseEntry(sequence, reversalBody({ effectiveOn })));
  }

  get<Type extends RecordType>(type: Type, id: string): RecordOf[Type] {
    const value = this.state.get(type, id);
    if (value === undefined) throw new Error(`there is no ${type} ${id}`);
    return value;
  }

  #decide(decide: Decide, firstId: number) {
    return decideOn(this.state, decide, firstId, () => undefined);
  }

  #decideOnAsked(decide: Decide, firstId: number) {
    const view = new LedgerState('partial');
    return { ...decideOn(view, decide, firstId, (query) => answer(query, this.state, view)), view };
  }

  #seal(draft: EntryDraft, id: number): JournalEntry {
    const now = new Date(Date.parse(`${today}T09:00:00Z`) + this.entries.length * 1000).toISOString();
    return seal(draft, this.state.head, { id: serviceId(id), now, by: financeOfficer }, digest);
  }
}

function decideOn(view: LedgerView, decide: Decide, firstId: number, lookUp: (query: Query) => void) {
  let lastId = firstId;
  const newId = (): string => serviceId(++lastId);
  const outcome = outcomeOf(decide(view, { today, by: financeOfficer, newId }), lookUp);
  return { outcome, lastId };
}

function outcomeOf(decision: Decision, lookUp: (query: Query) => void): EntryDraft | DomainError {
  try {
    for (let step = decision.next(); ; step = decision.next()) {
      if (step.done) return step.value;
      step.value.forEach(lookUp);
    }
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

function answer(query: Query, from: LedgerState, into: LedgerState): void {
  if ('entry' in query) {
    const entry = from.entry(query.entry);
    if (entry !== undefined) into.putEntry(JournalEntry.parse(asJson(entry)));
  } else if ('record' in query) {
    into.noteLookUp(query.record, query.id);
    copy(query.record, query.id, from, into);
  } else {
    into.noteLookUp('fund', query.fundLedger);
    into.noteLookUp('balance', query.fundLedger);
    copy('fund', query.fundLedger, from, into);
    for (const id of from.all('balance').keys()) {
      if (id.startsWith(`${query.fundLedger}/`)) copy('balance', id, from, into);
    }
  }
}

function copy(type: RecordType, id: string, from: LedgerState, into: LedgerState): void {
  const value = from.get(type, id);
  if (value !== undefined) into.apply([stored(type, id, value)]);
}

/** A record after it was written to a store and read back. */
export const stored = (type: RecordType, id: string, value: unknown): Change =>
  change(type, id, recordSchemas[type].parse(asJson(value)) as RecordOf[RecordType]) as Change;

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

/** The id of what an entry recorded. */
export const idOf = ({ facts }: JournalEntry): string => ('id' in facts ? facts.id : '');

type Fields<Schema extends z.ZodType> = Partial<z.input<Schema>>;
type Body<Schema extends (given: typeof limits) => z.ZodType> = (
  fields?: Fields<ReturnType<Schema>>,
) => z.output<ReturnType<Schema>>;

/** Builds a body as a request would carry it: defaults, then what a test says, parsed by the domain's own schema. */
const bodyOf =
  <Schema extends (given: typeof limits) => z.ZodType>(schema: Schema, defaults: object): Body<Schema> =>
  (fields = {}) =>
    schema(limits).parse({ ...defaults, ...(fields as object) }) as z.output<ReturnType<Schema>>;

export const essexPcc = { id: 'essex-pcc', name: 'Office of the Police and Crime Commissioner for Essex' };

export const partnershipBody = bodyOf(() => PartnershipBody, {
  id: 'maldon',
  name: 'Maldon Community Safety Partnership',
  hostAuthority: { id: 'maldon-district-council', name: 'Maldon District Council', organisationId: 'GB-LAE-MAL' },
  responsibleAuthorities: [
    { id: 'maldon-district-council', name: 'Maldon District Council' },
    { id: 'essex-county-council', name: 'Essex County Council' },
    { id: 'essex-police', name: 'Essex Police' },
  ],
  quorum: 3,
});
const fundDefaults = { id: 'partnership-fund', name: 'Partnership fund', restriction: 'unrestricted', nature: 'revenue' };
export const fundBody = bodyOf(() => FundBody, fundDefaults);
const truCam = { id: 'tru-cam', name: 'Tru-Cam pilot', restriction: 'restricted', purpose: 'Speed enforcement' };
export const restrictedFundBody = bodyOf(() => FundBody, { ...fundDefaults, ...truCam });
export const openingBalanceBody = bodyOf(OpeningBalanceBody, {
  effectiveOn: '2016-04-01',
  reference: 'TB-2016',
  bank: '2500.00',
});
export const grantBody = bodyOf(GrantBody, {
  kind: 'core-allocation',
  title: 'Core funding 2017/18',
  funder: essexPcc,
  fundId: 'partnership-fund',
  financialYear: '2017-18',
  grossAmount: '1000.00',
  reference: 'CORE-2017-18',
  agreedOn: '2017-04-03',
});
export const receiptBody = bodyOf(ReceiptBody, { amount: '100.00', receivedOn: '2017-05-02', bankReference: 'EPCC-1' });
export const topSliceBody = bodyOf(TopSliceBody, {
  purpose: 'dhr',
  amount: '120.00',
  notifiedOn: '2017-09-01',
  reference: 'PCC-DHR-1',
});
const variationDefaults = { effectiveOn: '2017-10-02', reference: 'VAR-1', reason: 'The funder wrote.' };
export const variationBody = bodyOf(VariationBody, variationDefaults);
export const fulfilmentBody = bodyOf(FulfilmentBody, { metOn: '2017-09-29', evidence: 'Plan sent to the funder.' });
export const repaymentBody = bodyOf(RepaymentBody, { amount: '50.00', paidOn: '2018-05-15', paymentReference: 'PAY-1' });
const refundDefaults = { amount: '50.00', receivedOn: '2018-06-01', bankReference: 'BACK-1' };
export const repaymentRefundBody = bodyOf(RepaymentRefundBody, refundDefaults);
export const expenditureBody = bodyOf(ExpenditureBody, {
  fundId: 'partnership-fund',
  category: 'partnership-posts',
  description: 'Ongoing revenue costs of partnership posts',
  amount: '50.00',
  spentOn: '2018-03-29',
  paymentReference: 'JNL-1',
  authorityReference: '2017/18 budget',
});
export const sharedFundBody = bodyOf(SharedFundBody, {
  title: 'Gangs and organised crime',
  funder: essexPcc,
  totalAmount: '200000.00',
  financialYears: ['2016-17', '2017-18'],
  areaCount: 6,
  areas: [{ name: 'Chelmsford' }],
  heldBy: essexPcc.name,
});
export const reversalBody = bodyOf(ReversalBody, { reason: 'Entered by mistake.', effectiveOn: today });

/** A partnership with its funds: the partnership fund where none are named. */
export function ledgerWith(...funds: readonly ReturnType<typeof fundBody>[]): TestLedger {
  const ledger = new TestLedger();
  ledger.run(createPartnership(partnershipBody()));
  for (const fund of funds.length > 0 ? funds : [fundBody()]) ledger.run(openFund(fund));
  return ledger;
}
