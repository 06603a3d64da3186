import { z } from 'zod';
import * as awardAnswers from '../awards/answers.ts';
import * as commonAnswers from '../http/answers.ts';
import type { Operation } from '../http/operation.ts';
import type { Schema } from './openapi-document.ts';
import { type SchemaName, sharedSchemas } from './shared-schemas.ts';

/** The schemas of the parts of an operation's request and answer. */
export type OperationSchemas = {
  readonly path: Schema;
  readonly query: Schema;
  readonly body: Schema;
  readonly answer: Schema;
};

export type Schemas = {
  readonly components: Readonly<Record<string, Schema>>;
  readonly of: (operationName: string) => OperationSchemas;
};

/** Every answer that has a name. */
export const answers = { ...commonAnswers, ...awardAnswers };

type Registry = ReturnType<typeof z.registry<SchemaName>>;

// Paths and queries become parameters, one by one; as components they'd say the same again.
const isComponent = (id: string): boolean => !id.includes('.');
const reference = (id: string): string => `#/components/schemas/${id}`;

/** Every schema of these operations, as it reads on the wire: bodies and answers by name, shared ones once. */
export function schemasOf(list: Readonly<Record<string, Operation>>): Schemas {
  const registry: Registry = z.registry<SchemaName>();
  for (const [schema, name] of sharedSchemas) registry.add(schema, name);
  for (const [name, schema] of Object.entries(answers)) idOf(registry, schema, name.replace(/Answer$/, ''));
  const parts = new Map(Object.entries(list).map(([name, operation]) => [name, register(registry, name, operation)]));
  const all = converted(registry);
  const byId = (id: string | undefined): Schema => {
    if (id === undefined) return {};
    return isComponent(id) ? { $ref: reference(id) } : (all.get(id) ?? {});
  };
  const of = (name: string): OperationSchemas => {
    const { path, query, body, answer } = parts.get(name) ?? {};
    return { path: byId(path), query: byId(query), body: byId(body), answer: byId(answer) };
  };
  return { components: Object.fromEntries([...all].filter(([id]) => isComponent(id)).toSorted()), of };
}

/** Where a schema has a name already, that one holds. */
function idOf(registry: Registry, schema: z.ZodType, id: string): string {
  if (!registry.has(schema)) registry.add(schema, { id });
  return registry.get(schema)?.id ?? id;
}

type PartIds = { readonly [Part in keyof OperationSchemas]?: string };

function register(registry: Registry, name: string, operation: Operation): PartIds {
  const capitalised = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  // Limits decide which dates are refused, and no schema shows them.
  const limits = { today: '2017-10-06' };
  const { method, answer } = operation;
  return {
    path: idOf(registry, operation.parameters, `${name}.path`),
    query: idOf(registry, operation.query(limits), `${name}.query`),
    ...(method === 'GET' ? {} : { body: idOf(registry, operation.body(limits), `${capitalised}Body`) }),
    ...(answer.contentTypes.includes('application/json')
      ? { answer: idOf(registry, answer.schema, `${capitalised}Answer`) }
      : {}),
  };
}

/** Codecs read as text here and as `Money` within: `io: 'input'` is the wire's side of them, of answers too. */
function converted(registry: Registry): Map<string, Schema> {
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: reference,
    override: ({ zodSchema, jsonSchema }) => {
      const { id: _, ...more } = registry.has(zodSchema) ? (registry.get(zodSchema) ?? { id: '' }) : { id: '' };
      Object.assign(jsonSchema, more);
      // What every whole number is, says nothing.
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    },
  });
  const plain: Record<string, Schema> = JSON.parse(JSON.stringify(schemas), (_, value) =>
    withoutRepeats(value, schemas),
  );
  return new Map(Object.entries(plain).map(([id, { $schema: _, $id: __, ...schema }]) => [id, schema]));
}

/** Drops from a refined schema what the one that it refines, and refers to, says already: dates say a lot. */
function withoutRepeats(value: unknown, schemas: Readonly<Record<string, Schema>>): unknown {
  if (typeof value !== 'object' || value === null || !('$ref' in value) || !('allOf' in value)) return value;
  const { allOf, ...rest } = value;
  const referred = Object.entries(schemas).find(([id]) => reference(id) === value.$ref)?.[1];
  return JSON.stringify(referred?.allOf) === JSON.stringify(allOf) ? rest : value;
}
