import type { z } from 'zod';
import type { Operation } from '../../http/operation.ts';
import { operations } from '../../operations.ts';
import { inWords } from '../api/api-problem.ts';
import { askedBy } from './asked-by.ts';
import type { ChangingName, Step } from './form-definition.ts';
import type { FieldErrors } from './read-form.ts';
import { inputOf, isAskedBy } from './refused.ts';

/**
 * What the API would refuse of the answers to one step, before the next one is asked: by the operation's own schema, so
 * that it says the same. What is still missing is for later steps.
 */
export function earlyErrors(
  name: ChangingName,
  body: unknown,
  { fields }: Step,
  today: string,
  placeOf: (rows: string, place: number) => number,
): FieldErrors {
  const operation: Pick<Operation, 'body'> = operations[name];
  const { error } = operation.body({ today }).safeParse(body, { reportInput: true });
  const isAsked = askedBy(fields);
  const found = (error?.issues ?? []).filter(isOfAnswer).flatMap((issue): [string, string][] => {
    const input = inputOf(issue.path.map((step) => `/${String(step)}`).join(''), placeOf);
    return isAskedBy(isAsked, input) ? [[input, inWords(issue.message)]] : [];
  });
  return new Map(found);
}

/** A form may ask in another shape than it sends: what is only of another type is for the API to see. */
const ofShape: readonly string[] = ['invalid_type', 'invalid_union', 'invalid_value', 'unrecognized_keys'];

const isOfAnswer = ({ code, input }: z.core.$ZodIssue): boolean => input !== undefined && !ofShape.includes(code);
