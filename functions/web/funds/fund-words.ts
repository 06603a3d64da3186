import type { Fund } from '../../../domain/fund/fund.ts';

export const restrictionWords = {
  unrestricted: 'Unrestricted',
  restricted: 'Restricted',
} as const satisfies Record<Fund['restriction'], string>;
