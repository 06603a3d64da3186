import { z } from 'zod';
import { answered } from '../api/api.ts';
import { redirect } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { handedOn } from './handed-on.ts';
import { packPath } from './paths.ts';

const Job = z.object({ id: z.string() });

/** The pack at once; where it takes long, the page that says how far it is. */
export const auditPackDownload = page({
  path: '/partnerships/{partnershipId}/years/{financialYear}/audit-pack/download',
  access: 'member',
  get: async ({ api, parameters }) => {
    const { partnershipId, financialYear } = parameters;
    const response = await api.fetch('getAuditPack', parameters, {}, { redirect: 'manual' });
    if (response.status !== 202) return handedOn(response, `${partnershipId}-audit-pack-${financialYear}.zip`);
    const { id } = Job.parse(await answered(response));
    return redirect(`${packPath(partnershipId, financialYear)}/jobs/${id}`);
  },
});
