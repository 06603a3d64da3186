import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type Area, type AreaDefinition, areas } from '../../functions/areas.ts';
import { tables as definitions } from '../../functions/store/tables.ts';
import type { Alarms } from './alarms.ts';
import { makeCursorKey } from './cursor-key.ts';
import { nodeFunction } from './node-function.ts';
import { tableNames } from './table-names.ts';
import { grantRights } from './table-rights.ts';
import type { Tables } from './tables.ts';

export type AreaFunctions = ReadonlyMap<Area, IFunction>;

/** One function for each area of the list, with the rights that the list gives it. */
export const makeAreaFunctions = (stack: Construct, tables: Tables, alarms: Alarms): AreaFunctions => {
  const scope = new Construct(stack, 'Functions');
  const cursorKey = makeCursorKey(scope);
  const makeFunction = (area: Area): IFunction => {
    const { entry, memoryMegabytes, rights }: AreaDefinition = areas[area];
    const made = nodeFunction(scope, area, {
      entry,
      description: `Community safety funding: ${area}`,
      memoryMegabytes,
      timeoutSeconds: 29,
      environment: {
        POWERTOOLS_SERVICE_NAME: area,
        ...tableEnvironment(rights, tables),
        // because what may read may list, and a list's cursors are authenticated
        ...(mayRead(rights) && { CURSOR_KEY: cursorKey }),
      },
    });
    grantRights(made, rights, tables);
    alarms.whenFunctionFails(area, made);
    return made;
  };
  return new Map(areaNames.map((area) => [area, makeFunction(area)]));
};

type Rights = AreaDefinition['rights'];

const isArea = (key: string): key is Area => key in areas;
const areaNames = Object.keys(areas).filter(isArea);

const mayRead = (rights: Rights): boolean => tableNames.some((name) => rights[name]?.includes('read'));

/** The names of those tables only to which there is a right. */
const tableEnvironment = (rights: Rights, tables: Tables): Readonly<Record<string, string>> =>
  Object.fromEntries(
    tableNames.filter((name) => rights[name]).map((name) => [definitions[name].environment, tables[name].tableName]),
  );
