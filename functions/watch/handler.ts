import { Logger } from '@aws-lambda-powertools/logger';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

/**
 * Says which entries of an append-only table were changed or removed. Only such changes reach this function: that it
 * runs at all raises the alarm, so it has nothing to decide, and must not fail and try again.
 */
export const handler = async (event: DynamoDBStreamEvent): Promise<void> => reportChanges(event, new Logger());

export const reportChanges = (event: DynamoDBStreamEvent, log: Pick<Logger, 'critical'>): void => {
  for (const record of event.Records) log.critical('An entry that is only ever added was changed', changeOf(record));
};

/** Never the entry itself, which may hold names. */
const changeOf = ({ eventName, eventSourceARN, dynamodb, userIdentity }: DynamoDBRecord) => ({
  change: eventName,
  stream: eventSourceARN,
  keys: { pk: dynamodb?.Keys?.['pk']?.S, sk: dynamodb?.Keys?.['sk']?.S },
  sequenceNumber: dynamodb?.SequenceNumber,
  changedAt: dynamodb?.ApproximateCreationDateTime,
  /** Set where DynamoDB did it by itself: a time to live. */
  changedBy: userIdentity?.principalId,
});
