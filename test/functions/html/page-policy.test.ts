import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { pagePolicy } from '../../../functions/html/page-policy.ts';

describe('the policy of a page', () => {
  it('lets its one style be used, and nothing else', () => {
    const style = 'body { margin: 0 }';
    const hash = createHash('sha256').update(style).digest('base64');

    expect(pagePolicy(style).split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'sha256-${hash}'`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });
});
