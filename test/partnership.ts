import type { Api, Call, Reply } from './api.ts';

/** Calls for a partnership that is set up the same way in every test of the API. */
export function partnershipCalls(api: Api, id = 'maldon') {
  const base = `/v1/partnerships/${id}`;
  const officer = { groups: [`${id}:finance-officer`], subject: 'officer' };
  const as = (call: Call): Promise<Reply> => api.call({ ...officer, ...call, path: `${base}${call.path}` });
  const get = (path: string): Promise<Reply> => as({ path });
  const post = (path: string, body: unknown, more: Partial<Call> = {}): Promise<Reply> =>
    as({ method: 'POST', path, body, ...more });
  return {
    base,
    as,
    get,
    post,
    create: (): Promise<Reply> =>
      api.call({
        method: 'POST',
        path: '/v1/partnerships',
        groups: ['platform:administrator'],
        subject: 'administrator',
        body: {
          id,
          name: 'Maldon Community Safety Partnership',
          hostAuthority: { id: 'maldon-district-council', name: 'Maldon District Council' },
          responsibleAuthorities: ['maldon-district-council', 'essex-police', 'essex-county-council'].map((one) => ({
            id: one,
            name: one,
          })),
          quorum: 2,
        },
      }),
    openFund: (fundId = 'partnership-fund', more: object = {}): Promise<Reply> =>
      post('/funds', { id: fundId, name: 'Partnership fund', restriction: 'unrestricted', nature: 'revenue', ...more }),
    agree: (more: object = {}): Promise<Reply> => post('/grants', { ...coreGrant, ...more }),
    receive: (grantId: string, more: object = {}, call: Partial<Call> = {}): Promise<Reply> =>
      post(
        `/grants/${grantId}/receipts`,
        { amount: '100.00', receivedOn: '2017-05-02', bankReference: nextReference(), ...more },
        call,
      ),
    spend: (more: object = {}): Promise<Reply> => post('/expenditure', { ...posts, ...more }),
    statement: (query = '', year = '2017-18'): Promise<Reply> => get(`/years/${year}/statement${query}`),
    verify: (): Promise<Reply> => get('/audit/verification'),
  };
}

export const coreGrant = {
  kind: 'core-allocation',
  title: 'Core funding 2017/18',
  funder: { id: 'essex-pcc', name: 'Office of the Police and Crime Commissioner for Essex' },
  fundId: 'partnership-fund',
  financialYear: '2017-18',
  grossAmount: '14235.00',
  topSlices: [{ purpose: 'dhr', amount: '1708.00' }],
  reference: 'CORE-2017-18',
  agreedOn: '2017-04-03',
};

const posts = {
  fundId: 'partnership-fund',
  category: 'partnership-posts',
  description: 'Ongoing revenue costs of partnership posts',
  amount: '50.00',
  spentOn: '2017-06-01',
  paymentReference: 'JNL-1',
  authorityReference: '2017/18 budget',
};

let references = 0;
const nextReference = (): string => {
  references += 1;
  return `EPCC-${references}`;
};
