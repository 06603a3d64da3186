import { plausibleYear } from '../../../domain/financial-year.ts';
import { redirect, view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { knownYears, prioritiesBlocks, readPriorities } from './priorities-table.ts';
import { backToSettings, prioritiesPath } from './settings-paths.ts';

/** The priorities of every year; a year that is asked for leads to its form. */
export const prioritiesPage = page({
  path: '/partnerships/{partnershipId}/settings/priorities',
  access: 'member',
  get: async (visit) => {
    const { parameters, request, today } = visit;
    const { data: year } = plausibleYear({ today }).safeParse(request.query.get('year'));
    if (year !== undefined) return redirect(prioritiesPath(parameters.partnershipId, year));
    const priorities = await readPriorities(visit, await knownYears(visit));
    return view({
      title: 'Priorities of every year',
      back: backToSettings(visit),
      blocks: prioritiesBlocks(visit, priorities),
    });
  },
});
