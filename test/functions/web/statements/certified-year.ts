import { Api } from '../../../../functions/web/api/api.ts';
import type { ChangingName } from '../../../../functions/web/form/form-definition.ts';
import type { RunningPages } from '../running-pages.ts';

/** What people write, at its worst. */
export const hostile = {
  script: '<script>alert(1)</script>',
  image: '"><img src=x>',
  reversed: '\u202Eevil',
  long: 'w'.repeat(200),
};

/** A partnership whose year 2017/18 was certified, opened again, and certified anew with more spending. */
export async function certifiedTwice({ origin, token }: RunningPages, id: string): Promise<void> {
  const parameters = { partnershipId: id, financialYear: '2017-18' };
  const as = async (subject: string, group: string) => {
    const api = new Api(origin, await token(subject, group));
    return (name: ChangingName, body: object) => api.send(name, { parameters, body });
  };
  const officer = await as('officer', `${id}:finance-officer`);
  const chief = await as('chief', `${id}:chief-finance-officer`);
  const council = { id: 'council', name: 'Council' };
  const administrator = await as('administrator', 'platform:administrator');
  const name = `Partnership ${hostile.reversed}`;
  const authorities = { hostAuthority: council, responsibleAuthorities: [council] };
  await administrator('createPartnership', { id, name, ...authorities, quorum: 1 });
  await officer('openFund', { id: 'main', name: hostile.script, restriction: 'unrestricted', nature: 'revenue' });
  await officer('agreeGrant', {
    kind: 'core-allocation',
    title: hostile.image,
    funder: { id: 'commissioner', name: hostile.long },
    fundId: 'main',
    financialYear: '2017-18',
    grossAmount: '1000',
    reference: 'C-1',
    agreedOn: '2017-04-03',
    note: 'Illustrative: no source gives it. 😀',
  });
  const spend = (category: string, amount: string) => {
    const [description, references] = ['Work', { paymentReference: amount, authorityReference: 'Budget' }];
    return officer('recordExpenditure', {
      fundId: 'main',
      category,
      description,
      amount,
      spentOn: '2017-10-06',
      ...references,
    });
  };
  const certify = async (carried: string) => {
    const disposals = [{ fundId: 'main', treatment: 'carry-forward', amount: carried }];
    await officer('closeYear', { disposals });
    const api = new Api(origin, await token('chief', `${id}:chief-finance-officer`));
    const { statementHash } = await api.read('getStatement', parameters);
    await chief('certifyYear', { statementHash, name: 'A. Treasurer', role: 'Section 151 officer' });
  };
  await spend('posts', '100');
  await certify('900');
  await chief('reopenYear', { reason: 'A payment was forgotten.' });
  await spend('posts & more', '50');
  await certify('850');
}
