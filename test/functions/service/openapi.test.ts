import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Operation } from '../../../functions/http/operation.ts';
import { operations } from '../../../functions/operations.ts';
import { placed } from '../../../functions/service/docs-operation.ts';
import { examples } from '../../../functions/service/examples.ts';
import { answers } from '../../../functions/service/schemas.ts';
import { sharedSchemas } from '../../../functions/service/shared-schemas.ts';
import { document, everything, operation, schemas, text } from './document.ts';

const list: [string, Operation][] = Object.entries(operations);
const today = '2026-01-01';

/** A schema of the document, read back. */
function compiled(name: string): z.ZodType {
  const $defs = JSON.parse(JSON.stringify(schemas).replaceAll('#/components/schemas/', '#/$defs/'));
  return z.fromJSONSchema({ ...$defs[name], $defs });
}

describe('the OpenAPI document', () => {
  it('has every operation once, at its method and path', () => {
    const inDocument = placed(document).map((one) => `${one.operation.operationId} ${one.method} ${one.path}`);

    expect(inDocument.toSorted()).toEqual(list.map(([id, { method, path }]) => `${id} ${method} ${path}`).toSorted());
  });

  it.each(list)('declares the parameters of the path of %s, and no others', (id, { path }) => {
    const declared = operation(id).parameters.filter((parameter) => parameter.in === 'path');

    expect(declared.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
    expect(declared.every(({ required }) => required)).toBe(true);
  });

  it.each(list)('declares each parameter of %s once', (id) => {
    const declared = operation(id).parameters.map((parameter) => `${parameter.in} ${parameter.name}`);

    expect(declared).toEqual([...new Set(declared)]);
  });

  it.each(list)('gives %s a summary, who may call it, a success, and a body where it takes one', (id, { method }) => {
    const { summary, description, responses, requestBody } = operation(id);

    expect(summary).not.toBe('');
    expect(description).toMatch(/^Who: \S/);
    expect(Object.keys(responses)[0]).toMatch(/^2/);
    expect(requestBody === undefined).toBe(method === 'GET');
  });

  it('refers to nothing that is not there', () => {
    const references = everything(document)
      .filter(({ at }) => at.endsWith('/$ref'))
      .map(({ value }) => String(value));

    const known = new Set(Object.keys(schemas).map((name) => `#/components/schemas/${name}`));
    expect(references.filter((reference) => !known.has(reference))).toEqual([]);
  });

  it('has a name of its own for each schema', () => {
    const named = new Map(sharedSchemas.map(([schema, { id }]) => [id, schema]));
    const taken = Object.entries(answers).filter(([name, schema]) => {
      const other = named.get(name.replace(/Answer$/, ''));
      return other !== undefined && other !== schema;
    });

    expect(taken.map(([name]) => name)).toEqual([]);
  });

  it('names no schema that nothing refers to, but for those of answers', () => {
    const unused = Object.keys(schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`));

    expect(unused.filter((name) => name.endsWith('Body'))).toEqual([]);
  });

  it.each(Object.keys(schemas))('has a schema %s that compiles', (name) => {
    expect(compiled(name).safeParse(Symbol('nothing that JSON knows')).success).toBe(false);
  });

  it('has patterns that are regular expressions by the rules of JSON Schema', () => {
    const patterns = everything(document).filter(
      ({ at, value }) => at.endsWith('/pattern') && typeof value === 'string',
    );

    expect(patterns.length).toBeGreaterThan(0);
    for (const { value } of patterns) expect(() => new RegExp(String(value), 'u')).not.toThrow();
  });

  it('says undefined, NaN or object nowhere', () => {
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it('keeps identifiers and dialects of parts to itself', () => {
    expect(everything(document).filter(({ at }) => /\/\$(id|schema|defs)$/.test(at))).toEqual([]);
  });

  it('writes every amount as text with a pattern', () => {
    const numbers = everything(document).filter(({ at, value }) => at.endsWith('/type') && value === 'number');

    expect(numbers).toEqual([]);
    expect(schemas['Money']).toMatchObject({ type: 'string', pattern: expect.any(String) });
    expect(schemas['AmountOrNothing']).toMatchObject({ type: 'string', pattern: expect.any(String) });
    expect(schemas['Amount']).toMatchObject({ $ref: '#/components/schemas/AmountOrNothing' });
  });

  it('refers to an amount wherever a name says that it is one', () => {
    const amounts = everything(document).filter(({ at }) => /\/properties\/\w*([aA]mount|[bB]alance)$/.test(at));
    const others = amounts.filter(({ value }) => !/Amount|AmountOrNothing|Money/.test(JSON.stringify(value)));

    expect(amounts.length).toBeGreaterThan(20);
    expect(others.map(({ at }) => at)).toEqual([]);
  });
});

const bodyName = (id: string): string => `${id.slice(0, 1).toUpperCase()}${id.slice(1)}Body`;

describe('the examples', () => {
  it.each([...examples])('of %s is a request that is accepted', (id, { path, query = '', body }) => {
    const called = list.find(([name]) => name === id)?.[1];
    const parameters = Object.fromEntries(new URLSearchParams(query));

    expect(called?.parameters.safeParse(path).error).toBeUndefined();
    expect(called?.query({ today }).safeParse(parameters).error).toBeUndefined();
    expect(called?.body({ today }).safeParse(body).error).toBeUndefined();
  });

  it('are bodies as the document says', () => {
    const bodies = [...examples].filter(([, { body }]) => body !== undefined);
    const refused = bodies.filter(([id, { body }]) => !compiled(bodyName(id)).safeParse(body).success);

    expect(bodies.length).toBeGreaterThan(2);
    expect(refused).toEqual([]);
  });

  it('are no longer, once an amount is a number', () => {
    const body = { amount: 6263.5, receivedOn: '2017-05-02', bankReference: 'EPCC-0002' };

    const { error } = compiled('RecordReceiptBody').safeParse(body);

    expect(error?.issues.map(({ path }) => path)).toEqual([['amount']]);
  });
});
