import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Area } from '../../../functions/areas.ts';
import { lambdaListener, lambdaPath } from '../../../infra/local/lambda.ts';
import { startServer } from '../../../infra/local/server.ts';

const credentials = { accessKeyId: 'somebody', secretAccessKey: 'secret' };

async function lambda(run: (area: Area, event: unknown) => Promise<void>, keys = credentials) {
  const server = await startServer(0);
  onTestFinished(() => server.close());
  server.serve(lambdaListener({ credentials, run }));
  const endpoint = `${server.origin}${lambdaPath}`;
  const client = new LambdaClient({ endpoint, region: 'eu-west-2', credentials: keys, maxAttempts: 1 });
  onTestFinished(() => client.destroy());
  return { client, endpoint };
}

const told = (more: object = {}) =>
  new InvokeCommand({ FunctionName: 'worker', InvocationType: 'Event', Payload: '{"job":"one"}', ...more });

describe('telling a function of an event', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('runs it, and is not kept waiting', async () => {
    const { promise: forever } = Promise.withResolvers<void>();
    const run = vi.fn(() => forever);
    const { client } = await lambda(run);

    const { StatusCode } = await client.send(told());

    expect(StatusCode).toBe(202);
    expect(run).toHaveBeenCalledExactlyOnceWith('worker', { job: 'one' });
  });

  it('is not told that it failed, which is logged, and the next is run all the same', async () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue();
    const run = vi.fn(async () => {
      throw new Error('no work');
    });
    const { client } = await lambda(run);

    const answers = [await client.send(told()), await client.send(told())];

    expect(answers.map(({ StatusCode }) => StatusCode)).toEqual([202, 202]);
    expect(run).toHaveBeenCalledTimes(2);
    await expect.poll(() => logged.mock.calls.flat().map(String)).toEqual(['Error: no work', 'Error: no work']);
  });

  it.each([
    ['a function that there is none of', { FunctionName: 'nobody' }, 404],
    ['an object’s own member', { FunctionName: 'constructor' }, 404],
    ['an answer that is waited for', { InvocationType: 'RequestResponse' as const }, 400],
    ['what is no JSON', { Payload: '{' }, 400],
    ['more than Lambda takes', { Payload: JSON.stringify('x'.repeat(1024 * 1024)) }, 413],
  ])('is refused for %s', async (_, more, status) => {
    const run = vi.fn(async () => undefined);
    const { client } = await lambda(run);

    await expect(client.send(told(more))).rejects.toMatchObject({ $metadata: { httpStatusCode: status } });
    expect(run).not.toHaveBeenCalled();
  });

  it.each([
    ['another secret', { ...credentials, secretAccessKey: 'guessed' }],
    ['another name', { ...credentials, accessKeyId: 'nobody' }],
  ])('is refused with %s', async (_, keys) => {
    const run = vi.fn(async () => undefined);
    const { client } = await lambda(run, keys);

    await expect(client.send(told())).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    expect(run).not.toHaveBeenCalled();
  });

  it('is refused without a signature', async () => {
    const run = vi.fn(async () => undefined);
    const { endpoint } = await lambda(run);
    const headers = { 'x-amz-invocation-type': 'Event' };

    const { status } = await fetch(`${endpoint}/2015-03-31/functions/worker/invocations`, {
      method: 'POST',
      headers,
      body: '{}',
    });

    expect(status).toBe(403);
    expect(run).not.toHaveBeenCalled();
  });
});
