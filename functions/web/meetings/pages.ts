import { attendancePage } from './attendance-form.ts';
import { closeMeetingPage } from './close-meeting.ts';
import { confirmMinutesPage } from './confirm-minutes.ts';
import { decideAwardPage } from './decide-award.ts';
import { declareInterestPage } from './declare-interest.ts';
import { meetingListPage } from './meeting-list.ts';
import { meetingPage } from './meeting-page.ts';
import { minutesPage, minutesPdfPage, minutesTextPage } from './minutes-pages.ts';
import { openMeetingPage } from './open-meeting.ts';
import { ratifyPage } from './ratify.ts';
import { scheduleMeetingPage } from './schedule-meeting.ts';

export const meetingPages = {
  meetings: meetingListPage,
  scheduleMeeting: scheduleMeetingPage,
  meeting: meetingPage,
  attendance: attendancePage,
  openMeeting: openMeetingPage,
  closeMeeting: closeMeetingPage,
  declareInterest: declareInterestPage,
  decideAward: decideAwardPage,
  ratifyChairsAction: ratifyPage,
  confirmMinutes: confirmMinutesPage,
  minutes: minutesPage,
  minutesText: minutesTextPage,
  minutesPdf: minutesPdfPage,
};
