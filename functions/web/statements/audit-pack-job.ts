import { yearInProse } from '../../../domain/prose-dates.ts';
import type { AnswerOf } from '../api/api.ts';
import { redirect, view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { actions, type Block, paragraph } from '../page/view.ts';
import { packPath } from './paths.ts';

const secondsBetween = 3;
const path = '/partnerships/{partnershipId}/years/{financialYear}/audit-pack/jobs/{jobId}';

/** How far a pack is that takes long to make; then, where to get it. */
export const auditPackJob = page({
  path,
  access: 'member',
  get: async ({ api, parameters }) => {
    const { partnershipId, financialYear } = parameters;
    const job = await api.read('getJob', parameters);
    const pack = packPath(partnershipId, financialYear);
    return view({
      title: titles[job.status],
      caption: `Audit pack ${yearInProse(financialYear)}`,
      back: { href: pack, text: 'About the audit pack' },
      blocks: blocksOf(job, pack),
      ...(job.status === 'running' ? { refreshSeconds: secondsBetween } : {}),
    });
  },
});

/** Links to what was put aside work for minutes only: this one is made anew whenever it is asked for. */
export const auditPackFile = page({
  path: `${path}/download`,
  access: 'member',
  get: async ({ api, parameters }) => {
    const { link } = await api.read('getJob', parameters);
    const { partnershipId, financialYear, jobId } = parameters;
    return redirect(link ?? `${packPath(partnershipId, financialYear)}/jobs/${jobId}`);
  },
});

type Job = AnswerOf<'getJob'>;

const titles = {
  running: 'The pack is being made',
  done: 'The pack is ready',
  failed: 'The pack could not be made',
} as const satisfies Record<Job['status'], string>;

function blocksOf({ id, status, progress }: Job, pack: string): Block[] {
  switch (status) {
    case 'running':
      return [
        { kind: 'progress', label: 'Entries of the journal packed', ...progress },
        paragraph('You can leave this page and come back to the same address.'),
      ];
    case 'done':
      return [
        paragraph(`It holds the journal up to entry ${progress.total}. It is kept for a day.`),
        actions({ href: `${pack}/jobs/${id}/download`, text: 'Download the audit pack' }),
      ];
    case 'failed':
      return [
        paragraph('Something went wrong on our side while it was made. Nothing is lost: it can be made again.'),
        actions({ href: `${pack}/download`, text: 'Make it again' }),
      ];
  }
}
