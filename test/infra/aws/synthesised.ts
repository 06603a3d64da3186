import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { afterAll } from 'vitest';
import { FundingStack } from '../../../infra/aws/funding-stack.ts';

export type Resource = {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly DependsOn?: readonly string[];
  readonly Metadata?: { readonly 'aws:cdk:path'?: string; readonly 'aws:asset:path'?: string };
};

export type TemplateJson = { readonly Resources: Readonly<Record<string, Resource>> };

const outdir = mkdtempSync(join(tmpdir(), 'funding-stack-'));
afterAll(() => rmSync(outdir, { recursive: true }));

/** Without bundles, for which esbuild would run, and without CDK's own check: `checks.test.ts` does that once. */
export const makeStack = (settings: Readonly<Record<string, unknown>> = {}): FundingStack => {
  const context = { ...settings, 'aws:cdk:bundling-stacks': [], 'aws:cdk:enable-path-metadata': true };
  return new FundingStack(
    new App({ outdir, context, builtinCloudFormationValidation: false }),
    'CommunitySafetyFunding',
  );
};

export const synthesise = (settings?: Readonly<Record<string, unknown>>): Template =>
  Template.fromStack(makeStack(settings));

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

/** CDK's own function, which uploads the assets while the stack is deployed; every other one is ours. */
export const uploaderPath = 'Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C';

export const ownFunctions = (template: TemplateJson): readonly (readonly [string, Resource])[] =>
  ofType(template, 'AWS::Lambda::Function').filter(([id]) => id !== idAt(template, uploaderPath));

export const propertiesAt = (template: TemplateJson, path: string): Resource['Properties'] =>
  template.Resources[idAt(template, path)]?.Properties ?? {};
