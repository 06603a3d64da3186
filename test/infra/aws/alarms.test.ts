import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { idAt, jsonOf, ofType, ownFunctions, propertiesAt, synthesise } from './synthesised.ts';

const template = synthesise();
const json = jsonOf(template);
const topic = { Ref: idAt(json, 'Alarms/Topic') };

describe('alarms', () => {
  it('are all told to the topic', () => {
    const alarm = Match.objectLike({ AlarmActions: [topic], TreatMissingData: 'notBreaching' });

    expect(() => template.allResourcesProperties('AWS::CloudWatch::Alarm', alarm)).not.toThrow();
  });

  it.each(['Errors', 'Throttles'])('are raised by the %s of every function of ours', (metric) => {
    const watched = ofType(json, 'AWS::CloudWatch::Alarm')
      .filter(([, { Properties }]) => Properties['MetricName'] === metric)
      .map(([, { Properties }]) => (Properties['Dimensions'] as [{ Value: { Ref: string } }])[0].Value.Ref);

    expect(watched.sort()).toEqual(
      ownFunctions(json)
        .map(([id]) => id)
        .sort(),
    );
  });

  it.each(['Api/Http', 'Site/Pages'])('are raised when %s fails', (path) => {
    const alarm = {
      Namespace: 'AWS/ApiGateway',
      MetricName: '5xx',
      Dimensions: [{ Name: 'ApiId', Value: { Ref: idAt(json, path) } }],
      Threshold: 1,
      Statistic: 'Sum',
    };

    expect(() => template.hasResourceProperties('AWS::CloudWatch::Alarm', alarm)).not.toThrow();
  });
});

describe('the topic of alarms', () => {
  it('is encrypted with a key that CloudWatch may use', () => {
    const key = idAt(json, 'Alarms/Key');
    const use = {
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
      Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    };

    expect(propertiesAt(json, 'Alarms/Topic')['KmsMasterKeyId']).toEqual({ 'Fn::GetAtt': [key, 'Arn'] });
    expect(propertiesAt(json, 'Alarms/Key')).toMatchObject({
      EnableKeyRotation: true,
      KeyPolicy: { Statement: expect.arrayContaining([expect.objectContaining(use)]) },
    });
  });

  it('takes messages by TLS only, and from the alarms of its account', () => {
    expect(propertiesAt(json, 'Alarms/Topic/Policy')).toMatchObject({
      Topics: [topic],
      PolicyDocument: {
        Statement: [
          { Effect: 'Deny', Principal: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
          {
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Action: 'sns:Publish',
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
    });
  });

  it('is sent to whom the deployment names, and to nobody by default', () => {
    const other = synthesise({ alarmEmails: 'audit@example.gov.uk' });
    const subscription = { Protocol: 'email', Endpoint: 'audit@example.gov.uk' };

    expect(ofType(json, 'AWS::SNS::Subscription')).toEqual([]);
    expect(() => other.hasResourceProperties('AWS::SNS::Subscription', subscription)).not.toThrow();
  });
});
