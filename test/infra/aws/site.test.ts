import { describe, expect, it } from 'vitest';
import { type Area, areas } from '../../../functions/areas.ts';
import { flatten, listOf } from './intrinsic.ts';
import { allowedIn, type Statement } from './policies.ts';
import { idAt, jsonOf, ofType, propertiesAt, synthesise, uploaderPath } from './synthesised.ts';

const json = jsonOf(synthesise());
const siteOrigin = 'https://funding.example.gov.uk';
const siteCertificate = 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000';

type Distribution = {
  DistributionConfig: Record<string, unknown> & { Origins: Record<string, unknown>[]; CacheBehaviors: object[] };
};
const { DistributionConfig: distribution } = propertiesAt(json, 'Site/Distribution') as Distribution;
const assetsBucket = idAt(json, 'Site/Assets');

type Environment = { Environment: { Variables: Record<string, unknown> } };
const environmentOf = (area: Area) =>
  (propertiesAt(json, `Functions/${area}/Function`) as Environment).Environment.Variables;

/** Everything that IAM allows who holds it, but writing its log. */
const rightsOf = (path: string): readonly string[] =>
  allowedIn(json)
    .filter(({ holder }) => holder === idAt(json, path))
    .flatMap(({ statement: { Action, Resource } }) =>
      listOf(Action).flatMap((action) => listOf(Resource).map((on) => `${action} ${flatten(on).text}`)),
    )
    .filter((right) => !right.startsWith('logs:'));

describe('the site', () => {
  it('speaks nothing but HTTPS, to browsers and to what is behind it', () => {
    const page = { ViewerProtocolPolicy: 'redirect-to-https' };
    const origin = { CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] } };

    expect(distribution).toMatchObject({ DefaultCacheBehavior: page });
    expect(distribution.CacheBehaviors).toMatchObject([{ ViewerProtocolPolicy: 'https-only' }]);
    expect(distribution.Origins).toMatchObject([origin, { S3OriginConfig: {} }]);
  });

  it('answers in a name of the council’s own with its certificate, and no TLS older than 1.2', () => {
    const other = jsonOf(synthesise({ siteOrigin, siteCertificate }));

    expect(propertiesAt(other, 'Site/Distribution')['DistributionConfig']).toMatchObject({
      Aliases: ['funding.example.gov.uk'],
      ViewerCertificate: { AcmCertificateArn: siteCertificate, MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
  });

  it('is logged without cookies, for two years, where nobody else reads', () => {
    const [log] = ofType(json, 'AWS::S3::Bucket').filter(([id]) => id === idAt(json, 'Site/Log'));

    expect(distribution['Logging']).toEqual({
      Bucket: { 'Fn::GetAtt': [idAt(json, 'Site/Log'), 'RegionalDomainName'] },
      IncludeCookies: false,
    });
    expect(log?.[1].Properties).toMatchObject({
      LifecycleConfiguration: { Rules: [{ ExpirationInDays: 731, Status: 'Enabled' }] },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, RestrictPublicBuckets: true },
    });
  });
});

describe('a page', () => {
  it('comes from the function of the pages, whoever asks and whatever for', () => {
    const routes = ofType(json, 'AWS::ApiGatewayV2::Route').filter(
      ([, { Properties }]) => flatten(Properties['ApiId']).text === idAt(json, 'Site/Pages'),
    );
    const [integration = ''] = flatten(routes[0]?.[1].Properties['Target']).references;

    expect(routes.map(([, { Properties }]) => Properties)).toMatchObject([
      { RouteKey: '$default', AuthorizationType: 'NONE' },
    ]);
    expect(json.Resources[integration]?.Properties).toMatchObject({
      IntegrationType: 'AWS_PROXY',
      PayloadFormatVersion: '2.0',
      IntegrationUri: { 'Fn::GetAtt': [idAt(json, 'Functions/web/Function'), 'Arn'] },
    });
  });

  it('is asked for with all that the browser sent but the host, by any method, and never kept', () => {
    const managed = {
      noCache: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      allButHost: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
    };
    const pages = distribution.Origins.find(({ CustomOriginConfig }) => CustomOriginConfig);

    expect(flatten(pages?.['DomainName']).text).toBe(`${idAt(json, 'Site/Pages')}.execute-api.AWSRegion.AWSURLSuffix`);
    expect(distribution['DefaultCacheBehavior']).toMatchObject({
      TargetOriginId: pages?.['Id'],
      AllowedMethods: expect.arrayContaining(['GET', 'HEAD', 'POST']),
      CachePolicyId: managed.noCache,
      OriginRequestPolicyId: managed.allButHost,
      Compress: false,
    });
  });

  it('is asked for at a limited pace, and logged without its address', () => {
    expect(propertiesAt(json, 'Site/Stage')).toMatchObject({
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: {
        DestinationArn: { 'Fn::GetAtt': [idAt(json, 'Site/AccessLog'), 'Arn'] },
        Format: expect.not.stringMatching(/claims|header|\$context\.path|rawQuery/),
      },
    });
  });
});

