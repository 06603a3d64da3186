import type { Api, Item } from './api.ts';
import { decided, proposed, submitted } from './award-steps.ts';
import { coordinator, meetingOn } from './found.ts';
import type { Example } from './people.ts';
import { actStep, type Dated, postToListStep, type Step } from './step.ts';
import { noteOf, pathOf, signatory } from './words.ts';

type Meeting = Example['meetings'][number];

/** Each meeting on its day: what is put before it, who is there, what it decides. */
export const meetings = (example: Example): Dated[] =>
  example.meetings.flatMap((meeting) => {
    const { heldOn } = meeting;
    const awards = heldOn === example.awards.meeting ? example.awards.items : [];
    const steps = [
      scheduled(example, meeting),
      ...awards.flatMap((award) => [proposed(example, award), submitted(example, award)]),
      attended(example, meeting),
      stepOf(example, meeting, 'opening', ({ status }) => status !== 'scheduled'),
      ...awards.map((award) => decided(example, award)),
      stepOf(example, meeting, 'closing', ({ status }) => status === 'closed'),
    ];
    return steps.map((step) => ({ on: heldOn, step }));
  });

/** The meeting that was held last before a day, as the API shows it. */
export async function lastMeetingBefore(api: Api, example: Example, day: string): Promise<Item> {
  const dates = example.meetings.map(({ heldOn }) => heldOn).filter((heldOn) => heldOn < day);
  return meetingOn(api, example, dates.toSorted().at(-1) ?? '');
}

function scheduled(example: Example, { title, heldOn, source, note }: Meeting): Step {
  const body = { title, heldOn, note: noteOf(source, note) };
  const to = `${pathOf(example)}/meetings`;
  return postToListStep(`Meeting ${heldOn}`, coordinator(example), () => to, body, 'heldOn');
}

function attended(example: Example, { heldOn, present, source, note }: Meeting): Step {
  const as = coordinator(example);
  return {
    title: `Attendance ${heldOn}`,
    isLoaded: async (api) => (await meetingOn(api, example, heldOn))['attendance'] !== null,
    load: async (api) => {
      const { id } = await meetingOn(api, example, heldOn);
      await api.put(as, `${pathOf(example)}/meetings/${id}/attendance`, {
        presiding: signatory(example, example.awards.decidedBy),
        present: present.map((authorityId) => ({ authorityId, name: representative(example, authorityId) })),
        note: noteOf(source, note),
      });
    },
  };
}

/** People are named by what they are there for. */
function representative({ partnership }: Example, authorityId: string): string {
  const { name = authorityId } = partnership.responsibleAuthorities.find(({ id }) => id === authorityId) ?? {};
  return `Representative of ${name}`;
}

function stepOf(example: Example, { heldOn, source }: Meeting, what: string, isDone: (found: Item) => boolean): Step {
  return actStep({
    title: `${what.charAt(0).toUpperCase()}${what.slice(1)} of the meeting ${heldOn}`,
    as: coordinator(example),
    find: (api) => meetingOn(api, example, heldOn),
    isDone,
    path: ({ id }) => `${pathOf(example)}/meetings/${id}/${what}`,
    body: () => ({ note: noteOf(source) }),
  });
}
