import { view } from '../http/page-answer.ts';
import { page } from '../page/page.ts';
import { partnershipPath } from '../page/paths.ts';
import { recordedNotice } from '../page/records.ts';
import { actionBlocks } from './award-actions.ts';
import { alertsOf } from './award-alerts.ts';
import { decisionsBlock } from './award-decisions.ts';
import { factsOf, relatedBlocks } from './award-facts.ts';
import { figuresOf } from './award-figures.ts';
import { historyBlock } from './award-history.ts';
import { interestsBlocks } from './award-interests.ts';
import { movementsBlock } from './award-movements.ts';
import { knownAward } from './known-award.ts';

export const awardPage = page({
  path: '/partnerships/{partnershipId}/awards/{awardId}',
  access: 'member',
  get: async (visit) => {
    const [notice, known] = await Promise.all([recordedNotice(visit), knownAward(visit)]);
    return view({
      title: known.award.title,
      caption: 'Award',
      back: { href: `${partnershipPath(known.partnershipId)}/awards`, text: 'All awards' },
      blocks: [
        ...notice,
        ...alertsOf(known, visit.today),
        figuresOf(known.award),
        ...actionBlocks(known, visit),
        factsOf(known),
        ...relatedBlocks(known),
        decisionsBlock(known),
        ...interestsBlocks(known),
        movementsBlock(known),
        historyBlock(known),
      ],
    });
  },
});
