import type { Call } from '../api.ts';

export type BenchCall = {
  readonly make: (time: number) => Call;
  /** Reads the whole journal: measured once, with its memory. */
  readonly isLong?: boolean;
  /** What is measured is a refusal. */
  readonly isRefusal?: boolean;
};

/** How often each call is made. */
export const times = 20;

export const base = '/v1/partnerships/bench';
const roles = ['finance-officer', 'coordinator', 'chair', 'chief-finance-officer'];
export const everyone = [...roles.map((role) => `bench:${role}`), 'platform:administrator'];

export const get = (path: string): BenchCall => ({ make: () => ({ path: `${base}${path}`, groups: everyone }) });

type At = string | ((time: number) => string);
const placeOf = (path: At, time: number): string => base + (typeof path === 'string' ? path : path(time));

/** By a certain person where it matters who. */
export const post = (path: At, body: (time: number) => object, subject = 'somebody'): BenchCall => ({
  make: (time) => ({ method: 'POST', path: placeOf(path, time), groups: everyone, body: body(time), subject }),
});

export const put = (path: At, body: object): BenchCall => ({
  make: (time) => ({ method: 'PUT', path: placeOf(path, time), groups: everyone, body }),
});
