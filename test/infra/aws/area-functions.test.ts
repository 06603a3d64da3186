import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { type Area, type AreaDefinition, areas } from '../../../functions/areas.ts';
import { operations } from '../../../functions/operations.ts';
import { type TableName, tables } from '../../../functions/store/tables.ts';
import { idAt, jsonOf, ownFunctions, propertiesAt, type Resource, synthesise } from './synthesised.ts';
import { tableActions } from './table-actions.ts';

const template = synthesise();
const json = jsonOf(template);
const tableIds = {
  records: idAt(json, 'Records'),
  journal: idAt(json, 'Journal'),
  events: idAt(json, 'Events'),
  sessions: idAt(json, 'Sessions'),
};
const tableNames = Object.keys(tables) as TableName[];
const areaNames = Object.keys(areas) as Area[];

const rightsOf = (area: Area, table: TableName) => (areas[area] as AreaDefinition).rights[table] ?? [];
type Environment = { Variables: Record<string, unknown> };
const variablesOf = (properties: Resource['Properties']) => (properties['Environment'] as Environment).Variables;
const environmentOf = (area: Area) => variablesOf(propertiesAt(json, `Functions/${area}/Function`));

/** Every area with every table. */
const pairs = areaNames.flatMap((area) => tableNames.map((table) => [area, table] as const));

describe('every function', () => {
  it('of ours runs on Node 24 and arm64', () => {
    const kinds = ownFunctions(json).map(([, { Properties }]) => [Properties['Runtime'], Properties['Architectures']]);

    expect(kinds).toEqual(kinds.map(() => ['nodejs24.x', ['arm64']]));
  });

  it('has a log group of its own', () => {
    const functions = Match.objectLike({ LoggingConfig: { LogGroup: Match.anyValue() } });

    expect(() => template.allResourcesProperties('AWS::Lambda::Function', functions)).not.toThrow();
  });

  it('has no policy that AWS manages', () => {
    const role = Match.objectLike({ ManagedPolicyArns: Match.absent() });

    expect(() => template.allResourcesProperties('AWS::IAM::Role', role)).not.toThrow();
  });

  it('keeps its environment free of secrets', () => {
    const written = ownFunctions(json)
      .flatMap(([, { Properties }]) => Object.entries(variablesOf(Properties)))
      .filter(([, value]) => typeof value === 'string')
      .map(([name]) => name);

    expect([...new Set(written)].sort()).toEqual(['ASSETS', 'NODE_OPTIONS', 'POWERTOOLS_SERVICE_NAME']);
  });
});

describe.each(areaNames)('the function of %s', (area) => {
  it('has the memory that the list gives it, and answers before the gateway gives up where it answers at all', () => {
    const { memoryMegabytes, timeoutSeconds = 29 }: AreaDefinition = areas[area];

    expect(propertiesAt(json, `Functions/${area}/Function`)).toMatchObject({
      MemorySize: memoryMegabytes,
      Timeout: timeoutSeconds,
    });
  });

  it('has no more time than the gateway, if an operation is its', () => {
    const { timeoutSeconds = 29 }: AreaDefinition = areas[area];
    const isServing = Object.values(operations).some((operation) => operation.area === area);

    expect(isServing ? timeoutSeconds : 29).toBe(29);
  });

  it('knows the tables to which it has a right, and no other', () => {
    const known = tableNames.filter((table) => tables[table].environment in environmentOf(area));

    expect(known).toEqual(tableNames.filter((table) => rightsOf(area, table).length > 0));
  });

  it('gets the key of cursors by reference, if it may list anything', () => {
    const key = JSON.stringify(environmentOf(area)['CURSOR_KEY']);
    const mayList = (['records', 'journal', 'events'] as const).some((table) => rightsOf(area, table).includes('read'));

    expect(key?.startsWith('{"Fn::Join":["",["{{resolve:secretsmanager:",') ?? false).toBe(mayList);
  });
});

describe.each(pairs)('the rights of %s on %s', (area, table) => {
  const held = tableActions(json, [tableIds[table]])
    .filter(({ holder }) => holder === idAt(json, `Functions/${area}/Role`))
    .map(({ action }) => action);

  it('let it put only if it may write or append', () => {
    const mayPut = rightsOf(area, table).some((right) => right !== 'read' && right !== 'remove');

    expect(held.includes('PutItem')).toBe(mayPut);
  });

  it('let it query only if it may read, and sessions never', () => {
    expect(held.includes('Query')).toBe(table !== 'sessions' && rightsOf(area, table).includes('read'));
  });

  it('let it delete only if it may remove', () => {
    expect(held.includes('DeleteItem')).toBe(rightsOf(area, table).includes('remove'));
  });
});

describe.each(['Functions/CursorKey', 'Site/SessionKey'])('the key %s', (path) => {
  it('is made by Secrets Manager, and known to nobody', () => {
    expect(propertiesAt(json, path)).toMatchObject({ GenerateSecretString: { PasswordLength: 64 } });
    expect(propertiesAt(json, path)['SecretString']).toBeUndefined();
  });
});
