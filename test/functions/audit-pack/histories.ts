import { openFund } from '../../../domain/fund/open-fund.ts';
import { createPartnership } from '../../../domain/partnership/set-up.ts';
import { DomainError } from '../../../domain/refusal.ts';
import { ledgerWith, partnershipBody } from '../../builders.ts';
import { decided as decidedOfMoney, funds as fundsOfMoney } from '../../domain/random/commands.ts';
import { Model as ModelOfMoney } from '../../domain/random/model.ts';
import { commandOf as commandOfMoney, type Step as StepOfMoney } from '../../domain/random/steps.ts';
import { decided } from '../../domain/random-awards/commands.ts';
import { Model } from '../../domain/random-awards/model.ts';
import { funds } from '../../domain/random-awards/people.ts';
import { commandOf, type Step } from '../../domain/random-awards/steps.ts';
import { RandomYears } from '../../domain/random-years/random-years.ts';
import type { Step as StepOfYears } from '../../domain/random-years/steps.ts';
import { idOf, TestLedger } from '../../domain/test-ledger.ts';

/** What the rules let be done; undefined where they don't. */
export function ifAllowed<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof DomainError) return undefined;
    throw error;
  }
}

/** A ledger after random grants, receipts, spending and reversals. */
export function moneyHistory(steps: readonly StepOfMoney[]): TestLedger {
  const ledger = ledgerWith(...fundsOfMoney);
  const model = new ModelOfMoney(ledger.entries.length);
  for (const step of steps) {
    const command = commandOfMoney(step, model);
    const entry = ifAllowed(() => ledger.run(decidedOfMoney(command)));
    if (entry !== undefined) model.record(command, idOf(entry));
  }
  return ledger;
}

/** A ledger after random meetings, awards, payments and refunds. */
export function awardHistory(steps: readonly Step[]): TestLedger {
  const ledger = new TestLedger();
  const model = new Model(ledger);
  ledger.run(createPartnership(partnershipBody({ quorum: 1 })));
  for (const fund of funds) ledger.run(openFund(fund));
  for (const step of steps) {
    const command = commandOf(step, model);
    if (command === undefined) continue;
    const entry = ifAllowed(() => ledger.run(decided(command, model), { subject: command.by }));
    if (entry !== undefined) model.record(command, entry);
  }
  return ledger;
}

/** A ledger after random closings, returns, repayments and reopenings. What it would certify, no archive keeps. */
export function yearHistory(steps: readonly StepOfYears[]): TestLedger {
  const random = new RandomYears();
  for (const step of steps) if (step.act !== 'certify') random.take(step);
  return random.ledger;
}
