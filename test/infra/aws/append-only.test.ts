import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { listOf } from './intrinsic.ts';
import type { Statement } from './policies.ts';
import { idAt, jsonOf, propertiesAt, synthesise } from './synthesised.ts';

const template = synthesise();
const json = jsonOf(template);

type Table = {
  Replicas: { ResourcePolicy?: { PolicyDocument: { Statement: unknown } } }[];
  StreamSpecification?: unknown;
};

const tableAt = (name: string) => propertiesAt(json, name) as Table;

const policyOf = (name: string): readonly Statement[] =>
  tableAt(name).Replicas.flatMap(
    ({ ResourcePolicy }) => listOf(ResourcePolicy?.PolicyDocument.Statement) as readonly Statement[],
  );

const changes = `
  UpdateItem DeleteItem BatchWriteItem PartiQLInsert PartiQLUpdate PartiQLDelete UpdateTimeToLive DeleteTable
`
  .trim()
  .split(/\s+/);

describe.each(['Journal', 'Events'])('the policy of %s', (name) => {
  it.each(changes)('denies %s to everyone, whatever the circumstances', (action) => {
    const denials = policyOf(name).filter(
      ({ Effect, Action, Principal, Resource, Condition }) =>
        Effect === 'Deny' &&
        listOf(Action).includes(`dynamodb:${action}`) &&
        JSON.stringify(Principal) === '{"AWS":"*"}' &&
        Resource === '*' &&
        Condition === undefined,
    );

    expect(denials).toHaveLength(1);
  });

  it('allows nobody anything', () => {
    expect(policyOf(name).filter(({ Effect }) => Effect !== 'Deny')).toEqual([]);
  });

  it('leaves putting to those who hold that right', () => {
    expect(policyOf(name).flatMap(({ Action }) => listOf(Action))).not.toContain('dynamodb:PutItem');
  });
});

describe('a change to an entry', () => {
  it('is never hindered on the records, which follow from the journal', () => {
    expect(policyOf('Records')).toEqual([]);
  });

  it.each(['Journal', 'Events'])('of %s is in a stream, with what was there before', (name) => {
    expect(tableAt(name).StreamSpecification).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' });
  });

  it.each(['Journal', 'Events'])('of %s reaches the watcher, and an insert does not', (name) => {
    const mapping = {
      FunctionName: { Ref: idAt(json, 'AppendOnly/Watcher/Function') },
      EventSourceArn: { 'Fn::GetAtt': [idAt(json, name), 'StreamArn'] },
      FilterCriteria: { Filters: [{ Pattern: '{"eventName":["MODIFY","REMOVE"]}' }] },
      StartingPosition: 'TRIM_HORIZON',
    };

    expect(() => template.hasResourceProperties('AWS::Lambda::EventSourceMapping', mapping)).not.toThrow();
  });

  it('raises an alarm within a minute or so, by the mere fact that the watcher ran', () => {
    const alarm = {
      Namespace: 'AWS/Lambda',
      MetricName: 'Invocations',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: idAt(json, 'AppendOnly/Watcher/Function') } }],
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'GreaterThanOrEqualToThreshold',
      AlarmActions: [{ Ref: idAt(json, 'Alarms/Topic') }],
      ActionsEnabled: Match.absent(),
    };

    expect(() => template.hasResourceProperties('AWS::CloudWatch::Alarm', alarm)).not.toThrow();
  });
});
