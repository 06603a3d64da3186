import { z } from 'zod';
import { Organisation } from '../../../domain/text.ts';
import { ApiProblem } from '../api/api-problem.ts';
import type { Field, Option } from '../form/field.ts';
import { orNothing } from '../form/options.ts';
import { slugOf } from '../form/slug.ts';

type Names = ReadonlyMap<string, string>;

/** Funders with an amount each; a funder that isn't known yet is named. */
export const owedField = (name: string, label: string, item: string, names: Names): Field => ({
  kind: 'rows',
  name,
  label,
  item,
  isOptional: true,
  most: 50,
  fields: [
    ...(names.size === 0 ? [] : [knownFunderField(names)]),
    {
      kind: 'line',
      name: 'newFunder',
      label: names.size === 0 ? 'Name of the funder' : 'Or the name of a funder that is not in the list',
      isOptional: names.size > 0,
    },
    { kind: 'money', name: 'amount', label: 'Amount' },
  ],
});

const knownFunderField = (names: Names): Field => ({
  kind: 'choice',
  look: 'list',
  name: 'funder',
  label: 'Funder',
  options: orNothing([...names].map(([value, text]): Option => ({ value, text }))),
  isOptional: true,
});

const Row = z.looseObject({ funder: z.string().optional(), newFunder: z.string().optional() });

/** The rows as the API takes them: a funder by its id, or a new one by id and name. */
export function owedRows(rows: unknown, name: string, names: Names): unknown {
  if (!Array.isArray(rows)) return rows;
  return rows.map((row: unknown, place) => {
    const { funder, newFunder, ...rest } = Row.parse(row);
    return { funder: funder ?? newOne(newFunder, `/${name}/${place}/newFunder`, names), ...rest };
  });
}

/** Read here as well as by the API, which takes either and so can't say what is wrong with one. */
function newOne(written: string | undefined, pointer: string, names: Names): unknown {
  if (written === undefined) throw wrong(pointer, 'Choose a funder, or name a new one.');
  const id = slugOf(written);
  const known = names.get(id);
  if (known !== undefined) throw wrong(pointer, `That makes the short name of ${known}. Choose it in the list.`);
  if (id === '') throw wrong(pointer, 'No short name can be made of this name. Record the funder first.');
  const { data, error } = Organisation.safeParse({ id, name: written });
  if (data === undefined) throw wrong(pointer, error.issues[0]?.message ?? '');
  return data;
}

const wrong = (pointer: string, detail: string): ApiProblem =>
  new ApiProblem(400, { code: 'invalid-request', detail, errors: [{ pointer, detail }] });
