import { z } from 'zod';
import { idOf } from '../form/slug.ts';

const Row = z.looseObject({ id: z.string().optional(), name: z.string().optional() });

/** Rows of names, each with the id that was given or one that is made of its name. */
export function withIds(rows: unknown, field: string): unknown {
  if (!Array.isArray(rows)) return rows;
  return rows.map((row: unknown, place) => {
    const { id, name, ...rest } = Row.parse(row);
    return { ...rest, id: idOf(id, name, `/${field}/${place}/id`), name };
  });
}
