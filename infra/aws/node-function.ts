import { join } from 'node:path';
import { Duration, RemovalPolicy, Size } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type BundlingOptions, LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { BesideBundle } from '../../functions/areas.ts';
import { copyBeside } from './copy-beside.ts';
import { logRetention } from './log-retention.ts';

export type NodeFunctionDefinition = {
  /** The module that exports `handler`, from the project's root. */
  readonly entry: string;
  readonly description: string;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  readonly diskMegabytes?: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly files?: readonly BesideBundle[];
};

const projectRoot = join(import.meta.dirname, '../..');

/** The SDK goes into the bundle, so that what is deployed is what was tested; CommonJS packages find their `require`. */
const bundling: BundlingOptions = {
  format: OutputFormat.ESM,
  mainFields: ['module', 'main'],
  bundleAwsSDK: true,
  minify: true,
  keepNames: true,
  sourceMap: true,
  sourcesContent: false,
  logLevel: LogLevel.WARNING,
  banner:
    "import { createRequire as createRequireHere } from 'node:module';const require = createRequireHere(import.meta.url);",
};

/**
 * A function with a role and a log group of its own. The role may write to that group and nothing else until it is
 * granted more: no managed policy, and so no wildcard.
 */
export const nodeFunction = (scope: Construct, id: string, definition: NodeFunctionDefinition): NodejsFunction => {
  const parts = new Construct(scope, id);
  const logGroup = new LogGroup(parts, 'Log', { retention: logRetention, removalPolicy: RemovalPolicy.RETAIN });
  const role = new Role(parts, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  return new NodejsFunction(parts, 'Function', {
    entry: join(projectRoot, definition.entry),
    projectRoot,
    depsLockFilePath: join(projectRoot, 'package-lock.json'),
    bundling: { ...bundling, commandHooks: copyBeside(definition.files) },
    description: definition.description,
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: definition.memoryMegabytes,
    timeout: Duration.seconds(definition.timeoutSeconds),
    ...(definition.diskMegabytes && { ephemeralStorageSize: Size.mebibytes(definition.diskMegabytes) }),
    loggingFormat: LoggingFormat.JSON,
    environment: { ...definition.environment, NODE_OPTIONS: '--enable-source-maps' },
    role,
    logGroup,
  });
};
