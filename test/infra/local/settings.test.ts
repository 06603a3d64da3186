import { describe, expect, it } from 'vitest';
import { readSettings } from '../../../infra/local/settings.ts';

describe('the settings', () => {
  const usual = { PORT: 3000, DATA_DIR: '.data', EXAMPLE: 'maldon' };

  it.each([{}, { PORT: '', DATA_DIR: '', EXAMPLE: '', DYNAMODB_ENDPOINT: '' }, { HOME: '/root' }])(
    'are the usual ones in %j',
    (environment) => {
      expect(readSettings(environment)).toEqual(usual);
    },
  );

  it('are what the environment says', () => {
    const environment = {
      PORT: '8080',
      DATA_DIR: '/data',
      EXAMPLE: 'none',
      DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000',
    };

    expect(readSettings(environment)).toEqual({ ...environment, PORT: 8080 });
  });

  it.each(['abc', '-1', '3000.5', '65536', '0x50', ' 80', '99999999999999999999'])('refuse the port %j', (PORT) => {
    expect(() => readSettings({ PORT })).toThrow(/^PORT must be a whole number from 0 to 65535, .+, and it is .+\.$/);
  });

  it('refuse an example that there is not', () => {
    expect(() => readSettings({ EXAMPLE: 'essex' })).toThrow(
      'EXAMPLE must be maldon, people or none, and it is "essex".',
    );
  });

  it.each(['8000', 'localhost:8000', 'ftp://localhost'])('refuse the endpoint %j', (DYNAMODB_ENDPOINT) => {
    expect(() => readSettings({ DYNAMODB_ENDPOINT })).toThrow(/^DYNAMODB_ENDPOINT must be an address such as .+\.$/);
  });
});
