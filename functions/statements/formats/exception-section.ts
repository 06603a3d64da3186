import type { Money } from '../../../domain/money.ts';
import type { StatementException } from '../../../domain/statement/exceptions.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import type { Names } from './names.ts';
import { code, data, date, type Field, integer, money, type Section, table, text } from './section.ts';

/** What breaks a rule, or is left open by the rules. */
export const exceptionSection = ({ exceptions }: YearEndStatement, names: Names): Section =>
  table({ id: 'exceptions', title: 'Exceptions', none: 'There are no exceptions.' }, fields(names), exceptions);

const fields = (names: Names): readonly Field<StatementException>[] => [
  code('code', 'Exception', (e) => e.code),
  text('fundId', 'Fund id', (e) => ('fundId' in e ? e.fundId : null), data),
  text('fund', 'Fund', (e) => ('fundId' in e ? names.fund(e.fundId) : null), data),
  text('grantId', 'Grant id', (e) => ('grantId' in e ? e.grantId : null), data),
  text('grant', 'Grant', (e) => ('grantId' in e ? names.grant(e.grantId) : null), data),
  text('awardId', 'Award id', (e) => ('awardId' in e ? e.awardId : null), data),
  text('award', 'Award', (e) => ('awardId' in e ? names.award(e.awardId) : null), data),
  integer('condition', 'Condition', (e) => ('condition' in e ? e.condition : null), data),
  text('detail', 'Detail', (e) => e.detail),
  date('dueOn', 'Due on', (e) => ('dueOn' in e ? e.dueOn : null), data),
  money('stated', 'Stated', (e) => ('stated' in e ? e.stated : null), data),
  money('computed', 'Computed', (e) => ('computed' in e ? e.computed : null), data),
  money('amount', 'Amount', amountOf),
];

/** The figure that the exception is about. */
function amountOf(exception: StatementException): Money {
  switch (exception.code) {
    case 'over-committed':
      return exception.uncommitted;
    case 'condition-unmet':
      return exception.unspent;
    case 'stated-total-differs':
      return exception.difference;
    case 'unratified':
    case 'ratification-refused-paid':
    case 'overpaid-to-funder':
      return exception.amount;
  }
}
