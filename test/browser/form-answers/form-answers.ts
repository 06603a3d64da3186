import { booksAnswers } from './books.ts';
import type { FormAnswers } from './form-answer.ts';
import { groupAnswers } from './group.ts';
import { moneyAnswers } from './money.ts';

/** What is answered in every form, and what it refuses. */
export const formAnswers: ReadonlyMap<string, FormAnswers> = new Map(
  Object.entries({ ...moneyAnswers, ...groupAnswers, ...booksAnswers }),
);
