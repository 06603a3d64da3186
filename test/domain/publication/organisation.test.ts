import { describe, expect, it } from 'vitest';
import {
  fundingOrganisation,
  recipientOrganisation,
  registrationNumber,
} from '../../../domain/publication/organisation.ts';
import { ledgerWith } from '../../builders.ts';

const partnership = ledgerWith().state.partnership();
const idOf = (name: string): string =>
  recipientOrganisation({ id: 'an-award', recipient: { name, kind: 'vcse' } }, partnership).id.replace(
    '360G-maldon-org:',
    '',
  );

describe('an organisation that is published', () => {
  it.each([
    ['Young Farmers’ Club', 'young-farmers-club'],
    ["YOUNG FARMERS' CLUB", 'young-farmers-club'],
    ['St. Mary & All Saints', 'st-mary-all-saints'],
    ['Café Zürich', 'cafe-zurich'],
    ['漢字', '漢字'],
    ['!!', '21-21'],
    ['💷', '1f4b7'],
  ])('has of the name %s the id %s where no register knows it', (name, id) => {
    expect(idOf(name)).toBe(id);
  });

  it('has another id with each award, and no name, where it may be a person', () => {
    const recipient = { name: 'Jane Smith', kind: 'other' as const };

    expect(['first', 'second'].map((id) => recipientOrganisation({ id, recipient }, partnership))).toEqual([
      { id: '360G-maldon-org:recipient-of-first', name: 'Recipient not named' },
      { id: '360G-maldon-org:recipient-of-second', name: 'Recipient not named' },
    ]);
  });

  it('is the council itself where the council is the recipient', () => {
    const recipient = {
      name: 'Maldon District Council',
      kind: 'responsible-authority' as const,
      authorityId: 'maldon-district-council',
    };

    expect(recipientOrganisation({ id: 'an-award', recipient }, partnership).id).toBe('GB-LAE-MAL');
  });

  it('is the council with the partnership as its department where it pays', () => {
    const { organisationId: _, ...unregistered } = partnership.hostAuthority;

    expect(fundingOrganisation(partnership)).toEqual({
      id: 'GB-LAE-MAL',
      name: 'Maldon District Council',
      department: 'Maldon Community Safety Partnership',
    });
    expect(fundingOrganisation({ ...partnership, hostAuthority: unregistered }).id).toBe(
      '360G-maldon-org:maldon-district-council',
    );
  });

  it.each([
    ['GB-CHC-1070468', '1070468'],
    ['GB-COH-00123456', '00123456'],
    ['GB-SC-SC012345', 'SC012345'],
    ['GB-MPR-IP12345R', 'IP12345R'],
    ['GB-LAE-MAL', ''],
    [undefined, ''],
  ])('has with the id %s the number "%s"', (id, number) => {
    expect(registrationNumber(id)).toBe(number);
  });
});
