import { Duration } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type Area, type AreaDefinition, areas } from '../../functions/areas.ts';
import { tables as definitions } from '../../functions/store/tables.ts';
import type { Alarms } from './alarms.ts';
import { grantDocuments } from './document-rights.ts';
import type { Documents } from './documents.ts';
import { makeFunctionKey } from './function-key.ts';
import { nodeFunction } from './node-function.ts';
import { tableNames } from './table-names.ts';
import { grantRights } from './table-rights.ts';
import type { Tables } from './tables.ts';

export type AreaFunctions = ReadonlyMap<Area, LambdaFunction>;

type Stores = { readonly tables: Tables; readonly documents: Documents };

const cursorKeyDefinition = {
  description: 'Authenticates the cursors of lists',
  whyNotRotated:
    'The key protects cursors, which give no rights. To change it, replace the secret and deploy; open lists then begin again.',
};

/** The gateway waits no longer. */
const usualTimeoutSeconds = 29;

/** One function for each area of the list, with the rights that the list gives it. */
export const makeAreaFunctions = (stack: Construct, { tables, documents }: Stores, alarms: Alarms): AreaFunctions => {
  const scope = new Construct(stack, 'Functions');
  const cursorKey = makeFunctionKey(scope, 'CursorKey', cursorKeyDefinition);
  const makeFunction = (area: Area): LambdaFunction => {
    const { rights, startsJobs: _, timeoutSeconds = usualTimeoutSeconds, ...definition }: AreaDefinition = areas[area];
    const made = nodeFunction(scope, area, {
      ...definition,
      description: `Community safety funding: ${area}`,
      timeoutSeconds,
      environment: {
        POWERTOOLS_SERVICE_NAME: area,
        ...tableEnvironment(rights, tables),
        // because what may read what is kept may list it, and a list's cursors are authenticated
        ...(mayList(rights) && { CURSOR_KEY: cursorKey }),
      },
    });
    grantRights(made, rights, tables);
    grantDocuments(made, areas[area], documents);
    alarms.whenFunctionFails(area, made);
    return made;
  };
  const made = new Map(areaNames.map((area) => [area, makeFunction(area)]));
  letStartJobs(made);
  return made;
};

export const functionOf = (functions: AreaFunctions, area: Area): LambdaFunction => {
  const found = functions.get(area);
  if (found === undefined) throw new Error(`There is no function of ${area}.`);
  return found;
};

/** Lets what starts jobs tell the worker of them, and nobody else; one that isn't done is started again by whoever asks. */
const letStartJobs = (functions: AreaFunctions): void => {
  const worker = functionOf(functions, 'worker');
  // What fails isn't tried again; what Lambda has no room for, it would try for six hours, but for the age.
  worker.configureAsyncInvoke({ retryAttempts: 0, maxEventAge: Duration.minutes(1) });
  for (const [area, starter] of functions) {
    const { startsJobs = false }: AreaDefinition = areas[area];
    if (!startsJobs) continue;
    starter.addEnvironment('WORKER_FUNCTION', worker.functionName);
    // not `grantInvoke`, which gives every version and alias besides
    starter.addToRolePolicy(
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [worker.functionArn] }),
    );
  }
};

type Rights = AreaDefinition['rights'];

const isArea = (key: string): key is Area => key in areas;
const areaNames = Object.keys(areas).filter(isArea);

const mayList = (rights: Rights): boolean =>
  tableNames.some((name) => definitions[name].isKept && rights[name]?.includes('read'));

/** The names of those tables only to which there is a right. */
const tableEnvironment = (rights: Rights, tables: Tables): Readonly<Record<string, string>> =>
  Object.fromEntries(
    tableNames.filter((name) => rights[name]).map((name) => [definitions[name].environment, tables[name].tableName]),
  );
