import type { IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { isFromOwnOrigin } from '../../../infra/local/identity/own-origin.ts';

describe('a request from another machine', () => {
  it('is not one from here, whatever it calls us', () => {
    const from = (remoteAddress: string) => ({ headers: { host: '127.0.0.1:3000' }, socket: { remoteAddress } });
    const isFromHere = (address: string) => isFromOwnOrigin(from(address) as IncomingMessage, 'http://127.0.0.1:3000');

    expect(['127.0.0.1', '::ffff:127.0.0.1', '::1', '192.168.1.5', '10.127.0.1', '::2'].map(isFromHere)).toEqual([
      ...[true, true, true],
      ...[false, false, false],
    ]);
  });
});
