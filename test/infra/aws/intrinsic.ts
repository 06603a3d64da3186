/** What an intrinsic function makes, with a reference to `Thing` as `Thing.Arn`, and the logical ids it refers to. */
export type Flat = { readonly text: string; readonly references: readonly string[] };

export const flatten = (value: unknown): Flat => {
  if (typeof value === 'string') return { text: value, references: [] };
  const node = value as Readonly<Record<string, unknown>>;
  if (typeof node['Ref'] === 'string') return flatReference(node['Ref']);
  if (node['Fn::GetAtt']) return flatReference(listOf(node['Fn::GetAtt']).join('.'));
  if (node['Fn::Join']) {
    const pieces = listOf(listOf(node['Fn::Join'])[1]).map(flatten);
    return {
      text: pieces.map(({ text }) => text).join(''),
      references: pieces.flatMap(({ references }) => references),
    };
  }
  // any other function may make anything
  return { text: '*', references: [] };
};

/** Without the colons of `AWS::Region`, which would look like parts of an ARN. */
const flatReference = (path: string): Flat => ({
  text: path.replaceAll('::', ''),
  references: path.startsWith('AWS::') ? [] : [path.split('.')[0] ?? ''],
});

export const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
