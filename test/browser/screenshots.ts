import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startPages } from '../functions/web/running-pages.ts';
import { asPerson, openBrowser } from './browser.ts';
import { prepareMeeting } from './screenshot-world.ts';

/*
 * node test/browser/screenshots.ts: the README's pictures, of the real pages over the worked example.
 */

const folder = join(import.meta.dirname, '../../.readme');
const viewport = { width: 1100, height: 1000 };

await mkdir(folder, { recursive: true });
const running = await startPages('maldon');
const browser = await openBrowser();
try {
  const { meetingPath, receiptPath } = await prepareMeeting(running);
  const officer = await asPerson(browser, running.origin, 'Finance officer');
  await officer.page.setViewportSize(viewport);
  await officer.page.goto(`${running.origin}/partnerships/maldon/years/2017-18`);
  await officer.page.screenshot({ path: join(folder, 'overview.png') });

  await officer.page.goto(`${running.origin}${receiptPath}`);
  await officer.page.getByLabel('Amount received').fill('£450');
  for (const [part, value] of [
    ['Day', '1'],
    ['Month', '5'],
    ['Year', '2018'],
  ] as const)
    await officer.page.getByLabel(part).fill(value);
  await officer.page.getByLabel('Bank reference').fill('ECC-77');
  await officer.page.getByRole('button', { name: 'Continue' }).last().click();
  await officer.page.getByRole('heading', { name: 'Check your answers' }).waitFor();
  await officer.page.screenshot({ path: join(folder, 'check.png') });

  const chair = await asPerson(browser, running.origin, 'Chair');
  await chair.page.setViewportSize({ ...viewport, height: 1720 });
  await chair.page.goto(`${running.origin}${meetingPath}`);
  await chair.page.screenshot({ path: join(folder, 'meeting.png') });
} finally {
  await browser.close();
  await running.stop();
}
