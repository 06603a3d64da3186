import { describe, expect, it } from 'vitest';
import { AwardBody } from '../../../domain/award/award.ts';
import { proposeAward } from '../../../domain/award/propose-award.ts';
import { awardBody, coordinator, nameOfficers, propose } from '../../award-builders.ts';
import { agree, fundBody, ledgerWith, restrictedFundBody, reverse } from '../../builders.ts';
import { asJson, idOf, TestLedger, today, unknownId } from '../test-ledger.ts';

const setUp = () => {
  const capital = fundBody({ id: 'equipment', name: 'Equipment', nature: 'capital' });
  const ledger = ledgerWith(fundBody(), restrictedFundBody(), capital);
  nameOfficers(ledger);
  const refusal = (fields: Parameters<typeof awardBody>[0]) => ledger.refusal(proposeAward(awardBody(fields)));
  return { ledger, refusal };
};

describe('putting an initiative forward', () => {
  it('makes a draft, which moves and reserves nothing', () => {
    const { ledger } = setUp();

    const entry = ledger.run(proposeAward(awardBody({ note: 'From the hub.' })), coordinator);

    expect(entry).toMatchObject({ type: 'award-proposed', effectiveOn: today, postings: [] });
    expect(asJson(ledger.get('award', idOf(entry)))).toEqual({
      id: idOf(entry),
      title: 'Just Play football initiative',
      fundId: 'partnership-fund',
      recipient: { name: 'Community football organiser', kind: 'vcse' },
      amountRequested: '400.00',
      purpose: 'Extend to Burnham-on-Crouch',
      priorities: [],
      nature: 'revenue',
      proposedOn: today,
      note: 'From the hub.',
      status: 'draft',
      relatedAwardIds: [],
      proposers: [coordinator.subject],
      deciders: [],
      handlers: [],
      meetingIds: [],
      interests: [],
      approvals: [],
      paidAmount: '0.00',
      refundedAmount: '0.00',
      releasedAmount: '0.00',
    });
  });

  it('counts on the day on which it was put forward, where that is said', () => {
    const { ledger } = setUp();

    const entry = ledger.run(proposeAward(awardBody({ proposedOn: '2017-09-20' })), coordinator);

    expect(entry).toMatchObject({ effectiveOn: '2017-09-20', facts: { proposedOn: '2017-09-20' } });
  });

  it('needs no amount', () => {
    const { ledger } = setUp();
    const { amountRequested: _, ...body } = awardBody();

    const entry = ledger.run(proposeAward(body), coordinator);

    expect(ledger.get('award', idOf(entry))).not.toHaveProperty('amountRequested');
  });

  it('names priorities, which its meeting’s year is to have', () => {
    const { ledger } = setUp();

    const awardId = propose(ledger, { priorities: ['road-safety'] });

    expect(ledger.get('award', awardId).priorities).toEqual(['road-safety']);
  });

  it('names an authority of the partnership, where the recipient is one', () => {
    const { ledger, refusal } = setUp();
    const police = { name: 'Essex Police', kind: 'responsible-authority', authorityId: 'essex-police' } as const;

    expect(ledger.get('award', propose(ledger, { recipient: police })).recipient).toEqual(police);
    expect(refusal({ recipient: { ...police, authorityId: 'essex-fire' } })).toEqual({
      code: 'not-found',
      subject: 'responsible authority',
      id: 'essex-fire',
    });
  });

  it('finds no partnership, fund, grant or award that is not there', () => {
    const { refusal } = setUp();

    const refusals = [
      new TestLedger().refusal(proposeAward(awardBody())),
      refusal({ fundId: 'nowhere' }),
      refusal({ grantId: unknownId }),
      refusal({ relatedAwardId: unknownId }),
    ];

    expect(refusals).toMatchObject([
      { code: 'not-found', subject: 'partnership' },
      { code: 'not-found', subject: 'fund', id: 'nowhere' },
      { code: 'not-found', subject: 'grant', id: unknownId },
      { code: 'not-found', subject: 'award', id: unknownId },
    ]);
  });
});

