import { yearInProse } from '../../../domain/prose-dates.ts';
import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { code, link } from '../page/text.ts';
import { actions, type Block, heading, paragraph } from '../page/view.ts';
import { packPath, statementPath, versionsPath } from './paths.ts';

/** What an audit pack is, and how whoever gets it checks it without this service. */
export const auditPackPage = page({
  path: '/partnerships/{partnershipId}/years/{financialYear}/audit-pack',
  access: 'member',
  get: async ({ api, parameters }) => {
    const { partnershipId, financialYear } = parameters;
    // Of a year that can't be, there is no pack either.
    await api.read('listStatements', parameters, { limit: '1' });
    const year = yearInProse(financialYear);
    return view({
      title: `Audit pack ${year}`,
      back: { href: statementPath(partnershipId, financialYear), text: `Year-end statement ${year}` },
      blocks: [
        paragraph(
          'One ZIP file with everything that an auditor needs to check the figures of the year, and a program that checks them without this service and without a network.',
        ),
        actions({ href: `${packPath(partnershipId, financialYear)}/download`, text: 'Download the audit pack' }),
        paragraph(
          'A long journal takes some minutes to pack. You then see how far it is, and get the file when it is ready.',
        ),
        ...contents,
        ...howToCheck,
        paragraph(
          'Compare what the program prints with what you know from elsewhere: ',
          link(versionsPath(partnershipId, financialYear), `the hashes of certified versions of ${year}`),
          ' with the papers that were signed, and the hash of the journal’s head with one that you noted before. Whoever makes up a whole pack can make up its hashes, too.',
        ),
      ],
    });
  },
});

const contents: readonly Block[] = [
  heading('What is in it'),
  {
    kind: 'summary',
    rows: [
      {
        label: 'journal.jsonl',
        value: 'Every entry of the journal: what was decided, by whom and when, and its debits and credits.',
      },
      { label: 'statement', value: 'The year’s statement as it stands, as JSON, CSV, Excel, PDF and web page.' },
      { label: 'certified', value: 'Every certified version, byte for byte as it was signed.' },
      {
        label: 'verify.mjs',
        value: 'The program that checks the pack: one file of plain JavaScript, to be read before it is run.',
      },
      { label: 'manifest.json', value: 'What the pack is of, and the SHA-256 of every file in it.' },
      { label: 'README.txt', value: 'What each file is, what the program checks, and what it cannot check.' },
    ],
  },
];

const howToCheck: readonly Block[] = [
  heading('How to check it offline'),
  {
    kind: 'list',
    look: 'number',
    items: [
      'Install Node.js, version 18 or later. From here on you need no network.',
      'Unzip the pack into an empty folder.',
      'Open a terminal in that folder.',
      ['Run ', code('node verify.mjs .'), ' with the full stop at the end.'],
      'Read what it says: it tells what it checked and ends with “Everything agrees.”, or it names the first thing that is wrong.',
    ],
  },
];
