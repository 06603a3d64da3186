import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, type Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';

const cloudWatch = new ServicePrincipal('cloudwatch.amazonaws.com');

/** Where alarms are heard: an encrypted topic to which only this account's CloudWatch publishes. */
export class Alarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, emails: readonly string[]) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', {
      displayName: 'Community safety funding',
      masterKey: this.makeKey(),
      enforceSSL: true,
    });
    // because a topic with a policy of its own no longer takes messages from its account by default
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [cloudWatch],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    for (const email of emails) this.topic.addSubscription(new EmailSubscription(email));
  }

  /** An alarm as soon as the metric counts anything: few people use this, so nothing that goes wrong is noise. */
  whenAny(id: string, metric: Metric, description: string): void {
    const alarm = metric.createAlarm(this, id, {
      alarmDescription: description,
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }

  whenFunctionFails(name: string, watched: IFunction): void {
    const period = Duration.minutes(5);
    this.whenAny(`${name}Errors`, watched.metricErrors({ period }), `The function ${name} crashed or timed out.`);
    this.whenAny(`${name}Throttles`, watched.metricThrottles({ period }), `The function ${name} was throttled.`);
  }

  /** A key of our own, because CloudWatch may not use the one that AWS manages for SNS. Nothing is stored under it. */
  private makeKey(): Key {
    const key = new Key(this, 'Key', {
      description: 'Alarms of community safety funding',
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsArePublishedEncrypted',
        principals: [cloudWatch],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
        resources: ['*'],
      }),
    );
    return key;
  }
}
