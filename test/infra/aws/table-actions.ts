import { dynamoDbActions } from './dynamodb-actions.ts';
import { flatten, listOf } from './intrinsic.ts';
import { allowedIn, type Statement } from './policies.ts';
import type { TemplateJson } from './synthesised.ts';

/** That someone may do something to a table, to its indexes or to its stream. */
export type Holding = {
  readonly holder: string;
  readonly table: string;
  readonly part: 'table' | 'index' | 'stream' | 'anything below';
  readonly action: string;
};

/** Who may do what to which of these tables. What can't be understood counts as allowed, never as harmless. */
export const tableActions = (template: TemplateJson, tables: readonly string[]): readonly Holding[] =>
  allowedIn(template).flatMap(({ holder, statement }) =>
    actionsOf(statement).flatMap((action) =>
      placesOf(statement, tables, template).map((place) => ({ holder, action, ...place })),
    ),
  );

const actionsOf = ({ Action, NotAction }: Statement): readonly string[] => {
  if (NotAction !== undefined) {
    const spared = new Set(listOf(NotAction).flatMap((pattern) => expand(String(pattern))));
    return dynamoDbActions.filter((action) => !spared.has(action));
  }
  return [...new Set(listOf(Action).flatMap((pattern) => expand(String(pattern))))];
};

/** An action that isn't in the list is kept: it may be newer than the list. */
const expand = (pattern: string): readonly string[] => {
  const matching = dynamoDbActions.filter((action) => matches(pattern, `dynamodb:${action}`));
  const isNamed = /^dynamodb:\w+$/i.test(pattern);
  return matching.length === 0 && isNamed ? [pattern.slice('dynamodb:'.length)] : matching;
};

/** As IAM matches: case doesn't count, `*` is any characters, `?` any one. */
const matches = (pattern: string, text: string): boolean => {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 'i').test(text);
};

type Place = Pick<Holding, 'table' | 'part'>;

const parts = ['table', 'index', 'stream'] as const;

const placesOf = (statement: Statement, tables: readonly string[], template: TemplateJson): readonly Place[] => {
  const everywhere = tables.flatMap((table) => parts.map((part) => ({ table, part })));
  if (statement.NotResource !== undefined) return everywhere;
  return listOf(statement.Resource).flatMap((resource): readonly Place[] => {
    const { text, references } = flatten(resource);
    const named = tables.filter((table) => references.includes(table));
    if (named.length > 0) return named.map((table) => ({ table, part: partOf(text) }));
    if (references.some((reference) => reference in template.Resources)) return [];
    return mayBeDynamoDb(text) ? everywhere : [];
  });
};

const partOf = (text: string): Holding['part'] => {
  if (/\.Arn$/.test(text)) return 'table';
  if (/\.StreamArn$|\/stream\//.test(text)) return 'stream';
  return text.includes('/index/') ? 'index' : 'anything below';
};

/** `*`, or an ARN whose service is DynamoDB or left open. Which table it means is only known once it is deployed. */
const mayBeDynamoDb = (text: string): boolean => {
  const [arn = '', , service] = text.split(':');
  return arn.includes('*') || (service !== undefined && matches(service, 'dynamodb')) || !text.startsWith('arn:');
};
