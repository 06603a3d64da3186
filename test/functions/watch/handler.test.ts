import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { reportChanges } from '../../../functions/watch/handler.ts';

const stream = 'arn:aws:dynamodb:eu-west-2:123456789012:table/Journal/stream/2026-04-01T00:00:00.000';

const change = (record: Partial<DynamoDBRecord> = {}): DynamoDBRecord => ({
  eventName: 'MODIFY',
  eventSourceARN: stream,
  dynamodb: {
    Keys: { pk: { S: 'P#maldon#J#0' }, sk: { S: '000000000017' } },
    OldImage: { recordedBy: { S: 'Ann Example' } },
    NewImage: { recordedBy: { S: 'Someone Else' } },
    SequenceNumber: '4421584500000000017450439091',
    ApproximateCreationDateTime: 1_775_001_600,
  },
  ...record,
});

const reported = (...records: DynamoDBRecord[]) => {
  const lines: unknown[][] = [];
  reportChanges({ Records: records }, { critical: (...line: unknown[]) => lines.push(line) });
  return lines;
};

describe('a change to an entry that is only ever added', () => {
  it('is reported with its table and its keys', () => {
    expect(reported(change())).toEqual([
      [
        'An entry that is only ever added was changed',
        {
          change: 'MODIFY',
          stream,
          keys: { pk: 'P#maldon#J#0', sk: '000000000017' },
          sequenceNumber: '4421584500000000017450439091',
          changedAt: 1_775_001_600,
          changedBy: undefined,
        },
      ],
    ]);
  });

  it('is reported without what the entry says', () => {
    expect(JSON.stringify(reported(change()))).not.toMatch(/Ann Example|Someone Else/);
  });

  it('is reported one by one', () => {
    expect(reported(change(), change({ eventName: 'REMOVE' }))).toHaveLength(2);
  });

  it('by a time to live is told from one by a person', () => {
    const userIdentity = { type: 'Service', principalId: 'dynamodb.amazonaws.com' };

    expect(reported(change({ userIdentity }))).toEqual([
      [expect.any(String), expect.objectContaining({ changedBy: 'dynamodb.amazonaws.com' })],
    ]);
  });

  it('is reported even if its record says nothing', () => {
    expect(reported({})).toHaveLength(1);
  });
});
