import { Duration, Validations } from 'aws-cdk-lib';
import { HttpApi, HttpRoute, HttpRouteKey, type IHttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { makeDistribution } from './distribution.ts';
import { makeFunctionKey } from './function-key.ts';
import type { Settings } from './settings.ts';
import type { ReturnUrls } from './sign-in.ts';
import { makeAssets, type SiteAssets } from './site-assets.ts';
import { makeStage } from './stage.ts';

/** Where the pages are, before there is a function that makes them: sign-in has to know their address first. */
export type Site = {
  readonly scope: Construct;
  /** Scheme and host, as people see them. */
  readonly origin: string;
  /** The name that CloudFront gives, to which a name of one's own has to lead. */
  readonly host: string;
  readonly pages: HttpApi;
  readonly assets: SiteAssets;
};

export const makeSite = (stack: Construct, settings: Settings): Site => {
  const scope = new Construct(stack, 'Site');
  const pages = new HttpApi(scope, 'Pages', {
    description: 'Pages of the funding tracker, behind CloudFront',
    createDefaultStage: false,
  });
  const assets = makeAssets(scope);
  const { domainName: host } = makeDistribution(scope, { pages, assets: assets.bucket }, settings);
  return { scope, origin: settings.siteOrigin ?? `https://${host}`, host, pages, assets };
};

export const returnUrls = ({ origin }: Site, { callbackUrls }: Settings): ReturnUrls => ({
  callbackUrls: [`${origin}/signed-in`, ...callbackUrls],
  logoutUrls: [`${origin}/`],
});

type Dealings = { readonly api: IHttpApi; readonly issuer: string; readonly clientId: string };

/** Has the function answer whatever is asked for, and tells it where it is and whom it deals with. */
export const servePages = (
  site: Site,
  web: LambdaFunction,
  { api, issuer, clientId }: Dealings,
  alarms: Alarms,
): void => {
  const environment = {
    SESSION_KEY: makeFunctionKey(site.scope, 'SessionKey', sessionKey),
    API_URL: api.apiEndpoint,
    SITE_ORIGIN: site.origin,
    ISSUER: issuer,
    CLIENT_ID: clientId,
    ASSETS: JSON.stringify(site.assets.manifest),
  };
  for (const [name, value] of Object.entries(environment)) web.addEnvironment(name, value);
  // because a page that came before its assets would be shown without them
  web.node.addDependency(site.assets.upload);
  addRoute(site, web);
  makeStage(site.scope, site.pages);
  alarms.whenAny(
    'PageErrors',
    site.pages.metricServerError({ period: Duration.minutes(5), statistic: 'Sum' }),
    'A page answered with a status of 500 or above.',
  );
};

const sessionKey = {
  description: 'Seals the sessions of the pages',
  whyNotRotated:
    'What it seals lives for hours, and is of use only with the cookie of one browser. To change it, replace the secret and deploy; everyone then signs in again.',
};

const addRoute = ({ scope, pages: httpApi }: Site, web: LambdaFunction): void => {
  const integration = new HttpLambdaIntegration('web', web, { scopePermissionToRoute: false });
  const route = new HttpRoute(scope, 'Everything', { httpApi, routeKey: HttpRouteKey.DEFAULT, integration });
  Validations.of(route).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason:
      'A page has to be reached before anyone has signed in. The function holds no right to money: it calls the API, which is authorised, with the token of who is signed in.',
  });
};
