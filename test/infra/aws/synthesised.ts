import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { FundingStack } from '../../../infra/aws/funding-stack.ts';

export type Resource = {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is looked into, not trusted
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: { readonly 'aws:cdk:path'?: string };
};

export type TemplateJson = { readonly Resources: Readonly<Record<string, Resource>> };

/** The stack without its bundles, for which esbuild would have to run. */
export const makeStack = (context: Readonly<Record<string, unknown>> = {}): FundingStack =>
  new FundingStack(new App({ context: { ...context, 'aws:cdk:bundling-stacks': [] } }), 'CommunitySafetyFunding');

export const synthesise = (context?: Readonly<Record<string, unknown>>): Template =>
  Template.fromStack(makeStack(context));

export const jsonOf = (template: Template): TemplateJson => template.toJSON() as TemplateJson;

export const ofType = (template: TemplateJson, type: string): readonly (readonly [string, Resource])[] =>
  Object.entries(template.Resources).filter(([, resource]) => resource.Type === type);

/** The logical id of what the construct at this path made. */
export const idAt = (template: TemplateJson, path: string): string => {
  const wanted = `CommunitySafetyFunding/${path}/Resource`;
  const found = Object.entries(template.Resources).find(([, { Metadata }]) => Metadata?.['aws:cdk:path'] === wanted);
  if (!found) throw new Error(`Nothing at ${wanted}`);
  return found[0];
};
