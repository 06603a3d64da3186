import type { Refusal } from '../../domain/refusal.ts';

/** How a refusal is answered over HTTP. */
export type Wording<Code extends Refusal['code']> = {
  readonly status: number;
  readonly title: string;
  readonly detail: (refusal: Extract<Refusal, { code: Code }>) => string;
};
