import type { Page } from 'playwright-core';
import type { PageName } from '../../functions/web/pages.ts';
import type { FormAnswers, Step } from './form-answers/form-answer.ts';
import { formAnswers } from './form-answers/form-answers.ts';
import type { PageState } from './page-state.ts';
import type { AnyPlace } from './places/place.ts';
import { addressOf, places } from './places/places.ts';
import { answer, answerNothing, confirm, goTo } from './reach.ts';
import type { World } from './world/world.ts';

/** What a form shows where nothing is answered, where all is, and where it can't be. */
export function formStates(name: PageName): PageState[] {
  const [place, form] = [places[name][0], formAnswers.get(name)];
  if (place === undefined || form === undefined) return [];
  return [...errorStates(name, place, form), ...confirmation(name, place, form), ...refusal(name, place, form)];
}

/** Nothing answered, on each page of questions. */
const errorStates = (name: PageName, place: AnyPlace, { steps }: FormAnswers): PageState[] =>
  steps.map(({ isOptional = false }, at) => ({
    title: `${name} with nothing answered in step ${at + 1}`,
    state: 'error',
    as: place.as,
    status: isOptional ? 200 : 422,
    reach: async (page, world) => {
      await goTo(page, addressOf(name, place, world));
      await answerAll(page, steps.slice(0, at), world);
      return answerNothing(page);
    },
  }));

const confirmation = (name: PageName, place: AnyPlace, { steps, goesOn }: FormAnswers): PageState[] =>
  goesOn !== undefined
    ? []
    : [
        {
          title: `${name} to be confirmed`,
          state: 'confirmation',
          as: place.as,
          status: 200,
          reach: async (page, world) => {
            await goTo(page, addressOf(name, place, world));
            return answerAll(page, steps, world);
          },
        },
      ];

function refusal(name: PageName, place: AnyPlace, { steps, refused }: FormAnswers): PageState[] {
  if ('never' in refused) return [];
  const { as = place.as, at = place.at, query = place.query, answers = {}, isSent, status = 409 } = refused;
  const reach = async (page: Page, world: World): Promise<number> => {
    await goTo(page, addressOf(name, { at, ...(query !== undefined && { query }) }, world));
    const last = await answerAll(page, otherwise(steps, answers), world);
    return isSent ? confirm(page) : last;
  };
  return [{ title: `${name} refused`, state: 'refused', as, status, reach }];
}

async function answerAll(page: Page, steps: readonly Step[], world: World): Promise<number> {
  let status = 0;
  for (const { answers } of steps) status = await answer(page, answers, world);
  return status;
}

/** Each answer in place of the one of its name; what else is answered, in the last step. */
function otherwise(steps: readonly Step[], answers: Step['answers']): Step[] {
  const isElsewhere = (name: string) => steps.some((step) => name in step.answers);
  return steps.map((step, place) => {
    const own = Object.entries(answers).filter(
      ([name]) => name in step.answers || (place === steps.length - 1 && !isElsewhere(name)),
    );
    return { ...step, answers: { ...step.answers, ...Object.fromEntries(own) } };
  });
}
