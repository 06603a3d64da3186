import { ApiProblem } from '../api/api-problem.ts';

/** Somebody else changed what the form is about since it was opened, or made what wasn't there. */
export const isOvertaken = ({ code }: ApiProblem): boolean =>
  code === 'revision-mismatch' || code === 'revision-required';

/** The same, for people. */
export const overtaken = ({ code }: ApiProblem): ApiProblem =>
  new ApiProblem(412, {
    code,
    detail:
      'Somebody else changed this: it has changed since you opened it, and yours was not recorded. What you entered is kept. Look at what is recorded now, and send yours again if it should replace that.',
  });
