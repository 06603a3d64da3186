import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { type Area, type AreaDefinition, areas, type DocumentRight } from '../../../functions/areas.ts';
import { jobKey } from '../../../functions/store/keys.ts';
import { flatten, listOf } from './intrinsic.ts';
import { allowedIn, type Statement } from './policies.ts';
import { idAt, jsonOf, ofType, propertiesAt, synthesise } from './synthesised.ts';

const template = synthesise();
const json = jsonOf(template);
const bucketIds = { archive: idAt(json, 'Archive'), answers: idAt(json, 'Answers') };
const areaNames = Object.keys(areas) as Area[];
const definitions: Readonly<Record<Area, AreaDefinition>> = areas;

const policyOf = (path: string): readonly Statement[] => {
  const { PolicyDocument } = propertiesAt(json, `${path}/Policy`) as { PolicyDocument: { Statement: Statement[] } };
  return PolicyDocument.Statement;
};

const denials = (path: string, action: string, resource: string): readonly Statement[] =>
  policyOf(path).filter(
    ({ Effect, Action, Principal, Resource }) =>
      Effect === 'Deny' &&
      listOf(Action).includes(action) &&
      JSON.stringify(Principal) === '{"AWS":"*"}' &&
      flatten(Resource).text === resource,
  );

describe.each(['Archive', 'Answers'])('the bucket %s', (path) => {
  it('is closed to the public, encrypted, and speaks TLS alone', () => {
    const all = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };
    const insecure = { Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } };

    expect(propertiesAt(json, path)).toMatchObject({
      PublicAccessBlockConfiguration: all,
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    });
    expect(policyOf(path)).toContainEqual(expect.objectContaining(insecure));
  });

  it('allows nobody anything by its own policy', () => {
    expect(policyOf(path).filter(({ Effect }) => Effect !== 'Deny')).toEqual([]);
  });

  it('has no name of its own', () => {
    expect(propertiesAt(json, path)['BucketName']).toBeUndefined();
  });
});

describe('the archive', () => {
  const objects = `${bucketIds.archive}.Arn/*`;
  const bucket = `${bucketIds.archive}.Arn`;

  it('outlives the stack, under the logical id by which stacks hold it', () => {
    const retained = { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' };

    expect(json.Resources[bucketIds.archive]).toMatchObject(retained);
    expect(bucketIds.archive).toBe('ArchiveDA4CB258');
  });

  it('locks every version of everything for seven years, against everyone', () => {
    expect(propertiesAt(json, 'Archive')).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 2557 } },
      },
    });
  });

  it.each(['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention'])(
    'denies %s to everyone, whatever the circumstances',
    (action) => {
      expect(denials('Archive', action, objects).map(({ Condition }) => Condition)).toEqual([undefined]);
    },
  );

  it.each([
    's3:DeleteBucket',
    's3:PutBucketObjectLockConfiguration',
    's3:PutBucketVersioning',
    's3:PutLifecycleConfiguration',
  ])('denies %s to everyone, so that nothing runs out', (action) => {
    expect(denials('Archive', action, bucket).map(({ Condition }) => Condition)).toEqual([undefined]);
  });

  it('denies every put that does not say that nothing may be there yet', () => {
    const conditions = denials('Archive', 's3:PutObject', objects).map(({ Condition }) => Condition);

    expect(conditions).toEqual([{ Null: { 's3:if-none-match': 'true' } }]);
  });

  it('lets nothing expire', () => {
    expect(propertiesAt(json, 'Archive')['LifecycleConfiguration']).toBeUndefined();
  });
});

describe('what is put aside', () => {
  it('is gone after a day', () => {
    const rule = Match.objectLike({ ExpirationInDays: 1, Status: 'Enabled' });
    const answers = Match.objectLike({ LifecycleConfiguration: { Rules: [rule] } });

    expect(() => template.hasResourceProperties('AWS::S3::Bucket', answers)).not.toThrow();
    expect(propertiesAt(json, 'Answers')['LifecycleConfiguration']).toMatchObject({ Rules: [expect.anything()] });
  });
});

/** Who may do what by IAM to the objects of a bucket; anything that isn't an action of S3 on them alone, in full. */
const held = allowedIn(json).flatMap(({ holder, statement }) =>
  listOf(statement.Action)
    .map(String)
    .filter((action) => /^(s3|\*)/i.test(action) || statement.NotAction !== undefined)
    .map((action) => ({ holder, action, on: listOf(statement.Resource).map((one) => flatten(one).text) })),
);