describe('the function of the pages', () => {
  it('may read, put and delete sessions one by one, and nothing else: no money, no documents, no other function', () => {
    const sessions = `${idAt(json, 'Sessions')}.Arn`;

    expect([...rightsOf('Functions/web/Role')].sort()).toEqual([
      `dynamodb:DeleteItem ${sessions}`,
      `dynamodb:GetItem ${sessions}`,
      `dynamodb:PutItem ${sessions}`,
    ]);
  });

  it('knows where it is and whom it deals with, and nothing of tables but that of sessions', () => {
    expect(Object.keys(environmentOf('web')).sort()).toEqual(
      ['POWERTOOLS_SERVICE_NAME', 'NODE_OPTIONS', 'SESSIONS_TABLE', 'SESSION_KEY', 'API_URL', 'SITE_ORIGIN', 'ISSUER']
        .concat('CLIENT_ID', 'ASSETS')
        .sort(),
    );
    expect(environmentOf('web')).toMatchObject({
      API_URL: { 'Fn::GetAtt': [idAt(json, 'Api/Http'), 'ApiEndpoint'] },
      ISSUER: { 'Fn::GetAtt': [idAt(json, 'People'), 'ProviderURL'] },
      CLIENT_ID: { Ref: idAt(json, 'People/Client') },
    });
  });

  it.each([
    ['the name that CloudFront gives', {}, `https://${idAt(json, 'Site/Distribution')}.DomainName`],
    ['a name of the council’s own', { siteOrigin }, siteOrigin],
  ])('is under %s', (_, settings, expected) => {
    const other = jsonOf(synthesise(settings));
    const { Environment } = propertiesAt(other, 'Functions/web/Function') as Environment;

    expect(flatten(Environment.Variables['SITE_ORIGIN']).text).toBe(expected);
  });

  it('gets the key of sessions by reference', () => {
    const { text, references } = flatten(environmentOf('web')['SESSION_KEY']);

    expect(text.startsWith('{{resolve:secretsmanager:')).toBe(true);
    expect(references).toEqual([idAt(json, 'Site/SessionKey')]);
  });

  it('changes only after its assets are there', () => {
    const [[upload = ''] = []] = ofType(json, 'Custom::CDKBucketDeployment');

    expect(json.Resources[idAt(json, 'Functions/web/Function')]?.DependsOn).toContain(upload);
  });
});

const others = (Object.keys(areas) as Area[]).filter((area) => area !== 'web');

describe.each(others)('the function of %s', (area) => {
  it('knows nothing of sessions', () => {
    const names = Object.keys(environmentOf(area));

    expect(names.filter((name) => name.startsWith('SESSION'))).toEqual([]);
  });
});

describe('the assets', () => {
  it('are in a bucket that is closed to the public', () => {
    const all = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };

    expect(propertiesAt(json, 'Site/Assets')).toMatchObject({ PublicAccessBlockConfiguration: all });
  });

  it('are read by this distribution and by nobody else', () => {
    const { PolicyDocument } = propertiesAt(json, 'Site/Assets/Policy') as {
      PolicyDocument: { Statement: Statement[] };
    };
    const allowed = PolicyDocument.Statement.filter(({ Effect }) => Effect === 'Allow');
    const [{ Condition } = {}] = allowed;
    const { StringEquals } = Condition as { StringEquals: Record<string, unknown> };

    expect(allowed).toMatchObject([{ Principal: { Service: 'cloudfront.amazonaws.com' }, Action: 's3:GetObject' }]);
    expect(flatten(StringEquals['AWS:SourceArn']).references).toEqual([idAt(json, 'Site/Distribution')]);
  });

  it('are kept by browsers for ever, compressed, and taken for nothing but what they are', () => {
    const headers = propertiesAt(json, 'Site/AssetHeaders');
    const [[, upload] = []] = ofType(json, 'Custom::CDKBucketDeployment');
    const origin = distribution.Origins.find(({ S3OriginConfig }) => S3OriginConfig);

    expect(upload?.Properties['SystemMetadata']).toEqual({ 'cache-control': 'public, max-age=31536000, immutable' });
    expect(distribution.CacheBehaviors).toMatchObject([
      {
        PathPattern: '/assets/*',
        TargetOriginId: origin?.['Id'],
        Compress: true,
        ResponseHeadersPolicyId: { Ref: idAt(json, 'Site/AssetHeaders') },
      },
    ]);
    expect(headers['ResponseHeadersPolicyConfig']).toMatchObject({
      SecurityHeadersConfig: {
        ContentTypeOptions: { Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 63072000, Override: true },
      },
    });
  });

  it('lie where pages ask for them, beside those of earlier deployments', () => {
    const [[, upload] = []] = ofType(json, 'Custom::CDKBucketDeployment');

    expect(upload?.Properties).toMatchObject({
      DestinationBucketName: { Ref: assetsBucket },
      DestinationBucketKeyPrefix: 'assets',
      Prune: false,
    });
  });

  it('are put there by what may do no more than that', () => {
    const [[, upload] = []] = ofType(json, 'Custom::CDKBucketDeployment');
    const { Role } = propertiesAt(json, uploaderPath);

    expect(flatten(Role).references).toEqual([idAt(json, 'Site/UploadRole')]);
    expect(rightsOf('Site/UploadRole')).toEqual([
      `s3:GetObject arn:AWSPartition:s3:::*/${listOf(upload?.Properties['SourceObjectKeys'])[0]}`,
      `s3:ListBucket ${assetsBucket}.Arn`,
      `s3:PutObject ${assetsBucket}.Arn/assets/*`,
    ]);
  });
});
