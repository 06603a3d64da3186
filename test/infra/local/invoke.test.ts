import { describe, expect, it } from 'vitest';
import { areas } from '../../../functions/areas.ts';
import type { GatewayEvent } from '../../../infra/local/gateway/event.ts';
import { type Handler, invoker, loadHandler } from '../../../infra/local/gateway/invoke.ts';

const event = { requestContext: { requestId: 'one' } } as GatewayEvent;

describe('calling a function', () => {
  it('gives it a context as Lambda does', async () => {
    const handler: Handler = async (_, context) => {
      const { functionName, awsRequestId, memoryLimitInMB } = context;
      const left = context.getRemainingTimeInMillis() > 28_000 && context.getRemainingTimeInMillis() <= 29_000;
      return { statusCode: 200, body: JSON.stringify({ functionName, awsRequestId, memoryLimitInMB, left }) };
    };

    const { body } = await invoker(async () => handler)('statements', event);

    expect(JSON.parse(body)).toEqual({
      functionName: 'statements',
      awsRequestId: 'one',
      memoryLimitInMB: '1769',
      left: true,
    });
  });

  it('ends with an error when its time is over', async () => {
    const forever: Handler = () => new Promise(() => undefined);

    await expect(invoker(async () => forever, 20)('grants', event)).rejects.toThrow('longer than 20 ms');
  });

  it.each(Object.keys(areas) as (keyof typeof areas)[])(
    'finds the handler of %s where it is deployed from',
    async (area) => {
      expect(await loadHandler(area)).toBeTypeOf('function');
    },
  );
});