const rightActions: Readonly<Record<DocumentRight, readonly string[]>> = {
  keep: [`s3:PutObject ${bucketIds.archive}.Arn/*`],
  read: [`s3:GetObject ${bucketIds.archive}.Arn/*`],
  'put-aside': [`s3:PutObject ${bucketIds.answers}.Arn/*`, `s3:GetObject ${bucketIds.answers}.Arn/*`],
};

describe.each(areaNames)('the rights of %s on documents', (area) => {
  const role = idAt(json, `Functions/${area}/Role`);
  const { documents = [], startsJobs = false } = definitions[area];
  const { Environment } = propertiesAt(json, `Functions/${area}/Function`) as {
    Environment: { Variables: Record<string, unknown> };
  };

  it('are those of the list, action by action, and no more', () => {
    const own = held.filter(({ holder }) => holder === role).map(({ action, on }) => `${action} ${on.join(' ')}`);

    expect(own.sort()).toEqual(documents.flatMap((right) => rightActions[right]).sort());
  });

  it('come with the names of the buckets in which they count', () => {
    const names = { ARCHIVE_BUCKET: ['keep', 'read'], ANSWERS_BUCKET: ['put-aside'] };
    const expected = Object.entries(names).filter(([, rights]) => documents.some((right) => rights.includes(right)));

    expect(
      Object.keys(Environment.Variables)
        .filter((name) => name.endsWith('_BUCKET'))
        .sort(),
    ).toEqual(expected.map(([name]) => name).sort());
  });

  it('let it start jobs only where the list says so', () => {
    const worker = idAt(json, 'Functions/worker/Function');
    const invoked = allowedIn(json)
      .filter(({ holder, statement }) => holder === role && /lambda|^\*/i.test(listOf(statement.Action).join()))
      .map(({ statement: { Action, Resource } }) => ({ Action, Resource }));
    const right = { Action: 'lambda:InvokeFunction', Resource: { 'Fn::GetAtt': [worker, 'Arn'] } };

    expect(invoked).toEqual(startsJobs ? [right] : []);
    expect(Environment.Variables['WORKER_FUNCTION']).toEqual(startsJobs ? { Ref: worker } : undefined);
  });
});

describe('everybody’s rights on documents', () => {
  // what uploads assets has rights on those alone: see site.test.ts
  const onDocuments = held.filter(({ holder }) => holder !== idAt(json, 'Site/UploadRole'));

  it('are those of the areas: nobody else has any', () => {
    const roles = areaNames.map((area) => idAt(json, `Functions/${area}/Role`));

    expect(onDocuments.filter(({ holder }) => !roles.includes(holder))).toEqual([]);
  });

  it('never let anyone delete, copy, list, or undo a lock', () => {
    expect([...new Set(onDocuments.map(({ action }) => action))].sort()).toEqual(['s3:GetObject', 's3:PutObject']);
  });
});

describe('the worker', () => {
  it('has the time, the disk and the memory for long work', () => {
    expect(propertiesAt(json, 'Functions/worker/Function')).toMatchObject({
      Timeout: 900,
      MemorySize: 1769,
      EphemeralStorage: { Size: 2048 },
    });
  });

  it('is told of a job by Lambda once it can be, for a minute at most: whoever asks again starts it', () => {
    const [[, { Properties }] = ['', { Properties: {} }], ...more] = ofType(json, 'AWS::Lambda::EventInvokeConfig');

    expect(more).toEqual([]);
    expect(Properties).toMatchObject({
      FunctionName: { Ref: idAt(json, 'Functions/worker/Function') },
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 60,
    });
  });

  it.each(['worker', 'audit'] as const)('puts, as %s does, the records of jobs and no others', (area) => {
    const puts = allowedIn(json)
      .filter(({ holder }) => holder === idAt(json, `Functions/${area}/Role`))
      .map(({ statement }) => statement)
      .filter(
        ({ Action, Resource }) =>
          listOf(Action).includes('dynamodb:PutItem') && flatten(Resource).references.includes(idAt(json, 'Records')),
      );
    const [pattern = ''] = puts.map(
      ({ Condition }) =>
        (Condition as Record<string, Record<string, string[]>>)['ForAllValues:StringLike']?.[
          'dynamodb:LeadingKeys'
        ]?.[0],
    );
    const matches = (partition: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(partition);

    expect(puts).toHaveLength(1);
    expect(matches(jobKey('maldon', '00').pk)).toBe(true);
    expect(['P#maldon', 'P#maldon#R#meeting', 'P#maldon#I#ann', 'PARTNERSHIPS'].filter(matches)).toEqual([]);
  });
});