describe('the fund that is to pay', () => {
  it('has the nature of the award', () => {
    const { ledger, refusal } = setUp();

    expect(ledger.get('award', propose(ledger, { fundId: 'equipment' })).nature).toBe('capital');
    expect(refusal({ nature: 'capital' })).toEqual({
      code: 'nature-mismatch',
      of: 'award',
      nature: 'capital',
      fundNature: 'revenue',
    });
  });

  it('where it is restricted, wants to know how the award serves its purpose', () => {
    const { ledger, refusal } = setUp();

    const awardId = propose(ledger, { fundId: 'tru-cam', purposeStatement: 'Speed checks.' });

    expect(ledger.get('award', awardId).purposeStatement).toBe('Speed checks.');
    expect(refusal({ fundId: 'tru-cam' })).toEqual({ code: 'purpose-required', fund: 'Tru-Cam pilot' });
  });
});

describe('the grant that is to pay', () => {
  it('is one of the fund’s, and stands', () => {
    const { ledger, refusal } = setUp();
    const grantId = agree(ledger);
    const other = agree(ledger, { fundId: 'tru-cam', reference: 'OTHER' });

    expect(ledger.get('award', propose(ledger, { grantId })).grantId).toBe(grantId);
    expect(refusal({ grantId: other })).toMatchObject({
      code: 'not-found',
      subject: 'grant of the fund partnership-fund',
    });
  });

  it('was not reversed', () => {
    const { ledger, refusal } = setUp();
    const grantId = agree(ledger);
    const agreed = ledger.entries.at(-1) ?? expect.unreachable();
    reverse(ledger, agreed, '2017-04-03');

    expect(refusal({ grantId })).toMatchObject({ code: 'already-reversed' });
  });
});

describe('awards that pay for the same thing from two funds', () => {
  it('name each other', () => {
    const { ledger } = setUp();
    const first = propose(ledger);

    const second = propose(ledger, { fundId: 'equipment', relatedAwardId: first });

    expect(ledger.get('award', first).relatedAwardIds).toEqual([second]);
    expect(ledger.get('award', second).relatedAwardIds).toEqual([first]);
  });

  it('are at most fifty and one', () => {
    const { ledger, refusal } = setUp();
    const relatedAwardId = propose(ledger);
    for (let count = 0; count < 50; count += 1) propose(ledger, { relatedAwardId });

    expect(refusal({ relatedAwardId })).toEqual({ code: 'too-many', what: 'related awards', most: 50 });
  });
});

describe('what is put forward', () => {
  const authority = { name: 'Essex Police', kind: 'responsible-authority' } as const;

  it.each([
    ['nothing', { amountRequested: '0.00' }],
    ['an amount with a third decimal', { amountRequested: '1.005' }],
    ['an authority without its id', { recipient: authority }],
    ['an authority’s id for somebody else', { recipient: { ...authority, kind: 'vcse', authorityId: 'essex-police' } }],
    ['an organisation id that is none', { recipient: { name: 'Club', kind: 'vcse', organisationId: '123' } }],
    ['one priority twice', { priorities: ['drugs', 'drugs'] }],
    ['a day to come', { proposedOn: '2018-07-01' }],
    ['a period that ends before it starts', { period: { start: '2018-01-01', end: '2017-12-31' } }],
    ['a status', { status: 'approved' }],
  ])('is not %s', (_, fields) => {
    expect(AwardBody({ today }).safeParse({ ...asJson<object>(awardBody()), ...fields }).success).toBe(false);
  });

  it('may be for a charity, over a period', () => {
    const recipient = { name: 'Club', kind: 'vcse', organisationId: 'GB-CHC-1234567' };
    const period = { start: '2017-10-01', end: '2018-09-30' };

    const read = AwardBody({ today }).safeParse({ ...asJson<object>(awardBody()), recipient, period });

    expect(read.data).toMatchObject({ recipient, period });
  });
});
