import { flatten, listOf } from './intrinsic.ts';
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

/** What is assumed of a policy that can't be read here, such as one that AWS manages. */
const anything: Statement = { Effect: 'Allow', Action: '*', Resource: '*' };

/** The policies managed by AWS that are known to give nothing on a table. */
const harmless = /:policy\/(service-role\/AWSLambdaBasicExecutionRole|AWSXRayDaemonWriteAccess)$/;

/** What the template allows anyone by IAM, wherever it says so. Denials and conditions don't count in its favour. */
export const allowedIn = (template: TemplateJson): readonly Allowed[] =>
  Object.entries(template.Resources)
    .filter(([, { Type }]) => Type.startsWith('AWS::IAM::'))
    .flatMap(([id, resource]) => [...written(id, resource), ...attached(id, resource, template)]);

const written = (id: string, { Properties: properties }: Resource): readonly Allowed[] => {
  const holders = ['Roles', 'Users', 'Groups', 'RoleName', 'UserName', 'GroupName']
    .flatMap((key) => listOf(properties[key]))
    .map((holder) => flatten(holder).text);
  return [properties, ...listOf(properties['Policies'])]
    .flatMap((policy) => listOf((policy as Policy | undefined)?.PolicyDocument?.Statement))
    .map((statement) => statement as Statement)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap((statement) => (holders.length > 0 ? holders : [id]).map((holder) => ({ holder, statement })));
};

type Policy = { readonly PolicyDocument?: { readonly Statement?: unknown } };

/** Those that the template itself makes are read where they are made. */
const attached = (id: string, { Properties: properties }: Resource, template: TemplateJson): readonly Allowed[] =>
  listOf(properties['ManagedPolicyArns'])
    .map(flatten)
    .filter(({ text, references }) => !harmless.test(text) && !references.some((made) => made in template.Resources))
    .map(() => ({ holder: id, statement: anything }));
