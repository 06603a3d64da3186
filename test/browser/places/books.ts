import type { auditPages } from '../../../functions/web/audit/pages.ts';
import type { statementPages } from '../../../functions/web/statements/pages.ts';
import type { yearEndPages } from '../../../functions/web/year-end/pages.ts';
import { atEntry, atJob, here, inYear, type PlacesOf, thisYear } from './place.ts';

const certified = inYear('2015-16');
const closed = inYear('2016-17');
const period = 'from-day=1&from-month=4&from-year=2017&to-day=31&to-month=3&to-year=2018';

/** Statements, the end of a year, the journal and the audit. */
export const books = {
  statementList: [{ as: 'auditor', at: here }],
  statement: [
    { as: 'auditor', at: thisYear },
    { as: 'chief', at: certified, query: '?version=1', is: 'certified' },
    { as: 'auditor', at: closed, is: 'of a closed year' },
    { as: 'auditor', at: thisYear, query: '?asOf=2017-10-31&knownAt=40', is: 'of a day' },
    { as: 'auditor', at: thisYear, query: '?knownAt=99999', is: 'beyond the journal', status: 422 },
  ],
  statementDownload: [{ as: 'auditor', at: thisYear, query: '?form=csv', gives: 'file' }],
  versions: [
    { as: 'auditor', at: certified },
    { as: 'auditor', at: thisYear, is: 'without any' },
  ],
  auditPack: [{ as: 'auditor', at: thisYear }],
  auditPackDownload: [{ as: 'auditor', at: thisYear, gives: 'file' }],
  auditPackJob: [
    { as: 'auditor', at: atJob('packing'), is: 'running' },
    { as: 'auditor', at: atJob('packed'), is: 'done' },
    { as: 'auditor', at: atJob('unpacked'), is: 'failed' },
  ],
  auditPackFile: [{ as: 'auditor', at: atJob('packed'), gives: 'redirect' }],
  openData: [{ as: 'auditor', at: here }],
  openDataDownload: [{ as: 'auditor', at: here, gives: 'file' }],
  transparencyDownload: [{ as: 'auditor', at: here, query: '?financialYear=2017-18', gives: 'file' }],
  memberUpdate: [
    { as: 'coordinator', at: here },
    { as: 'coordinator', at: here, query: `?${period}`, is: 'written' },
    { as: 'coordinator', at: here, query: '?from-day=99', is: 'of a wrong date', status: 422 },
  ],
  memberUpdateDownload: [
    { as: 'auditor', at: here, query: '?form=markdown&from=2017-04-01&to=2018-03-31', gives: 'file' },
  ],
  closingChecklist: [
    { as: 'officer', at: thisYear },
    { as: 'chief', at: closed, is: 'of a closed year' },
    { as: 'chief', at: certified, is: 'of a certified year' },
  ],
  closeYear: [{ as: 'officer', at: thisYear }],
  certifyYear: [{ as: 'chief', at: closed }],
  reopenYear: [{ as: 'chief', at: closed }],
  journal: [
    { as: 'auditor', at: here },
    { as: 'auditor', at: here, query: '?fundId=fund&type=award-paid&asOf=2018-03-31', is: 'filtered' },
  ],
  journalEntry: [
    { as: 'officer', at: atEntry('receipt') },
    { as: 'auditor', at: atEntry('created'), is: 'without postings' },
  ],
  reverseEntry: [
    { as: 'officer', at: atEntry('receipt') },
    { as: 'officer', at: atEntry('created'), is: 'of what is never reversed' },
  ],
  audit: [
    { as: 'auditor', at: here },
    { as: 'officer', at: here, is: 'of the finance officer' },
  ],
  verification: [
    { as: 'auditor', at: here },
    { as: 'auditor', at: here, query: '?run=yes', is: 'done' },
  ],
  verificationRun: [
    { as: 'auditor', at: atJob('verifying'), is: 'running' },
    { as: 'auditor', at: atJob('unverified'), is: 'failed' },
    { as: 'auditor', at: (world) => ({ ...here(world), jobId: '0'.repeat(32) }), is: 'gone' },
  ],
  auditEvents: [
    { as: 'auditor', at: here },
    { as: 'chief', at: here, query: '?kind=read&from-day=99', is: 'of a wrong date', status: 422 },
  ],
} as const satisfies PlacesOf<keyof (typeof statementPages & typeof yearEndPages & typeof auditPages)>;
