import { Stack, Validations } from 'aws-cdk-lib';
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { Distribution, type DistributionProps, PriceClass, SecurityPolicyProtocol } from 'aws-cdk-lib/aws-cloudfront';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from './settings.ts';
import { assetBehavior, pageBehavior } from './site-behaviors.ts';
import { makeSiteLog } from './site-log.ts';

type Origins = { readonly pages: HttpApi; readonly assets: IBucket };

/** The one host that browsers speak to: assets come from their bucket, and everything else is a page. */
export const makeDistribution = (scope: Construct, { pages, assets }: Origins, settings: Settings): Distribution => {
  const distribution = new Distribution(scope, 'Distribution', {
    comment: 'Pages of the funding tracker',
    defaultBehavior: pageBehavior(`${pages.apiId}.execute-api.${Stack.of(scope).region}.${Stack.of(scope).urlSuffix}`),
    additionalBehaviors: { '/assets/*': assetBehavior(scope, assets) },
    priceClass: PriceClass.PRICE_CLASS_100, // because those who use this are in Europe
    logBucket: makeSiteLog(scope),
    logIncludesCookies: false,
    ...nameOf(scope, settings),
  });
  acknowledge(distribution, settings);
  return distribution;
};

/** CloudFront lets nobody choose the versions of TLS under its own name. */
const nameOf = (scope: Construct, { siteOrigin, siteCertificate }: Settings): Partial<DistributionProps> => {
  if (siteOrigin === undefined || siteCertificate === undefined) return {};
  const certificate = Certificate.fromCertificateArn(scope, 'Certificate', siteCertificate);
  return {
    domainNames: [new URL(siteOrigin).hostname],
    certificate,
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  };
};

const acknowledge = (distribution: Distribution, { siteCertificate }: Settings): void => {
  const validations = Validations.of(distribution);
  validations.acknowledge({
    id: 'AwsSolutions-CFR1',
    reason: 'Where people may work from is for the council to decide; every page but a few asks who is there first.',
  });
  validations.acknowledge({
    id: 'AwsSolutions-CFR2',
    reason:
      'A firewall has a price each month, and rules that are for the council to choose; its ACL can be attached to this distribution. The gateways limit their pace, and parse everything that they are sent.',
  });
  if (siteCertificate !== undefined) return;
  validations.acknowledge({
    id: 'AwsSolutions-CFR4',
    reason:
      'Under CloudFront’s own name and certificate, CloudFront takes no notice of the version of TLS that is asked for. With siteOrigin and siteCertificate, nothing older than TLS 1.2 is spoken.',
  });
};
