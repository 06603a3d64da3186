import { yearInProse } from '../../../domain/prose-dates.ts';
import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { link, type Text } from '../page/text.ts';
import type { Row } from '../page/view.ts';
import { readYears, withoutGaps } from '../page/years.ts';
import { memberUpdatePath, openDataPath, packPath, statementPath, versionsPath } from './paths.ts';
import { statusTag } from './status-tag.ts';

/** The years of the books, and where the statement of each stands. */
export const statementListPage = page({
  path: '/partnerships/{partnershipId}/statements',
  access: 'member',
  get: async ({ api, parameters: { partnershipId } }) => {
    const years = withoutGaps(await readYears(api, partnershipId));
    const rows = years.toReversed().map(({ financialYear, status, versions }): Row => {
      const year = yearInProse(financialYear);
      return [
        link(statementPath(partnershipId, financialYear), `Statement ${year}`),
        statusTag(status),
        certified(
          versions,
          link(versionsPath(partnershipId, financialYear), String(versions), `certified, of ${year}`),
        ),
        link(packPath(partnershipId, financialYear), 'Audit pack', year),
      ];
    });
    return view({
      title: 'Statements',
      blocks: [
        {
          kind: 'table',
          caption: 'Every year, the latest first',
          isCaptionHidden: true,
          columns: [{ label: 'Year' }, { label: 'Status' }, { label: 'Certified versions' }, { label: 'To take away' }],
          rows,
          empty: 'There are no years yet.',
        },
        { kind: 'heading', text: 'For others' },
        {
          kind: 'list',
          look: 'plain',
          items: [
            link(
              openDataPath(partnershipId),
              'Open data: awards in the 360Giving form, and the Transparency Code list',
            ),
            link(memberUpdatePath(partnershipId), 'Report to members: the funding section for a scrutiny committee'),
          ],
        },
      ],
    });
  },
});

const certified = (versions: number, shown: Text): Text => (versions === 0 ? 'None' : shown);
