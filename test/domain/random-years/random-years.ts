import type fc from 'fast-check';
import { submitAward } from '../../../domain/award/propose-award.ts';
import type { JournalEntry } from '../../../domain/ledger/journal-entry.ts';
import { setTerms } from '../../../domain/partnership/set-up.ts';
import { DomainError } from '../../../domain/refusal.ts';
import { chair, coordinator, openMeetingOf, propose, termsBody } from '../../award-builders.ts';
import { ledgerWith } from '../../builders.ts';
import { written } from '../random/pence.ts';
import { funds, pick } from '../random-awards/people.ts';
import { statementOf } from '../statement/statements.ts';
import { financeOfficer, idOf, type TestLedger } from '../test-ledger.ts';
import { commandOf, sized } from './choose.ts';
import { type Command, decided } from './commands.ts';
import { eventsOf } from './effects.ts';
import { free, leastFrom, Model } from './model.ts';
import { type Step, steps, years } from './steps.ts';
import { reasons } from './verdict.ts';

/** What came of a command: the entry, or the code of the refusal; and the codes that the model gives. */
export type Taken = {
  readonly command: Command;
  readonly outcome: JournalEntry | string;
  readonly expected: readonly string[];
  /** Of a closed year: the hash of its statement before it was closed. */
  readonly restores: string | undefined;
};

const meetingDays = ['2015-10-06', '2016-10-06', '2017-10-06', '2018-05-10'] as const;

/** A ledger of several years that takes random commands beside the model. */
export class RandomYears {
  readonly ledger: TestLedger = ledgerWith(...funds);
  readonly model = new Model();
  readonly commands: Command[] = [];
  readonly #meetings: readonly string[];

  constructor() {
    this.ledger.run(setTerms('2015-04-01', termsBody(), undefined));
    this.#meetings = meetingDays.map((heldOn) => openMeetingOf(this.ledger, { heldOn }));
  }

  take(step: Step): Taken | undefined {
    const command = step.act === 'approve' ? this.#approval(step) : commandOf(step, this.model);
    if (command === undefined) return undefined;
    this.commands.push(command);
    const expected = reasons(command, this.model);
    const before = command.act === 'close' ? statementOf(this.ledger, command.year).statementHash : '';
    const restores = command.act === 'reopen' ? this.model.year(command.year).closing?.before : undefined;
    const outcome = this.#try(command);
    if (typeof outcome !== 'string') this.#record(command, outcome, before);
    return { command, outcome, expected, restores };
  }

  /** A new award on the agenda of a meeting, which stays open. */
  #approval({ which, other, kind, size, isWild, day }: Step): Command {
    const { model, ledger } = this;
    const open = meetingDays.filter((on) => isWild || !model.isClosedOn(on));
    const on = pick(open, which, meetingDays[3]);
    const grant = kind < 6 ? pick(model.grants, other, undefined) : undefined;
    const fundId = grant?.fundId ?? pick(funds, other, funds[0]).id;
    const named = grant === undefined ? {} : { grantId: grant.id };
    const asked = { fundId, amountRequested: '99999999.00', purposeStatement: 'It serves.', proposedOn: day };
    const awardId = propose(ledger, { ...asked, ...named, title: `=Award ${model.decidedOn.size}` });
    const meetingId = this.#meetings[meetingDays.indexOf(on)] ?? '';
    ledger.run(submitAward(awardId, { meetingId }), coordinator);
    const amount = written(sized(size, leastFrom(model.ofFund(fundId), on, free) / 2n));
    return { act: 'approve', fundId, grantId: grant?.id, awardId, meetingId, amount, on };
  }

  #try(command: Command): JournalEntry | string {
    try {
      return this.ledger.run(decided(command, this.ledger), whoDoes(command));
    } catch (error) {
      if (error instanceof DomainError) return error.refusal.code;
      throw error;
    }
  }

  #record(command: Command, entry: JournalEntry, before: string): void {
    const { model } = this;
    const id = idOf(entry);
    const events = eventsOf(command, id, model);
    model.events.push(...events);
    switch (command.act) {
      case 'agree': {
        const { fundId, year, on: agreedOn, underspend, periodEnd = '' } = command;
        model.grants.push({ id, fundId, year, agreedOn, underspend, periodEnd });
        return;
      }
      case 'approve':
        model.decidedOn.set(command.awardId, command.on);
        return;
      case 'receive':
      case 'spend':
      case 'repay':
      case 'repay-back':
        model.recorded.set(entry.sequence, { on: command.on, events, isReversed: false });
        return;
      case 'reverse': {
        const original = model.recorded.get(command.sequence);
        if (original !== undefined) original.isReversed = true;
        return;
      }
      case 'close': {
        const hash = statementOf(this.ledger, command.year).statementHash;
        model.year(command.year).closing = { by: command.by, events, before, hash };
        return;
      }
      case 'certify': {
        const year = model.year(command.year);
        year.isCertified = true;
        year.versions += 1;
        return;
      }
      case 'reopen': {
        const year = model.year(command.year);
        year.closing = undefined;
        year.isCertified = false;
        return;
      }
      case 'pay':
        return;
    }
  }
}

const whoDoes = (command: Command) => {
  if ('by' in command) return { subject: command.by };
  return command.act === 'approve' ? chair : financeOfficer;
};

/** Random histories of several years, with closings, returns, repayments, certified versions and reopenings. */
export const randomYears = (): fc.Arbitrary<{ readonly ledger: TestLedger; readonly years: readonly string[] }> =>
  steps.map((all) => {
    const random = new RandomYears();
    for (const step of all) random.take(step);
    return { ledger: random.ledger, years };
  });
