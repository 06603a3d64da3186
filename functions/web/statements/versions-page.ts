import { yearInProse } from '../../../domain/prose-dates.ts';
import type { YearEndStatement } from '../../../domain/statement/statement.ts';
import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { paragraph } from '../page/view.ts';
import { statementPath } from './paths.ts';
import { versionBlocks } from './version-blocks.ts';

/** What was certified of a year, who signed it, and what each version changed against the one before. */
export const versionsPage = page({
  path: '/partnerships/{partnershipId}/years/{financialYear}/versions',
  access: 'member',
  get: async ({ api, parameters }) => {
    const { partnershipId, financialYear } = parameters;
    const versions = await api.all('listStatements', parameters);
    const statements: YearEndStatement[] = [];
    // One after the other, since each is a whole statement.
    for (const { version } of versions) {
      statements.push(await api.read('getStatement', parameters, { version: String(version) }));
    }
    const year = yearInProse(financialYear);
    const blocks = versions
      .map((version, at) => versionBlocks(version, statements[at], statements[at - 1]))
      .toReversed();
    return view({
      title: `Certified versions of ${year}`,
      back: { href: statementPath(partnershipId, financialYear), text: `Year-end statement ${year}` },
      blocks:
        versions.length === 0
          ? [paragraph('No statement of this year has been certified yet.')]
          : [
              paragraph(
                'A certified version never changes. Where a year was opened again, the next version says what became different.',
              ),
              ...blocks.flat(),
            ],
    });
  },
});
