export type Example = {
  /** What stands for each parameter of the path. */
  readonly path: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
};

const awardId = '01920f6e-7c00-7000-8000-000000000002';
const meetingId = '01920f6e-7c00-7000-8000-000000000003';
const grantId = '01920f6e-7c00-7000-8000-000000000001';

/** Calls to copy, by the operation that they call: the worked example's figures. */
export const examples: ReadonlyMap<string, Example> = new Map(
  Object.entries<Example>({
    openFund: {
      path: { partnershipId: 'maldon' },
      body: {
        id: 'tru-cam',
        name: 'Tru-Cam pilot',
        restriction: 'restricted',
        nature: 'revenue',
        purpose: 'Speed enforcement by trained community protection officers',
      },
    },
    agreeGrant: {
      path: { partnershipId: 'maldon' },
      query: 'dryRun=true',
      body: {
        kind: 'core-allocation',
        title: 'Core funding 2017/18',
        funder: { id: 'essex-pcc', name: 'Office of the Police and Crime Commissioner for Essex' },
        fundId: 'partnership-fund',
        financialYear: '2017-18',
        grossAmount: '14235.00',
        topSlices: [{ purpose: 'dhr', description: 'Domestic homicide reviews', amount: '1708.00' }],
        reference: 'CORE-2017-18',
        agreedOn: '2017-04-03',
        instalments: { count: 2, firstDueOn: '2017-05-02', everyMonths: 6 },
      },
    },
    recordReceipt: {
      path: { partnershipId: 'maldon', grantId },
      body: { amount: '6263.50', receivedOn: '2017-05-02', bankReference: 'EPCC-0002' },
    },
    decideAward: {
      path: { partnershipId: 'maldon', awardId },
      query: 'dryRun=true',
      body: { meetingId, outcome: 'approved', amountApproved: '2000.00', minuteReference: '9.4' },
    },
    payAward: {
      path: { partnershipId: 'maldon', awardId },
      body: { amount: '2000.00', paidOn: '2018-02-09', paymentReference: 'BACS-0412' },
    },
    getStatement: { path: { partnershipId: 'maldon', financialYear: '2017-18' }, query: 'asOf=2017-10-31' },
  }),
);
