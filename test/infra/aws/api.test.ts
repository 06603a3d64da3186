import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { areas } from '../../../functions/areas.ts';
import type { Operation } from '../../../functions/http/operation.ts';
import { operations } from '../../../functions/operations.ts';
import { flatten } from './intrinsic.ts';
import { idAt, jsonOf, ofType, propertiesAt, synthesise } from './synthesised.ts';

const template = synthesise();
const json = jsonOf(template);
const declared: readonly (readonly [string, Operation])[] = Object.entries(operations);

type Route = { ApiId: unknown; RouteKey: string; AuthorizationType?: string; AuthorizerId?: unknown; Target: unknown };
const httpApi = { Ref: idAt(json, 'Api/Http') };
const routes = ofType(json, 'AWS::ApiGatewayV2::Route')
  .map(([, { Properties }]) => Properties as Route)
  .filter(({ ApiId }) => JSON.stringify(ApiId) === JSON.stringify(httpApi));
const routesFor = (key: string) => routes.filter(({ RouteKey }) => RouteKey === key);

/** The logical id of the function behind a route. */
const servedBy = (route: Route | undefined): string => {
  const integration = json.Resources[flatten(route?.Target).references[0] ?? '']?.Properties;
  expect(integration).toMatchObject({ IntegrationType: 'AWS_PROXY', PayloadFormatVersion: '2.0' });
  return flatten(integration?.['IntegrationUri']).references[0] ?? '';
};

const authorised = { AuthorizationType: 'JWT', AuthorizerId: { Ref: idAt(json, 'Api/Http/SignedIn') } };

describe.each(declared)('the operation %s', (_, { method, path, area, access }) => {
  it('has one route, to the function of its area', () => {
    const found = routesFor(`${method} ${path}`);

    expect(found).toHaveLength(1);
    expect(servedBy(found[0])).toBe(idAt(json, `Functions/${area}/Function`));
  });

  it('is authorised unless it is public', () => {
    const expected = access === 'public' ? { AuthorizationType: 'NONE' } : authorised;

    expect(routesFor(`${method} ${path}`)).toEqual([expect.objectContaining(expected)]);
  });
});

describe('the API', () => {
  it('has no route but those of the operations and the one for everything else', () => {
    const keys = declared.map(([, { method, path }]) => `${method} ${path}`);

    expect(routes.map(({ RouteKey }) => RouteKey).sort()).toEqual([...keys, '$default'].sort());
  });

  it('lets the service function answer everything else, for those who are signed in', () => {
    const [rest] = routesFor('$default');

    expect(rest).toMatchObject(authorised);
    expect(servedBy(rest)).toBe(idAt(json, 'Functions/service/Function'));
  });

  it('takes tokens of the user pool for its client, and of nobody else', () => {
    const authorizer = {
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
      JwtConfiguration: {
        Audience: [{ Ref: idAt(json, 'People/Client') }],
        Issuer: { 'Fn::GetAtt': [idAt(json, 'People'), 'ProviderURL'] },
      },
    };

    expect(() => template.hasResourceProperties('AWS::ApiGatewayV2::Authorizer', authorizer)).not.toThrow();
  });

  it('needs no more than one permission on each function, however many its routes', () => {
    const invoked = ofType(json, 'AWS::Lambda::Permission')
      .filter(([, { Properties }]) => Properties['Principal'] === 'apigateway.amazonaws.com')
      .map(([, { Properties }]) => JSON.stringify(Properties['FunctionName']));

    expect(invoked).toHaveLength(new Set(invoked).size);
    expect(invoked.length).toBeLessThanOrEqual(Object.keys(areas).length);
  });

  it('limits its pace and logs each answer, without tokens or paths', () => {
    expect(propertiesAt(json, 'Api/Stage')).toMatchObject({
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: {
        DestinationArn: { 'Fn::GetAtt': [idAt(json, 'Api/AccessLog'), 'Arn'] },
        Format: expect.not.stringMatching(/claims|header|\$context\.path|rawQuery/),
      },
    });
  });
});

describe('every log', () => {
  it('is kept for two years, whatever becomes of the stack', () => {
    const log = Match.objectLike({ DeletionPolicy: 'Retain', Properties: { RetentionInDays: 731 } });

    expect(() => template.allResources('AWS::Logs::LogGroup', log)).not.toThrow();
  });
});
