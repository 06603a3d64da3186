import { yearInProse } from '../../../domain/prose-dates.ts';
import { operations } from '../../operations.ts';
import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { partnershipPath, yearPath } from '../page/paths.ts';
import { code, link, type Text } from '../page/text.ts';
import { type Block, paragraph } from '../page/view.ts';
import { readYears, withoutGaps } from '../page/years.ts';
import { journalPath } from './journal-filter.ts';
import { verificationPath } from './verification-form.ts';

/** What can be checked, and how: where an auditor begins. */
export const auditLandingPage = page({
  path: '/partnerships/{partnershipId}/audit',
  access: 'member',
  get: async ({ api, may, parameters: { partnershipId } }) => {
    const years = withoutGaps(await readYears(api, partnershipId));
    const latestFirst = years.toReversed().map(({ financialYear }) => financialYear);
    return view({
      title: 'Audit',
      blocks: [
        paragraph('What can be checked here, and how.'),
        { kind: 'tasks', items: checks(partnershipId, may(operations.listAuditEvents.access)) },
        { kind: 'section', title: 'The chain of hashes', id: 'chain', blocks: chain },
        { kind: 'section', title: 'Check a pack without this service', id: 'packs', blocks: offline },
        {
          kind: 'table',
          caption: 'Statements and packs, the latest year first',
          empty: 'The books have no year yet.',
          columns: [{ label: 'Year' }, { label: 'Statement' }, { label: 'Pack' }],
          rows: latestFirst.map((year) => [
            yearInProse(year),
            link(`${yearPath(partnershipId, year)}/statement`, 'Statement', `of ${yearInProse(year)}`),
            link(`${yearPath(partnershipId, year)}/audit-pack`, 'Audit pack', `of ${yearInProse(year)}`),
          ]),
        },
      ],
    });
  },
});

function checks(partnershipId: string, maySeeEvents: boolean) {
  const events = {
    title: 'Who read what, and who tried what in vain',
    href: `${partnershipPath(partnershipId)}/audit/events`,
    hint: 'Reads and refusals. What was done is the journal.',
  };
  return [
    {
      title: 'Run the verification',
      href: verificationPath(partnershipId),
      hint: 'Works out again from the journal alone every record, every balance and the trial balance.',
    },
    {
      title: 'Read the journal',
      href: journalPath(partnershipId),
      hint: 'Every entry with its facts and its postings, filtered by year, fund, account or what happened.',
    },
    {
      title: 'Read the statements',
      href: `${partnershipPath(partnershipId)}/statements`,
      hint: 'Each figure leads to the postings behind it, and from there to the award, the decision and the minute.',
    },
    ...(maySeeEvents ? [events] : []),
  ];
}

const chain: Block[] = [
  paragraph(
    'Every entry holds the hash of the entry before it, and its own hash is made over all that it says. Whoever changes an entry must change every hash after it, and so the last one no longer is what you noted before.',
  ),
];

const steps: Text[] = [
  'Download the pack of a year, below.',
  'Extract it into an empty folder and open a terminal there.',
  ['With Node.js 18 or later, and no network, run ', code('node verify.mjs .')],
  'It says what it checked, and ends with “Everything agrees.” or names the first thing that is wrong.',
  'Compare the hashes that it prints with those on the papers that were signed, and the last hash of the journal with one that you noted before.',
];

const offline: Block[] = [
  paragraph(
    'A pack holds the statements, the whole journal, the hashes, and a program that checks them. The program is one file to be read before it is run.',
  ),
  { kind: 'list', look: 'number', items: steps },
];
