import { describe, expect, it } from 'vitest';
import { makeStack } from './synthesised.ts';

const siteOrigin = 'https://funding.example.gov.uk';
const certificate = 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000';

describe('a deployment', () => {
  it.each([
    ['an address to return to that isn’t one', { callbackUrls: 'funding.example.gov.uk' }],
    ['an address that would run a script', { callbackUrls: 'javascript:alert(1)' }],
    ['an address of the pages that isn’t encrypted', { siteOrigin: 'http://funding.example.gov.uk' }],
    ['an address of the pages with a path', { siteOrigin: 'https://funding.example.gov.uk/pages' }],
    ['a certificate of no name', { siteCertificate: certificate }],
    [
      'a certificate that CloudFront can’t use',
      { siteOrigin, siteCertificate: certificate.replace('us-east-1', 'eu-west-2') },
    ],
    ['an e-mail address that isn’t one', { alarmEmails: 'audit' }],
    ['a setting of another shape', { alarmEmails: ['audit@example.gov.uk'] }],
  ])('refuses %s', (_, context) => {
    expect(() => makeStack(context)).toThrow();
  });
});
