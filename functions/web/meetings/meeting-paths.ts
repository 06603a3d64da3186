import { meetingPath } from '../page/paths.ts';

type Ids = { readonly partnershipId: string; readonly meetingId: string };

export const pathOfMeeting = ({ partnershipId, meetingId }: Ids): string => meetingPath(partnershipId, meetingId);

/** For `back` of a form at a meeting. */
export const backToMeeting = ({ parameters }: { readonly parameters: Ids }) => ({
  href: pathOfMeeting(parameters),
  text: 'The meeting',
});
