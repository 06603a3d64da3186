import { Duration, Validations } from 'aws-cdk-lib';
import type { HttpStage, IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpApi, HttpMethod, HttpNoneAuthorizer, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import type { Area } from '../../functions/areas.ts';
import { operations } from '../../functions/operations.ts';
import type { Alarms } from './alarms.ts';
import type { AreaFunctions } from './area-functions.ts';
import { makeStage } from './stage.ts';

/** Answers what no operation does: 404 and 405 as problems, and only to those who are signed in. */
const catchAllArea: Area = 'service';

/** One route for each operation of the list, to its area's function. A route is authorised unless it says otherwise. */
export const makeApi = (
  stack: Construct,
  functions: AreaFunctions,
  authorizer: IHttpRouteAuthorizer,
  alarms: Alarms,
): HttpStage => {
  const scope = new Construct(stack, 'Api');
  const httpApi = new HttpApi(scope, 'Http', {
    description: 'Funding and grants tracker for community safety partnerships',
    createDefaultStage: false,
    defaultAuthorizer: authorizer,
  });
  for (const [area, serves] of functions) {
    // because with one permission for each route a function's policy would outgrow its limit
    const integration = new HttpLambdaIntegration(area, serves, { scopePermissionToRoute: false });
    addRoutes(httpApi, area, integration);
    if (area === catchAllArea) {
      new HttpRoute(scope, 'CatchAll', { httpApi, routeKey: HttpRouteKey.DEFAULT, integration });
    }
  }
  alarms.whenAny(
    'ServerErrors',
    httpApi.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
    'The API answered with a status of 500 or above.',
  );
  return makeStage(scope, httpApi);
};

const addRoutes = (httpApi: HttpApi, area: Area, integration: HttpLambdaIntegration): void => {
  for (const operation of Object.values(operations).filter((each) => each.area === area)) {
    const isPublic = operation.access === 'public';
    const routes = httpApi.addRoutes({
      path: operation.path,
      methods: [HttpMethod[operation.method]],
      integration,
      ...(isPublic && { authorizer: new HttpNoneAuthorizer() }),
    });
    if (isPublic) routes.forEach(acknowledgePublic);
  }
};

const acknowledgePublic = (route: HttpRoute): void =>
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason: 'The list of operations declares this one public: it says nothing of any partnership or person.',
  });
