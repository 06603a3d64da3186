import { describe, expect, it } from 'vitest';
import { Money } from '../../../../domain/money.ts';
import type { Minutes } from '../../../../functions/web/minutes/minutes.ts';
import { minutesPdf } from '../../../../functions/web/minutes/minutes-pdf.ts';
import { minutesText } from '../../../../functions/web/minutes/minutes-text.ts';
import { poppler, without } from '../../formats/tools.ts';

const item = (fields: Partial<Minutes['items'][number]> = {}): Minutes['items'][number] => ({
  kind: 'proposal',
  reference: '9.1',
  title: 'Just Play football initiative',
  recipient: 'Community football organiser',
  fund: 'Partnership fund',
  requested: Money.parse('1200.00'),
  priorities: ['Tackling rural crime'],
  decision: 'Approved £1,200.00, as requested',
  ...fields,
});

const minutes = (fields: Partial<Minutes> = {}): Minutes => ({
  title: 'Responsible Authorities Group',
  partnership: 'Maldon Community Safety Partnership',
  heldOn: '2017-10-06',
  presiding: 'Chair',
  present: [{ authority: 'Essex Police', people: 'A police officer' }],
  quorum: 'The quorum is one authority; one was present, so the meeting was quorate.',
  interests: [],
  items: [item()],
  ratifications: [],
  notes: [],
  ...fields,
});

const hostile = {
  title: `קרן 👨‍👩‍👧‍👦 <script>${'W'.repeat(160)}`,
  decision: `Approved £1.00 of £1,200.00 requested, subject to: ${'a report, '.repeat(400)}and no more`,
};

describe('minutes as a PDF', () => {
  it('tell those who listen what the fonts can’t draw, in a title too', async () => {
    const bytes = await minutesPdf(minutes({ items: [item({ title: hostile.title })] }));

    const said = Buffer.from(`\ufeff9.1 ${hostile.title}`, 'utf16le').swap16().toString('latin1');
    expect(bytes.toString('latin1')).toContain(said.slice(0, 18));
  });

  const { isSkipped, why } = without('pdftotext', 'pdfinfo');
  describe.skipIf(isSkipped)(`read back${why}`, () => {
    it('lose nothing of what is long', async () => {
      const all = minutes({ items: [item(hostile), item()], venue: 'Council offices' });

      const text = await poppler('pdftotext', await minutesPdf(all), '-layout');

      const flat = text.replaceAll(/\s+/g, '');
      expect(flat.match(/areport,/g)).toHaveLength(400);
      expect(flat).toContain('W'.repeat(160));
      expect(flat).toContain('VenueCounciloffices');
    });

    it('say how they stand once they are confirmed', async () => {
      const confirmed = minutes({
        confirmedAt: 'the meeting of 8 December 2017',
        ratifications: [item({ reference: '4' })],
      });

      const text = await poppler('pdftotext', await minutesPdf(confirmed), '-layout');

      expect(text).toContain('· Minutes of 6 October 2017 · Confirmed at the meeting of 8 December 2017');
      expect(text).toContain('Confirmed at the meeting of 8 December 2017 as a correct record.');
      expect(text).toContain('4 Just Play football initiative');
      expect(text).not.toMatch(/draft/i);
    });

    it('are one page where little happened', async () => {
      const quiet = await minutesPdf(minutes({ items: [], present: [] }));

      const text = await poppler('pdftotext', quiet, '-layout');
      expect(text).toContain('There were no items.');
      expect(text).toContain('No attendance is recorded.');
      expect(text).toContain('Page 1 of 1');
    });
  });

  it('and as text are the same to the word, whatever people wrote', () => {
    const text = minutesText(minutes({ items: [item(hostile)] }));

    expect(text.match(/a\s+report,/g)).toHaveLength(400);
    expect(text).toContain('W'.repeat(160));
  });
});
