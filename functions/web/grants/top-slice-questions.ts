import type { Field } from '../form/field.ts';

/** What a top-slice is, agreed with a grant or notified later. */
export const topSliceFields: readonly Field[] = [
  {
    kind: 'line',
    name: 'purpose',
    label: 'Purpose of the top-slice',
    hint: 'In a word or two: statements total by it.',
    width: 30,
  },
  { kind: 'line', name: 'description', label: 'Description of the top-slice', isOptional: true },
  { kind: 'money', name: 'amount', label: 'Amount of the top-slice' },
];
