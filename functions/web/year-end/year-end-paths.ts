import { yearPath } from '../page/paths.ts';

type Ids = { readonly partnershipId: string; readonly financialYear: string };
const at =
  (place: string) =>
  ({ partnershipId, financialYear }: Ids): string =>
    `${yearPath(partnershipId, financialYear)}/${place}`;

export const checklistPath = at('closing-checklist');
export const closingPath = at('closing');
export const certificationPath = at('certification');
export const reopeningPath = at('reopening');

/** For `back` of the forms of a year's end. */
export const backToChecklist = ({ parameters }: { readonly parameters: Ids }) => ({
  href: checklistPath(parameters),
  text: 'The year’s end',
});
