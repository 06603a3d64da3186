import { describe, expect, it } from 'vitest';
import { FunderBody } from '../../../domain/funder/funder.ts';
import { onlyOne } from '../../../domain/ledger/records.ts';
import { PartnershipBody } from '../../../domain/partnership/partnership.ts';
import { PrioritiesBody } from '../../../domain/partnership/priorities.ts';
import { createPartnership, nameFunder, setPriorities, setTerms } from '../../../domain/partnership/set-up.ts';
import { TermsBody } from '../../../domain/partnership/terms-of-reference.ts';
import { scheduleOn } from '../../award-builders.ts';
import { essexPcc, ledgerWith, partnershipBody } from '../../builders.ts';
import { asJson, TestLedger, today, unknownId } from '../test-ledger.ts';

const termsBody = TermsBody.parse({ quorum: 3, chairsActionLimit: '500', ratificationDays: 120 });
const prioritiesBody = PrioritiesBody.parse({ items: [{ id: 'road-safety', name: 'Promoting road safety' }] });
const funderBody = FunderBody.parse({ names: [{ name: essexPcc.name }] });

describe('creating a partnership', () => {
  it('is the first entry of its journal, and moves nothing', () => {
    const ledger = new TestLedger();

    const entry = ledger.run(createPartnership(partnershipBody()));

    expect(entry).toMatchObject({ type: 'partnership-created', sequence: 1, effectiveOn: today, postings: [] });
    expect(ledger.get('partnership', onlyOne)).toMatchObject({ id: 'maldon', fundIds: [] });
  });

  it('starts the terms of reference with its quorum, from the Act on', () => {
    const ledger = ledgerWith();

    expect(ledger.get('terms', '1998-07-31')).toEqual({ quorum: 3, effectiveFrom: '1998-07-31', revision: 1 });
  });

  it('is done once', () => {
    const refusal = ledgerWith().refusal(createPartnership(partnershipBody({ name: 'Another' })));

    expect(refusal).toEqual({ code: 'already-exists', subject: 'partnership', id: 'maldon' });
  });

  it.each([
    ['the reserved id', { id: 'platform' }],
    ['a quorum beyond the authorities there are', { quorum: 4 }],
    ['no authority', { responsibleAuthorities: [] }],
    ['the same authority twice', { quorum: 1, responsibleAuthorities: [essexPcc, essexPcc] }],
    ['an organisation id that is none', { hostAuthority: { id: 'a', name: 'A', organisationId: 'MAL' } }],
    ['a misspelt field', { hostAuthorities: [] }],
  ])('refuses %s', (_, fields) => {
    expect(PartnershipBody.safeParse({ ...partnershipBody(), ...fields }).success).toBe(false);
  });
});

describe('setting up before there is a partnership', () => {
  it.each([
    ['terms', setTerms('2016-04-01', termsBody, undefined)],
    ['priorities', setPriorities('2017-18', prioritiesBody, undefined)],
    ['a funder', nameFunder('essex-pcc', funderBody, undefined)],
  ])('finds no place for %s', (_, decide) => {
    expect(new TestLedger().refusal(decide)).toMatchObject({ code: 'not-found', subject: 'partnership' });
  });
});

describe('setting terms of reference', () => {
  it('makes them count from their date', () => {
    const ledger = ledgerWith();

    const entry = ledger.run(setTerms('2016-04-01', termsBody, undefined));

    expect(entry).toMatchObject({
      type: 'terms-set',
      effectiveOn: '2016-04-01',
      financialYear: '2016-17',
      postings: [],
    });
    expect(asJson(ledger.get('terms', '2016-04-01'))).toMatchObject({ chairsActionLimit: '500.00', revision: 3 });
  });

  it('replaces terms of the same date for who has read them', () => {
    const ledger = ledgerWith();
    ledger.run(setTerms('2016-04-01', termsBody, undefined));

    ledger.run(setTerms('2016-04-01', { ...termsBody, quorum: 2 }, 3));

    expect(ledger.get('terms', '2016-04-01')).toMatchObject({ quorum: 2, revision: 4 });
    expect(ledger.refusal(setTerms('2016-04-01', termsBody, undefined))).toEqual({ code: 'revision-required' });
    expect(ledger.refusal(setTerms('2016-04-01', termsBody, 3))).toEqual({ code: 'revision-mismatch' });
  });

  it('refuses a quorum that there are too few authorities for', () => {
    const refusal = ledgerWith().refusal(setTerms('2016-04-01', { ...termsBody, quorum: 4 }, undefined));

    expect(refusal).toEqual({ code: 'quorum-out-of-reach', quorum: 4, authorities: 3 });
  });

  it('wants a chair and a vice-chair who are two people', () => {
    const [chair, viceChair] = [
      { subject: 'a', name: 'Chair' },
      { subject: 'b', name: 'Vice-chair' },
    ];

    expect(TermsBody.safeParse({ quorum: 3, chair, viceChair }).success).toBe(true);
    expect(TermsBody.safeParse({ quorum: 3, viceChair }).success).toBe(true);
    expect(TermsBody.safeParse({ quorum: 3, chair, viceChair: { ...viceChair, subject: 'a' } }).success).toBe(false);
  });
});

