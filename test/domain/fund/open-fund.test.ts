import { describe, expect, it } from 'vitest';
import { FundBody } from '../../../domain/fund/fund.ts';
import { openFund } from '../../../domain/fund/open-fund.ts';
import { onlyOne } from '../../../domain/ledger/records.ts';
import { mostFunds } from '../../../domain/partnership/partnership.ts';
import { fundBody, ledgerWith, restrictedFundBody } from '../../builders.ts';
import { TestLedger, today } from '../test-ledger.ts';

describe('opening a fund', () => {
  it('adds it to the partnership, and moves nothing', () => {
    const ledger = ledgerWith();

    const entry = ledger.run(openFund(restrictedFundBody({ note: 'Launched in October.' })));

    expect(entry).toMatchObject({ type: 'fund-opened', effectiveOn: today, postings: [] });
    expect(ledger.get('fund', 'tru-cam')).toEqual({
      ...restrictedFundBody({ note: 'Launched in October.' }),
      openedOn: today,
    });
    expect(ledger.get('partnership', onlyOne).fundIds).toEqual(['partnership-fund', 'tru-cam']);
  });

  it('refuses an id that is taken', () => {
    const refusal = ledgerWith().refusal(openFund(fundBody({ name: 'Another' })));

    expect(refusal).toEqual({ code: 'already-exists', subject: 'fund', id: 'partnership-fund' });
  });

  it('refuses more than a partnership may have', () => {
    const funds = Array.from({ length: mostFunds }, (_, place) => fundBody({ id: `fund-${place}` }));
    const ledger = ledgerWith(...funds);

    expect(ledger.refusal(openFund(fundBody()))).toEqual({ code: 'too-many-funds', most: 30 });
  });

  it('wants a partnership', () => {
    expect(new TestLedger().refusal(openFund(fundBody()))).toMatchObject({ code: 'not-found' });
  });

  it('wants a purpose for a restricted fund', () => {
    const { purpose: _, ...purposeless } = restrictedFundBody();

    expect(FundBody.safeParse(purposeless).error?.issues[0]?.path).toEqual(['purpose']);
  });
});
