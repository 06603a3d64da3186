import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Minutes } from '../../../../functions/web/minutes/minutes.ts';
import { minutesPdf } from '../../../../functions/web/minutes/minutes-pdf.ts';
import { minutesText } from '../../../../functions/web/minutes/minutes-text.ts';
import { startTables, type TestTables } from '../../../api.ts';
import { partnershipCalls } from '../../../partnership.ts';
import { checkedApiOver } from '../../checked-api.ts';
import { poppler, without } from '../../formats/tools.ts';
import { loadMaldon } from '../../loaded-example.ts';
import { readMinutes } from './read-minutes.ts';

const expected = `Maldon Community Safety Partnership
Responsible Authorities Group
Minutes of 6 October 2017
Draft

Meeting

Held on: 6 October 2017
Presiding: Chair, Maldon
Quorum: The quorum is three authorities; four were present, so the meeting was
    quorate.

Present

Maldon District Council: Representative of Maldon District Council
Essex County Council: Representative of Essex County Council
Essex Police: Representative of Essex Police
Mid Essex Clinical Commissioning Group: Representative of Mid Essex Clinical
    Commissioning Group

Interests

No interests were declared.

9.1 Anti-social behaviour awareness training for social landlords

Recipient: Training provider
Fund: Partnership fund
Requested: £600.00
Priorities: Reducing crime, fear of crime and anti-social behaviour
Decision: Approved £600.00, as requested

9.2 Public Space Protection Order signage

Recipient: Maldon District Council
Fund: Partnership fund
Requested: £850.00
Priorities: Reducing crime, fear of crime and anti-social behaviour
Decision: Approved £850.00, as requested

9.3 Just Play football initiative (extend to Burnham-on-Crouch)

Recipient: Community football organiser
Fund: Partnership fund
Requested: £1,200.00
Priorities: Reducing crime, fear of crime and anti-social behaviour; Tackling
    rural crime and strengthening communities
Decision: Approved £1,200.00, as requested

9.4 CCTV contribution for a pilot to enable Maldon CCTV to be remotely monitored

Recipient: Maldon District Council
Fund: Partnership fund
Requested: £2,500.00
Priorities: Reducing crime, fear of crime and anti-social behaviour; Protecting
    and supporting vulnerable people and victims of crime
Decision: Approved £2,000.00 of £2,500.00 requested

9.5 J9 domestic abuse awareness

Recipient: Domestic abuse charity
Fund: Partnership fund
Requested: £450.00
Priorities: Protecting and supporting vulnerable people and victims of crime
Decision: Approved £450.00, as requested

9.6 Vulnerability awareness training for young people

Recipient: Training provider
Fund: Partnership fund
Requested: £1,400.00
Priorities: Protecting and supporting vulnerable people and victims of crime;
    Reduction in harm caused by alcohol and substance misuse
Decision: Approved £1,400.00, as requested

Notes

The meeting: Report to Overview and Scrutiny Committee, 8 November 2017,
    paragraph 3.4.9. Illustrative: the report gives no attendance.
Items 9.1, 9.2, 9.3, 9.4, 9.5 and 9.6: Report to Overview and Scrutiny
    Committee, 8 November 2017, paragraph 3.4.9. Illustrative: the report names
    the initiative and the meeting; it gives no amount, recipient, priority,
    minute or payment.

Confirmation of the minutes

These minutes are a draft until a later meeting confirms them as a correct
record.

Signed:
Name:
Date:
`;

describe('the minutes of the worked example’s meeting of 6 October 2017', () => {
  let tables: TestTables;
  let minutes: Minutes;
  beforeAll(async () => {
    tables = await startTables();
    const api = checkedApiOver(tables);
    await loadMaldon(api);
    const { get } = partnershipCalls(api);
    const { body } = await get('/meetings');
    const { id } = body.items.find(({ heldOn }: { heldOn: string }) => heldOn === '2017-10-06');
    minutes = await readMinutes(get, id);
  });
  afterAll(() => tables.stop());

  it('are text to be pasted', () => {
    expect(minutesText(minutes)).toBe(expected);
  });

  it('have the same bytes each time they are a PDF', async () => {
    const [first, again] = [await minutesPdf(minutes), await minutesPdf(minutes)];

    expect(again.equals(first)).toBe(true);
    expect(first.toString('utf8')).toContain('Minutes of 6 October 2017, Maldon Community Safety Partnership');
  });

  const { isSkipped, why } = without('pdftotext', 'pdfinfo');
  describe.skipIf(isSkipped)(`as a PDF${why}`, () => {
    it('say what the text says', async () => {
      const text = await poppler('pdftotext', await minutesPdf(minutes), '-layout');

      // Tables and lists set what the text joins by colons.
      const words = expected.replaceAll(': ', ' ').replaceAll(':\n', '\n').split(/\s+/);
      const printed = text.replaceAll(/\s+/g, '');
      expect(words.filter((word) => !printed.includes(word))).toEqual([]);
    });

    it('have the standing and the page on every page, and no hash', async () => {
      const pages = (await poppler('pdftotext', await minutesPdf(minutes), '-layout')).split('\f').slice(0, -1);

      expect(pages).toHaveLength(2);
      for (const [place, page] of pages.entries()) {
        expect(page).toContain('Maldon Community Safety Partnership · Minutes of 6 October 2017 · Draft');
        expect(page).toContain(`Page ${place + 1} of 2`);
        expect(page).not.toContain('hash');
      }
    });

    it('are tagged, with a heading for each item', async () => {
      const bytes = await minutesPdf(minutes);

      expect(await poppler('pdfinfo', bytes)).toMatch(/Tagged: +yes/);
      expect(await poppler('pdfinfo', bytes, '-struct-text')).toMatch(/H2[^\n]*\n +"9\.5 J9 domestic abuse awareness"/);
    });
  });
});
