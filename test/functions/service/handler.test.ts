import { describe, expect, it } from 'vitest';
import { call, jsonOf } from './calling.ts';

describe('asking whether the service runs', () => {
  it('is answered without a token', async () => {
    const answer = await call('GET', '/healthz');

    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json', 'cache-control': 'no-store' });
    expect(jsonOf(answer)).toEqual({ status: 'ok' });
  });

  it('is refused where a query parameter is not known', async () => {
    const answer = await call('GET', '/healthz', { query: 'deep=true' });

    expect(answer.statusCode).toBe(400);
    expect(jsonOf(answer).errors).toEqual([{ pointer: '/query/deep', detail: 'There is no such member here.' }]);
  });
});

describe('asking for the document', () => {
  it('is answered as JSON that may be kept for a while', async () => {
    const answer = await call('GET', '/openapi.json');

    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json', vary: 'Accept' });
    expect(answer.headers?.['cache-control']).toMatch(/^public, max-age=\d+$/);
    expect(jsonOf(answer).openapi).toBe('3.1.1');
  });

  it('is answered the same each time', async () => {
    const answers = await Promise.all([call('GET', '/openapi.json'), call('GET', '/openapi.json')]);

    expect(answers[0]?.body).toBe(answers[1]?.body);
  });
});

describe('asking for the readable document', () => {
  it.each(['text/html', '*/*', 'text/html;q=0.8, application/json', undefined])(
    'is answered for %s',
    async (accept) => {
      const answer = await call('GET', '/docs', accept === undefined ? {} : { headers: { accept } });

      expect(answer.statusCode).toBe(200);
      expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', vary: 'Accept' });
      expect(answer.body).toMatch(/^<!doctype html>/);
    },
  );

  it('is refused where JSON alone is accepted', async () => {
    const answer = await call('GET', '/docs', { headers: { accept: 'application/json' } });

    expect(answer.statusCode).toBe(406);
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json' });
    expect(jsonOf(answer).code).toBe('not-acceptable');
  });
});
