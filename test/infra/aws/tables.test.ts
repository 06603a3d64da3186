import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { partitionKey, sortKey, tables } from '../../../functions/store/tables.ts';
import { jsonOf, ofType, propertiesAt, synthesise } from './synthesised.ts';

const template = synthesise();
const json = jsonOf(template);
const type = 'AWS::DynamoDB::GlobalTable';
const every = (shape: object) => () => template.allResources(type, Match.objectLike(shape));
const everyProperty = (properties: object) => () => template.allResourcesProperties(type, Match.objectLike(properties));

describe('the tables', () => {
  it('are those of the definition', () => {
    expect(ofType(json, type)).toHaveLength(Object.keys(tables).length);
  });

  it('outlive the stack', () => {
    expect(every({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })).not.toThrow();
  });

  it('keep the logical ids under which stacks already hold data', () => {
    expect(ofType(json, type).map(([id]) => id)).toEqual(['Records091F6ECA', 'JournalAE8C44B2', 'EventsD32975C2']);
  });

  it('can be taken back to any moment, and not be deleted by mistake', () => {
    const replica = {
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      DeletionProtectionEnabled: true,
    };

    expect(everyProperty({ Replicas: [Match.objectLike(replica)] })).not.toThrow();
  });

  it('are encrypted with a key of the account', () => {
    expect(everyProperty({ SSESpecification: { SSEEnabled: true, SSEType: 'KMS' } })).not.toThrow();
  });

  it('are paid by use', () => {
    expect(everyProperty({ BillingMode: 'PAY_PER_REQUEST' })).not.toThrow();
  });

  it('have the two keys of the definition, both text', () => {
    const keys = {
      KeySchema: [
        { AttributeName: partitionKey, KeyType: 'HASH' },
        { AttributeName: sortKey, KeyType: 'RANGE' },
      ],
      AttributeDefinitions: Match.arrayWith([
        { AttributeName: partitionKey, AttributeType: 'S' },
        { AttributeName: sortKey, AttributeType: 'S' },
      ]),
    };

    expect(everyProperty(keys)).not.toThrow();
  });

  it('have no names of their own', () => {
    expect(everyProperty({ TableName: Match.absent() })).not.toThrow();
  });

  it.each([
    ['Records', { AttributeName: 'expiresAt', Enabled: true }],
    ['Journal', undefined],
    ['Events', undefined],
  ])('let entries of %s expire only where the definition says so', (name, expected) => {
    expect(propertiesAt(json, name)['TimeToLiveSpecification']).toEqual(expected);
  });
});
