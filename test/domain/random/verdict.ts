import { today } from '../test-ledger.ts';
import { type Command, funds } from './commands.ts';
import { type Event, eventsOf, mirrored } from './events.ts';
import type { Model, ModelGrant } from './model.ts';
import { pence, sum } from './pence.ts';
import { yearOf } from './year.ts';

/** Whether the rules of domain.md allow a command. */
export function isAllowed(command: Command, model: Model): boolean {
  return isInOrder(command, model) && isWithinRules(command, model);
}

/** Nothing is dated before the opening balance of its fund. */
function isInOrder(command: Command, model: Model): boolean {
  const [first] = command.act === 'reverse' || command.act === 'open' ? [] : eventsOf(command, '', model);
  const moves = eventsOf(command, '', model).some(({ amount }) => amount !== 0n);
  return first === undefined || !moves || first.on >= (model.openedOn(first.fundId) ?? '');
}

function isWithinRules(command: Command, model: Model): boolean {
  const grant = 'grantId' in command && command.grantId !== undefined ? model.grants.get(command.grantId) : undefined;
  const stands = grant !== undefined && !grant.isReversed;
  switch (command.act) {
    case 'agree':
      return command.nature === undefined && pence(command.topSlice ?? '0') <= pence(command.gross);
    case 'receive':
      return stands && pence(command.amount) <= model.lowestReceivable(grant, command.on) && isFree(command, model);
    case 'top-slice':
      return stands && pence(command.amount) <= model.lowestReceivable(grant, command.on);
    case 'vary':
      return (
        stands &&
        pence(command.gross) - grant.topSliced >= grant.received &&
        isCutCovered(command, grant, model) &&
        command.on >= (grant.variations.at(-1)?.on ?? '')
      );
    case 'meet-condition':
      return stands && isUnmet(grant, command.number);
    case 'spend':
      return maySpend(command, grant, model);
    case 'open':
      return !model.opened.has(command.fundId) && isUntouched(command, model);
    case 'receive-owed':
      return pence(command.amount) <= model.open(command.fundId, 'receivable', command.on) && isFree(command, model);
    case 'repay-owing':
      return pence(command.amount) <= model.open(command.fundId, 'repayable', command.on);
    case 'repay':
      // Nothing was returned, so nothing is owed.
      return false;
    case 'note-shared-fund':
      return true;
    case 'reverse':
      return mayReverse(command, model);
  }
}

const isUnmet = ({ conditions }: ModelGrant, number: number): boolean =>
  number >= 1 && number <= conditions.length && conditions[number - 1] === undefined;

function isFree(command: Command & { act: 'receive' | 'receive-owed' }, { references }: Model): boolean {
  const { bankReference, bankTotal, amount } = command;
  const used = references.get(bankReference.trim().toUpperCase()) ?? [];
  if (bankTotal === undefined) return used.length === 0;
  const together = sum(used.map((one) => one.amount)) + pence(amount);
  return used.every(({ total }) => total === bankTotal) && together <= pence(bankTotal);
}

function maySpend(command: Command & { act: 'spend' }, grant: ModelGrant | undefined, model: Model): boolean {
  const { fundId, grantId, on, hasPurpose } = command;
  const isRestricted = funds.find(({ id }) => id === fundId)?.restriction === 'restricted';
  const amount = pence(command.amount);
  if (isRestricted && !hasPurpose) return false;
  if (amount > model.lowest(fundId, on)) return false;
  if (grantId === undefined) return true;
  return grant?.isReversed === false && grant.fundId === fundId && amount <= model.lowest(fundId, on, grantId);
}

function isCutCovered(command: Command & { act: 'vary' }, grant: ModelGrant, model: Model): boolean {
  const change = pence(command.gross) - grant.gross;
  return change >= 0n || model.receivable(grant, command.on).every((left) => left + change >= 0n);
}

/**
 * No figure of any year, of the fund or a grant of it, is other than nothing; for an opening balance that is entered
 * afresh, none of an earlier year.
 */
function isUntouched({ fundId, on: day }: Command & { act: 'open' }, model: Model): boolean {
  const isAfresh = model.wasOpened(fundId);
  const own = model.events.filter((event) => event.fundId === fundId && (!isAfresh || yearOf(event.on) < yearOf(day)));
  const groups = Map.groupBy(own, ({ on, grantId, figure }) => `${yearOf(on)} ${grantId} ${figure}`);
  return [...groups.values()].every((group) => sum(group.map(({ amount }) => amount)) === 0n);
}

function mayReverse(command: Command & { act: 'reverse' }, model: Model): boolean {
  const original = model.recorded.get(command.sequence);
  if (original === undefined || original.command.act === 'reverse' || model.reversed.has(command.sequence))
    return false;
  if (original.on <= today && command.on < original.on) return false;
  if (original.command.act === 'open' && command.on !== original.on) return false;
  return nothingRestsOn(command.sequence, original, model) && isCovered(mirrored(command, model), model);
}

function nothingRestsOn(sequence: number, { command, id }: { command: Command; id: string }, model: Model): boolean {
  const grant = model.grants.get('grantId' in command && command.grantId !== undefined ? command.grantId : id);
  if (command.act === 'agree' && grant !== undefined) {
    return grant.received === 0n && grant.laterTopSlices === 0 && grant.variations.length === 0;
  }
  if (command.act === 'vary' && grant !== undefined) {
    const last = grant.variations.at(-1);
    return last?.sequence === sequence && last.before - grant.topSliced >= grant.received && !grant.isReversed;
  }
  if (command.act === 'open') return !hasSettlements(command.fundId, model);
  return true;
}

const hasSettlements = (fundId: string, { recorded, reversed }: Model): boolean =>
  [...recorded].some(
    ([sequence, { command }]) =>
      (command.act === 'receive-owed' || command.act === 'repay-owing') &&
      command.fundId === fundId &&
      !reversed.has(sequence),
  );

/** No year ends with less than nothing, or with less of it than before, in the fund or in a grant that it takes from. */
function isCovered(taken: readonly Event[], model: Model): boolean {
  const after = [...model.events, ...taken];
  return (
    taken.every(({ fundId, grantId }) =>
      [undefined, grantId].every((grant) =>
        model.yearsFrom(fundId, taken[0]?.on ?? '', after).every((year) => {
          const left = model.free(fundId, year, grant, after);
          return left >= 0n || left >= model.free(fundId, year, grant);
        }),
      ),
    ) && isStillReceivable(taken, model)
  );
}

function isStillReceivable(taken: readonly Event[], model: Model): boolean {
  const day = taken[0]?.on ?? '';
  return [...new Set(taken.map(({ grantId }) => grantId))].every((grantId) => {
    if (grantId === undefined) return true;
    const at = (events: readonly Event[], year: string): bigint =>
      sum(
        events
          .filter((one) => one.grantId === grantId && one.figure === 'receivable' && yearOf(one.on) <= year)
          .map(({ amount }) => amount),
      );
    const after = [...model.events, ...taken];
    const own = after.filter((event) => event.grantId === grantId);
    return model
      .yearsFrom('', day, own)
      .every((year) => at(after, year) >= 0n || at(after, year) >= at(model.events, year));
  });
}
