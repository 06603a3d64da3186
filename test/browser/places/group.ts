import type { awardPages } from '../../../functions/web/awards/pages.ts';
import type { meetingPages } from '../../../functions/web/meetings/pages.ts';
import { atAward, atItem, atMeeting, here, type PlacesOf } from './place.ts';

/** Awards, and the meetings of the group. */
export const group = {
  awards: [
    { as: 'coordinator', at: here },
    { as: 'auditor', at: here, query: '?status=approved&fundId=fund&priority=one', is: 'filtered' },
  ],
  proposeAward: [{ as: 'coordinator', at: here }],
  award: [
    { as: 'coordinator', at: atAward('draft'), is: 'of a draft' },
    { as: 'coordinator', at: atAward('withdrawn'), is: 'withdrawn' },
    { as: 'chair', at: atAward('submitted'), is: 'submitted, with an interest' },
    { as: 'auditor', at: atAward('rejected'), is: 'rejected' },
    { as: 'coordinator', at: atAward('deferred'), is: 'deferred' },
    { as: 'officer', at: atAward('unconfirmed'), is: 'without an amount' },
    { as: 'officer', at: atAward('approved'), is: 'approved' },
    { as: 'officer', at: atAward('paid'), is: 'paid and refunded' },
    { as: 'chair', at: atAward('varied'), is: 'to be varied' },
    { as: 'officer', at: atAward('closed'), is: 'closed' },
    { as: 'viceChair', at: atAward('acted'), is: 'by chair’s action' },
  ],
  submitAward: [{ as: 'coordinator', at: atAward('draft') }],
  withdrawAward: [{ as: 'coordinator', at: atAward('draft') }],
  varyAward: [{ as: 'coordinator', at: atAward('approved') }],
  takeChairsAction: [{ as: 'chair', at: atAward('draft') }],
  payAward: [{ as: 'officer', at: atAward('approved') }],
  refundAward: [{ as: 'officer', at: atAward('paid') }],
  closeAward: [{ as: 'officer', at: atAward('approved') }],
  meetings: [{ as: 'coordinator', at: here }],
  scheduleMeeting: [{ as: 'coordinator', at: here }],
  meeting: [
    { as: 'coordinator', at: atMeeting('scheduled'), query: '?done=scheduled', is: 'scheduled just now' },
    { as: 'coordinator', at: atMeeting('attended'), is: 'to be opened' },
    { as: 'chair', at: atMeeting('open'), is: 'open, of the chair' },
    { as: 'coordinator', at: atMeeting('open'), is: 'open, of the coordinator' },
    { as: 'coordinator', at: atMeeting('first'), is: 'closed' },
    { as: 'auditor', at: atMeeting('confirmed'), is: 'with minutes confirmed' },
  ],
  attendance: [
    { as: 'coordinator', at: atMeeting('attended') },
    { as: 'coordinator', at: atMeeting('first'), is: 'relied on' },
  ],
  openMeeting: [{ as: 'coordinator', at: atMeeting('attended') }],
  closeMeeting: [{ as: 'coordinator', at: atMeeting('open') }],
  declareInterest: [
    { as: 'coordinator', at: atMeeting('open') },
    { as: 'chair', at: atMeeting('open'), is: 'of one’s own' },
  ],
  decideAward: [
    { as: 'chair', at: atItem('open', 'waiting'), query: '?outcome=part', is: 'in part' },
    { as: 'chair', at: atItem('open', 'waiting'), query: '?outcome=approved', is: 'in full' },
    { as: 'chair', at: atItem('open', 'waiting'), query: '?outcome=deferred', is: 'deferred' },
    { as: 'chair', at: atItem('first', 'paid'), is: 'decided already' },
  ],
  ratifyChairsAction: [
    { as: 'viceChair', at: atItem('later', 'acted') },
    { as: 'viceChair', at: atItem('later', 'acted'), query: '?outcome=refused', is: 'to be refused' },
    { as: 'viceChair', at: atItem('first', 'acted'), is: 'at a closed meeting' },
  ],
  confirmMinutes: [{ as: 'coordinator', at: atMeeting('first') }],
  minutes: [
    { as: 'auditor', at: atMeeting('first') },
    { as: 'coordinator', at: atMeeting('open'), is: 'so far' },
  ],
  minutesText: [{ as: 'auditor', at: atMeeting('first'), gives: 'file' }],
  minutesPdf: [{ as: 'auditor', at: atMeeting('first'), gives: 'file' }],
} as const satisfies PlacesOf<keyof (typeof awardPages & typeof meetingPages)>;
