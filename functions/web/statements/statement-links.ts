import { yearInProse } from '../../../domain/prose-dates.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { yearPath } from '../page/paths.ts';
import { link } from '../page/text.ts';
import type { Block } from '../page/view.ts';
import type { Asked } from './asked-statement.ts';
import { downloadText } from './download-text.ts';
import { packPath, statementPath, versionsPath } from './paths.ts';

/** The same statement as files, and where to go on from here. */
export function statementLinks({ partnershipId, financialYear }: YearEndStatement, asked: Asked): Block[] {
  const year = yearInProse(financialYear);
  const now = link(statementPath(partnershipId, financialYear), 'The statement as it stands now');
  return [
    { kind: 'paragraph', text: ['Download: ', ...downloadText(partnershipId, financialYear, asked)] },
    {
      kind: 'list',
      look: 'plain',
      items: [
        ...(Object.keys(asked).length > 0 ? [now] : []),
        link(
          versionsPath(partnershipId, financialYear),
          `Certified versions of ${year}, and what changed between them`,
        ),
        link(
          `${yearPath(partnershipId, financialYear)}/closing-checklist`,
          `Year end of ${year}: what is to be done, closing and certifying`,
        ),
        link(packPath(partnershipId, financialYear), `Audit pack of ${year}, to check without this service`),
      ],
    },
  ];
}
