import { CfnOutput, Stack, Tags } from 'aws-cdk-lib';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import { makeApi } from './api.ts';
import { functionOf, makeAreaFunctions } from './area-functions.ts';
import { makeDocuments } from './documents.ts';
import { makeIdentity } from './identity.ts';
import { settingsOf } from './settings.ts';
import { makeSite, returnUrls, servePages } from './site.ts';
import { makeTables } from './tables.ts';
import { watchForChanges } from './watch-for-changes.ts';

/** The whole service in one stack, for any account and region. */
export class FundingStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id, {
      description: 'Funding and grants tracker for community safety partnerships',
      terminationProtection: true,
    });
    Tags.of(this).add('application', 'community-safety-funding');
    const settings = settingsOf(this.node);
    const alarms = new Alarms(this, 'Alarms', settings.alarmEmails);
    const tables = makeTables(this);
    const documents = makeDocuments(this);
    watchForChanges(this, tables, alarms);
    const site = makeSite(this, settings);
    const { issuer, userPoolId, clientId, signInUrl } = makeIdentity(this, returnUrls(site, settings), alarms);
    const authorizer = new HttpJwtAuthorizer('SignedIn', issuer, { jwtAudience: [clientId] });
    const functions = makeAreaFunctions(this, { tables, documents }, alarms);
    const stage = makeApi(this, functions, authorizer, alarms);
    servePages(site, functionOf(functions, 'web'), { api: stage.api, issuer, clientId }, alarms);

    new CfnOutput(this, 'SiteUrl', { value: site.origin });
    new CfnOutput(this, 'SiteHost', { value: site.host });
    new CfnOutput(this, 'ApiUrl', { value: stage.url });
    new CfnOutput(this, 'Issuer', { value: issuer });
    new CfnOutput(this, 'UserPoolId', { value: userPoolId });
    new CfnOutput(this, 'ClientId', { value: clientId });
    new CfnOutput(this, 'SignInUrl', { value: signInUrl });
    new CfnOutput(this, 'AlarmTopic', { value: alarms.topic.topicArn });
  }
}
