import type { Field } from '../form/field.ts';
import { orNothing } from '../form/options.ts';
import { firstValue, type Values } from '../form/values.ts';

/** Hardly what anybody calls a category. */
const another = '.another';

export const newCategoryName = 'category';

/** A category that was used before is chosen, so that statements don't total one thing under two names. */
export const categoryField = (used: readonly string[]): Field =>
  used.length === 0
    ? categoryName
    : {
        kind: 'choice',
        look: 'list',
        name: 'knownCategory',
        label: 'Category',
        options: orNothing([
          ...used.map((category) => ({ value: category, text: category })),
          { value: another, text: 'A category that is not in this list' },
        ]),
      };

export const newCategoryFields = (used: readonly string[], sent: Values): Field[] =>
  used.length > 0 && firstValue(sent, 'knownCategory') === another
    ? [{ ...categoryName, label: 'Name of the new category' }]
    : [];

const categoryName: Field = {
  kind: 'line',
  name: newCategoryName,
  label: 'Category',
  hint: 'In a word or two, such as equipment: statements total by it.',
  width: 30,
};

/** The category as the API takes it, whichever question it answers. */
export const withCategory = ({ knownCategory, ...answers }: Record<string, unknown>): Record<string, unknown> =>
  knownCategory === undefined || knownCategory === another ? answers : { ...answers, category: knownCategory };