describe('setting the priorities of a year', () => {
  it('keeps them by year', () => {
    const ledger = ledgerWith();

    const entry = ledger.run(setPriorities('2017-18', prioritiesBody, undefined));

    expect(entry).toMatchObject({ type: 'priorities-set', effectiveOn: '2018-03-31', postings: [] });
    expect(ledger.get('priorities', '2017-18')).toEqual({ ...prioritiesBody, financialYear: '2017-18', revision: 3 });
  });

  it('replaces what is there only for who has read it', () => {
    const ledger = ledgerWith();
    ledger.run(setPriorities('2017-18', prioritiesBody, undefined));

    const blind = ledger.refusal(setPriorities('2017-18', prioritiesBody, undefined));

    expect(blind).toEqual({ code: 'revision-required' });
    expect(ledger.run(setPriorities('2017-18', prioritiesBody, '*')).sequence).toBe(4);
  });

  it.each([
    ['2017-18', '2018-03-31'],
    ['2018-19', today],
    ['2019-20', '2019-04-01'],
  ])('counts in its year: %s on %s', (year, effectiveOn) => {
    expect(ledgerWith().run(setPriorities(year, prioritiesBody, undefined))).toMatchObject({
      effectiveOn,
      financialYear: year,
    });
  });

  it('replaces nothing for who has read something older', () => {
    const ledger = ledgerWith();
    ledger.run(setPriorities('2017-18', prioritiesBody, undefined));

    expect(ledger.refusal(setPriorities('2017-18', prioritiesBody, 2))).toEqual({ code: 'revision-mismatch' });
    expect(ledger.run(setPriorities('2017-18', prioritiesBody, 3)).sequence).toBe(4);
  });

  it('wants to know what was read before it looks for a meeting', () => {
    const ledger = ledgerWith();
    ledger.run(setPriorities('2017-18', prioritiesBody, undefined));
    const body = { ...prioritiesBody, adoptedAtMeetingId: unknownId };

    expect(ledger.refusal(setPriorities('2017-18', body, undefined))).toEqual({ code: 'revision-required' });
  });

  it('may say at which meeting they were adopted', () => {
    const ledger = ledgerWith();
    const adoptedAtMeetingId = scheduleOn(ledger, '2017-03-17');

    ledger.run(setPriorities('2017-18', { ...prioritiesBody, adoptedAtMeetingId }, undefined));

    expect(ledger.get('priorities', '2017-18')).toMatchObject({ adoptedAtMeetingId });
  });

  it('finds no meeting that is not there', () => {
    const body = { ...prioritiesBody, adoptedAtMeetingId: unknownId };

    expect(ledgerWith().refusal(setPriorities('2017-18', body, undefined))).toMatchObject({ subject: 'meeting' });
  });

  it('names each priority once', () => {
    const [item] = prioritiesBody.items;

    expect(PrioritiesBody.safeParse({ items: [item, item] }).success).toBe(false);
  });
});

describe('naming a funder', () => {
  it('makes it, and later renames it under its id', () => {
    const ledger = ledgerWith();
    ledger.run(nameFunder('essex-pcc', funderBody, undefined));
    const renamed = FunderBody.parse({
      names: [
        { name: essexPcc.name, until: '2017-09-30' },
        { name: 'Police, Fire and Crime Commissioner for Essex', from: '2017-10-01' },
      ],
    });

    ledger.run(nameFunder('essex-pcc', renamed, 3));

    expect(ledger.get('funder', 'essex-pcc')).toEqual({ ...renamed, id: 'essex-pcc', revision: 4 });
    expect(ledger.refusal(nameFunder('essex-pcc', funderBody, 3))).toEqual({ code: 'revision-mismatch' });
  });
});
