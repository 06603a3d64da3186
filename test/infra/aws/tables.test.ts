import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { partitionKey, sortKey, tables } from '../../../functions/store/tables.ts';
import { idAt, jsonOf, ofType, propertiesAt, synthesise } from './synthesised.ts';

type Table = { Replicas: Record<string, unknown>[] };

const template = synthesise();
const json = jsonOf(template);
const type = 'AWS::DynamoDB::GlobalTable';
const everyProperty = (properties: object) => () => template.allResourcesProperties(type, Match.objectLike(properties));

/** Those that hold what nobody could make again. */
const kept = ['Records', 'Journal', 'Events'];

describe('the tables', () => {
  it('are those of the definition', () => {
    expect(ofType(json, type)).toHaveLength(Object.keys(tables).length);
  });

  it.each(kept)('outlive the stack, as %s does', (name) => {
    expect(json.Resources[idAt(json, name)]).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('go with the stack where they hold nothing worth keeping, as that of sessions', () => {
    expect(json.Resources[idAt(json, 'Sessions')]).toMatchObject({ DeletionPolicy: 'Delete' });
  });

  it('keep the logical ids under which stacks already hold data', () => {
    expect(kept.map((name) => idAt(json, name))).toEqual(['Records091F6ECA', 'JournalAE8C44B2', 'EventsD32975C2']);
  });

  it.each(kept)('can be taken back to any moment, and not be deleted by mistake, as %s', (name) => {
    const { Replicas } = propertiesAt(json, name) as Table;

    expect(Replicas).toEqual([
      expect.objectContaining({
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        DeletionProtectionEnabled: true,
      }),
    ]);
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
    ['Sessions', { AttributeName: 'expiresAt', Enabled: true }],
  ])('let entries of %s expire only where the definition says so', (name, expected) => {
    expect(propertiesAt(json, name)['TimeToLiveSpecification']).toEqual(expected);
  });
});
