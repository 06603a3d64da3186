import { Duration } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { FilterCriteria, FilterRule, type IFunction, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { tables as definitions } from '../../functions/store/tables.ts';
import type { Alarms } from './alarms.ts';
import { nodeFunction } from './node-function.ts';
import { tableNames } from './table-names.ts';
import type { Tables } from './tables.ts';

/**
 * IAM can't forbid a put that replaces, so the streams of the append-only tables are watched: only what isn't an insert
 * reaches the watcher, and that it ran at all is the alarm. Its log says which entry it was.
 */
export const watchForChanges = (stack: Construct, tables: Tables, alarms: Alarms): void => {
  const watcher = nodeFunction(new Construct(stack, 'AppendOnly'), 'Watcher', {
    entry: 'functions/watch/handler.ts',
    description: 'Community safety funding: reports changes to entries that are only ever added',
    memoryMegabytes: 256,
    timeoutSeconds: 29,
    environment: { POWERTOOLS_SERVICE_NAME: 'watch' },
  });
  for (const name of tableNames) {
    if (definitions[name].appendOnly) watch(name, tables[name], watcher);
  }
  alarms.whenFunctionFails('watch', watcher);
  alarms.whenAny(
    'EntryChanged',
    watcher.metricInvocations({ period: Duration.minutes(1) }),
    'An entry of the journal or the events table was changed or removed. The log of the watcher says which.',
  );
};

/** By its parts, because `DynamoEventSource` doesn't take this kind of table under `exactOptionalPropertyTypes`. */
const watch = (name: string, table: TableV2, watcher: IFunction): void => {
  if (!table.tableStreamArn) throw new Error(`The table ${name} has no stream to watch.`);
  table.grantStreamRead(watcher);
  watcher.addEventSourceMapping(name, {
    eventSourceArn: table.tableStreamArn,
    startingPosition: StartingPosition.TRIM_HORIZON,
    filters: [FilterCriteria.filter({ eventName: FilterRule.or('MODIFY', 'REMOVE') })],
    retryAttempts: 2, // because the first attempt has raised the alarm already
  });
};
