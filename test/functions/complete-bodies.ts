import type { OperationName, operations } from '../../functions/operations.ts';

type Operations = typeof operations;
type NameOf<Method> = {
  [Name in OperationName]: Operations[Name]['method'] extends Method ? Name : never;
}[OperationName];
export type PostName = NameOf<'POST'>;
export type PutName = NameOf<'PUT'>;
/** An operation that has a body. */
export type ChangingName = PostName | PutName;

const organisation = (id: string) => ({ id: `slug-${id}`, name: `Title of ${id}` });
const note = 'Prose: a note.';

const anyId = '01932f1c-7a2b-7c3d-8e4f-0123456789ab';

/**
 * For every operation with a body, one that holds every member there is, also where a valid one leaves some out. What a
 * text is shows in how it begins (`Title …`, `Reference …`, `Prose …`, `slug-…`, `person-…`), so that wrong values can
 * be made for each.
 */
export const completeBodies = {
  createPartnership: {
    id: 'slug-partnership',
    name: 'Title of a partnership',
    hostAuthority: { ...organisation('council'), organisationId: 'GB-LAE-MAL' },
    responsibleAuthorities: [organisation('council'), organisation('police')],
    quorum: 2,
    note,
  },
  putTermsOfReference: {
    quorum: 2,
    chair: { subject: 'person-chair', name: 'Title of a chair' },
    viceChair: { subject: 'person-vice-chair', name: 'Title of a vice-chair' },
    chairsActionLimit: '500.00',
    ratificationDays: 120,
    overCommitmentPercent: 10,
    note,
  },
  putPriorities: {
    items: [organisation('road-safety'), organisation('rural-crime')],
    adoptedAtMeetingId: anyId,
    note,
  },
  putFunder: {
    names: [
      { name: 'Title of old', from: '2012-11-22', until: '2017-09-30' },
      { name: 'Title of new', from: '2017-10-01' },
    ],
    organisationId: 'GB-LAE-ESX',
    note,
  },
  openFund: {
    id: 'slug-fund',
    name: 'Title of a fund',
    restriction: 'restricted',
    nature: 'revenue',
    purpose: 'Prose: what it is for.',
    retentionYears: 6,
    note,
  },
  recordOpeningBalance: {
    effectiveOn: '2016-04-01',
    reference: 'Reference 1',
    bank: '1000.00',
    receivables: [{ funder: organisation('one-who-owes'), amount: '200.00' }],
    repayables: [{ funder: organisation('one-who-is-owed'), amount: '100.00' }],
    note,
  },
  recordOpeningReceipt: {
    amount: '200.00',
    funder: 'slug-one-who-owes',
    receivedOn: '2016-05-03',
    bankReference: 'Reference 11',
    bankTotal: '200.00',
    note,
  },
  recordOpeningRepayment: {
    amount: '100.00',
    funder: 'slug-one-who-is-owed',
    paidOn: '2016-06-01',
    paymentReference: 'Reference 12',
    note,
  },
  agreeGrant: {
    kind: 'core-allocation',
    title: 'Title of a grant',
    funder: organisation('funder'),
    fundId: 'slug-funded',
    financialYear: '2017-18',
    grossAmount: '14235.00',
    topSlices: [{ purpose: 'Title of a top-slice', description: 'Prose: kept at source.', amount: '1708.00' }],
    reference: 'Reference 2',
    agreedOn: '2017-04-03',
    nature: 'revenue',
    fundingPeriod: { start: '2017-04-01', end: '2018-03-31' },
    underspend: 'return',
    conditions: ['Prose: the first condition.', 'Prose: the second condition.'],
    statedTotal: '14235.00',
    instalments: [
      { dueOn: '2017-05-02', amount: '6263.50' },
      { dueOn: '2017-11-01', amount: '6263.50' },
    ],
    note,
  },
  recordReceipt: {
    amount: '100.00',
    receivedOn: '2017-05-02',
    bankReference: 'Reference 3',
    bankTotal: '100.00',
    note,
  },
  notifyTopSlice: {
    purpose: 'Title of a later top-slice',
    description: 'Prose: notified later.',
    amount: '10.00',
    notifiedOn: '2017-06-01',
    reference: 'Reference 4',
    note,
  },
  varyGrant: {
    grossAmount: '15000.00',
    fundingPeriod: { start: '2017-04-01', end: '2018-06-30' },
    instalments: { count: 2, firstDueOn: '2017-05-02', everyMonths: 6 },
    underspend: 'carry-forward',
    effectiveOn: '2017-07-01',
    reference: 'Reference 5',
    reason: 'Prose: an uplift.',
    note,
  },
  meetCondition: { metOn: '2017-08-01', evidence: 'Prose: a letter.', note },
  recordRepayment: { amount: '10.00', paidOn: '2018-05-01', paymentReference: 'Reference 6', note },
  recordRepaymentRefund: { amount: '10.00', receivedOn: '2018-06-01', bankReference: 'Reference 7', note },
  recordExpenditure: {
    fundId: 'slug-funded',
    grantId: anyId,
    category: 'Title of a category',
    description: 'Prose: posts.',
    amount: '50.00',
    spentOn: '2018-01-15',
    paymentReference: 'Reference 8',
    authorityReference: 'Reference 9',
    purposeStatement: 'Prose: how it serves the purpose.',
    note,
  },
  noteSharedFund: {
    title: 'Title of a shared fund',
    funder: organisation('funder'),
    totalAmount: '200000.00',
    financialYears: ['2016-17', '2017-18'],
    areaCount: 6,
    areas: [{ name: 'Title of an area', amount: '1000.00' }],
    heldBy: 'Title of a holder',
    source: 'Reference 10',
    note,
  },
  scheduleMeeting: { title: 'Title of a meeting', heldOn: '2017-10-06', venue: 'Title of a venue', note },
  putAttendance: {
    presiding: { subject: 'person-chair', name: 'Title of a chair' },
    present: [{ authorityId: 'slug-police', name: 'Title of an officer', subject: 'person-officer' }],
    reason: 'Prose: somebody came late.',
    note,
  },
  openMeeting: { note },
  closeMeeting: { note },
  confirmMinutes: { confirmedAtMeetingId: anyId, note },
  declareInterest: {
    awardId: anyId,
    subject: 'person-trustee',
    attendee: { authorityId: 'slug-police', name: 'Title of an officer' },
    nature: 'Prose: a trustee of the recipient.',
    note,
  },
  ratifyChairsAction: { awardId: anyId, outcome: 'ratified', minuteReference: 'Reference 13', note },
  proposeAward: {
    title: 'Title of an award',
    fundId: 'slug-funded',
    grantId: anyId,
    recipient: {
      name: 'Title of a recipient',
      kind: 'responsible-authority',
      authorityId: 'slug-police',
      organisationId: 'GB-LAE-ESX',
    },
    amountRequested: '400.00',
    purpose: 'Prose: what it is for.',
    purposeStatement: 'Prose: how it serves the purpose.',
    priorities: ['slug-road-safety', 'slug-rural-crime'],
    nature: 'revenue',
    period: { start: '2017-10-06', end: '2018-03-31' },
    relatedAwardId: anyId,
    proposedOn: '2017-09-20',
    note,
  },
  submitAward: { meetingId: anyId, note },
  withdrawAward: { reason: 'Prose: other money was found.', note },
  varyAward: { amountRequested: '500.00', reason: 'Prose: another hall.', meetingId: anyId, note },
  decideAward: {
    meetingId: anyId,
    outcome: 'approved',
    amountApproved: '300.00',
    minuteReference: 'Reference 14',
    conditions: ['Prose: report back.', 'Prose: spend it by the end of the year.'],
    deferredTo: anyId,
    note,
  },
  takeChairsAction: { amountApproved: '300.00', reason: 'Prose: it is urgent.', decidedOn: '2017-09-25', note },
  payAward: { amount: '100.00', paidOn: '2017-11-17', paymentReference: 'Reference 15', note },
  refundAward: {
    amount: '30.00',
    receivedOn: '2018-01-12',
    bankReference: 'Reference 16',
    bankTotal: '30.00',
    note,
  },
  closeAward: { reason: 'Prose: it is over.', closedOn: '2018-03-01', note },
  reverseEntry: { reason: 'Prose: recorded by mistake.', effectiveOn: '2018-02-01', note },
  closeYear: {
    disposals: [
      {
        fundId: 'slug-returned',
        treatment: 'return',
        amount: '1.00',
        approvalReference: 'Reference 17',
        grantId: anyId,
      },
    ],
    note,
  },
  certifyYear: { statementHash: 'f'.repeat(64), name: 'Title of an officer', role: 'Title of a post', note },
  reopenYear: { reason: 'Prose: a forgotten invoice.', note },
} satisfies Record<ChangingName, object>;
