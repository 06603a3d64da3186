import { describe, expect, it } from 'vitest';
import { makeStack } from './synthesised.ts';

describe('a deployment', () => {
  it.each([
    ['an address to return to that isn’t one', { callbackUrls: 'funding.example.gov.uk' }],
    ['an address that would run a script', { callbackUrls: 'javascript:alert(1)' }],
    ['an e-mail address that isn’t one', { alarmEmails: 'audit' }],
    ['a setting of another shape', { alarmEmails: ['audit@example.gov.uk'] }],
  ])('refuses %s', (_, context) => {
    expect(() => makeStack(context)).toThrow();
  });
});
