import type { Resource, TemplateJson } from './synthesised.ts';

export type Statement = {
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Condition?: unknown;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: unknown;
  readonly NotResource?: unknown;
};

/** A statement that allows something, and who holds it: a role, user or group, or a policy that could be attached. */
export type Allowed = { readonly holder: string; readonly statement: Statement };

/** Everything: what is assumed of a policy that can't be read here, such as one that AWS manages. */
const anything: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };

/** The AWS-managed policies that are known to give nothing on a table. */
const harmless = ['AWSLambdaBasicExecutionRole', 'AWSXRayDaemonWriteAccess'];

/** What the template allows anyone, wherever it says so. Denials and conditions are not counted in its favour. */
export const allowedIn = (template: TemplateJson): readonly Allowed[] =>
  Object.entries(template.Resources).flatMap(([id, resource]) =>
    resource.Type.startsWith('AWS::IAM::') ? [...ownPolicies(id, resource), ...managedPolicies(id, resource, template)] : [],
  );

const ownPolicies = (id: string, { Properties: properties }: Resource): readonly Allowed[] => {
  const holders = [properties?.Roles, properties?.Users, properties?.Groups, properties?.RoleName].flat().filter(Boolean);
  const documents = [properties?.PolicyDocument, ...(properties?.Policies ?? []).map(documentOf)].filter(Boolean);
  const statements = documents.flatMap((document) => listOf(document.Statement) as Statement[]);
  return statements
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap((statement) =>
      (holders.length > 0 ? holders.map(nameOf) : [id]).map((holder) => ({ holder, statement })),
    );
};

/** One that the template itself makes is read where it is made. */
const managedPolicies = (id: string, { Properties: properties }: Resource, template: TemplateJson): readonly Allowed[] =>
  listOf(properties?.ManagedPolicyArns)
    .filter((arn) => !(nameOf(arn) in template.Resources))
    .filter((arn) => !harmless.some((name) => JSON.stringify(arn).endsWith(`/${name}"`) || JSON.stringify(arn).endsWith(`/${name}"]]}`)))
    .map(() => ({ holder: id, statement: anything }));

const documentOf = (policy: { PolicyDocument: unknown }) => policy.PolicyDocument;

const nameOf = (reference: unknown): string =>
  typeof reference === 'string' ? reference : ((reference as { Ref?: string }).Ref ?? JSON.stringify(reference));

export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
