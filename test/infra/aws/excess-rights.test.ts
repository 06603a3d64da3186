import { describe, expect, it } from 'vitest';
import { excessRights } from './excess-rights.ts';
import type { Statement } from './policies.ts';
import { idAt, jsonOf, type Resource, synthesise, type TemplateJson } from './synthesised.ts';

const template = jsonOf(synthesise());
const journal = idAt(template, 'Journal');
const events = idAt(template, 'Events');
const sessions = idAt(template, 'Sessions');
const arnOf = (table: string) => ({ 'Fn::GetAtt': [table, 'Arn'] });
const below = (table: string, rest: string) => ({ 'Fn::Join': ['', [arnOf(table), rest]] });

const having = (resource: Omit<Resource, 'Metadata'>): TemplateJson => ({
  Resources: { ...template.Resources, Intruder: resource },
});

const allowing = (statement: Omit<Statement, 'Effect'>): TemplateJson =>
  having({
    Type: 'AWS::IAM::Policy',
    Properties: {
      Roles: [{ Ref: 'SomeRole' }],
      PolicyDocument: { Statement: { Effect: 'Allow', ...statement } },
    },
  });

describe('the rights on the tables', () => {
  it('are no more than they should be', () => {
    expect(excessRights(template)).toEqual([]);
  });
});

describe('looking for excess rights', () => {
  it.each([
    ['an action that changes', { Action: 'dynamodb:UpdateItem', Resource: arnOf(journal) }],
    ['an action among others', { Action: ['logs:PutLogEvents', 'dynamodb:Scan'], Resource: arnOf(journal) }],
    ['an action in another case', { Action: 'DynamoDB:deleteitem', Resource: arnOf(journal) }],
    ['an action too new to be known', { Action: 'dynamodb:ReplaceItem', Resource: arnOf(journal) }],
    ['every action of the service', { Action: 'dynamodb:*', Resource: '*' }],
    ['every action there is', { Action: '*', Resource: '*' }],
    ['a wildcard within an action', { Action: 'dynamodb:Put*', Resource: arnOf(journal) }],
    ['a wildcard for one letter', { Action: 'dynamodb:?eleteItem', Resource: arnOf(journal) }],
    ['all actions but some', { NotAction: 'dynamodb:DeleteItem', Resource: arnOf(journal) }],
    ['all resources but some', { Action: 'dynamodb:DeleteItem', NotResource: arnOf(events) }],
    ['querying events', { Action: 'dynamodb:Query', Resource: arnOf(events) }],
    ['reading events', { Action: 'dynamodb:GetItem', Resource: arnOf(events) }],
    ['a condition check of events', { Action: 'dynamodb:ConditionCheckItem', Resource: arnOf(events) }],
    ['reading sessions', { Action: 'dynamodb:GetItem', Resource: arnOf(sessions) }],
    ['a query of sessions', { Action: 'dynamodb:Query', Resource: arnOf(sessions) }],
    ['an index', { Action: 'dynamodb:Query', Resource: below(journal, '/index/*') }],
    ['a stream', { Action: 'dynamodb:GetRecords', Resource: { 'Fn::GetAtt': [journal, 'StreamArn'] } }],
    ['any stream of a table', { Action: 'dynamodb:GetRecords', Resource: below(journal, '/stream/*') }],
    ['all below a table', { Action: 'dynamodb:Query', Resource: below(journal, '/*') }],
    ['one resource among others', { Action: 'dynamodb:DeleteItem', Resource: [arnOf('Other'), arnOf(journal)] }],
    ['all tables of the account', { Action: 'dynamodb:DeleteItem', Resource: 'arn:aws:dynamodb:*:*:table/*' }],
    ['any service’s resources', { Action: 'dynamodb:DeleteItem', Resource: 'arn:aws:*:*:*:*' }],
    ['a resource worked out otherwise', { Action: 'dynamodb:DeleteItem', Resource: { 'Fn::Sub': 'whatever' } }],
    ['a right under a condition', { Action: 'dynamodb:DeleteItem', Resource: '*', Condition: { Bool: {} } }],
  ])('finds %s', (_, statement) => {
    expect(excessRights(allowing(statement))).not.toEqual([]);
  });

  it.each([
    ['a policy that AWS manages', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess'] }],
    ['a policy of the account', { ManagedPolicyArns: [{ 'Fn::ImportValue': 'SomePolicy' }] }],
    [
      'a policy written into a role',
      { Policies: [{ PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }] } }] },
    ],
  ])('finds %s', (_, properties) => {
    expect(excessRights(having({ Type: 'AWS::IAM::Role', Properties: properties }))).not.toEqual([]);
  });

  it.each(['ManagedPolicy', 'UserPolicy', 'GroupPolicy', 'RolePolicy'])('finds a right in a %s', (type) => {
    const document = { Statement: [{ Effect: 'Allow', Action: 'dynamodb:UpdateItem', Resource: arnOf(journal) }] };

    const found = excessRights(having({ Type: `AWS::IAM::${type}`, Properties: { PolicyDocument: document } }));

    expect(found).toEqual(['Intruder may UpdateItem on the table of Journal']);
  });

  it.each([
    [
      'denials',
      {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyDocument: { Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] } },
      },
    ],
    [
      'other services',
      {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::*' }] },
        },
      },
    ],
    [
      'the policy for logging',
      {
        Type: 'AWS::IAM::Role',
        Properties: {
          ManagedPolicyArns: [
            {
              'Fn::Join': [
                '',
                ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
              ],
            },
          ],
        },
      },
    ],
  ])('passes over %s', (_, resource) => {
    expect(excessRights(having(resource))).toEqual([]);
  });
});
