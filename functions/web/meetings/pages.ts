export const meetingPages = {};
