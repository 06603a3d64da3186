import { CelEngine, TemplateFile } from '@aws/cloudformation-validate';
import { Stage, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { makeStack } from './synthesised.ts';

const stack = makeStack();
const named = makeStack({
  siteOrigin: 'https://funding.example.gov.uk',
  siteCertificate: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000',
});

describe('the stack', () => {
  it.each([
    ['under CloudFront’s name', stack],
    ['under a name of its own', named],
  ])('has no finding of cdk-nag that nobody has answered, %s', (_, checked) => {
    expect(new AwsSolutionsChecks().validateScope(checked).violations).toEqual([]);
  });

  it('gives a reason for each finding that it answers', () => {
    const reasons = stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.values(data as Record<string, unknown>));

    expect(reasons).not.toEqual([]);
    expect(reasons.filter((reason) => String(reason).length < 40)).toEqual([]);
  });

  it('makes a template that CloudFormation would neither refuse nor warn of', () => {
    const assembly = Stage.of(stack)?.synth();
    const template = new TemplateFile(assembly?.getStackArtifact(stack.artifactId).templateFullPath ?? '');
    const engine = new CelEngine();

    const { status, diagnostics } = engine.validateStandard(template, {
      severityLevel: 'WARN',
      exclude: { ids: ['W3005'] }, // because CDK makes every function depend on its role twice, and passes over it too
    });
    engine.free();

    expect(status).toBe('OK');
    expect(diagnostics).toEqual([]);
  });
});
