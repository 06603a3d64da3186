import { redirect, view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { partnershipPath } from '../page/paths.ts';
import { type Block, paragraph, type View } from '../page/view.ts';
import { runButton, startBlocks, verificationPath } from './verification-form.ts';
import { type Run, runOf, startVerification } from './verification-job.ts';
import { resultBlocks } from './verification-result.ts';

/** Works the books out again from the journal alone. Nothing is started until somebody asks for it. */
export const verificationPage = page({
  path: '/partnerships/{partnershipId}/audit/verification',
  access: 'member',
  get: async ({ api, request: { query }, parameters: { partnershipId } }) => {
    if (query.get('run') !== 'yes') return view(pageOf(partnershipId, startBlocks(partnershipId)));
    const run = await startVerification(api, partnershipId);
    // Looking how far it is doesn't start it again.
    return run.is === 'running'
      ? redirect(`${verificationPath(partnershipId)}/${run.jobId}`)
      : view(runView(partnershipId, run));
  },
});

/** A run that takes long: how far it is, and then what it found. */
export const verificationRunPage = page({
  path: '/partnerships/{partnershipId}/audit/verification/{jobId}',
  access: 'member',
  get: async ({ api, parameters: { partnershipId, jobId } }) =>
    view(runView(partnershipId, await runOf(api, partnershipId, jobId))),
});

const refreshSeconds = 3;

function runView(partnershipId: string, run: Run): View {
  const again = runButton(partnershipId, 'Run it again');
  switch (run.is) {
    case 'done':
      return pageOf(partnershipId, [...resultBlocks(partnershipId, run.report), again]);
    case 'running':
      return { ...pageOf(partnershipId, progressBlocks(run)), refreshSeconds };
    case 'failed':
      return pageOf(partnershipId, [{ kind: 'warning', text: 'This run did not come to its end.' }, again]);
    case 'gone':
      return pageOf(partnershipId, [paragraph('What this run found is no longer kept.'), again]);
  }
}

const pageOf = (partnershipId: string, blocks: readonly Block[]): View => ({
  title: 'Verification of the journal',
  back: { href: `${partnershipPath(partnershipId)}/audit`, text: 'Audit' },
  blocks,
});

const progressBlocks = ({ progress: { done, total } }: Extract<Run, { is: 'running' }>): Block[] => [
  { kind: 'progress', label: 'Entries verified', done, total },
  paragraph('This page renews itself. You can leave it, and come back to the same address within a day.'),
];
