import type { Api } from '../api/api.ts';

const freshMilliseconds = 5 * 60_000;

/** What partnerships are called: on every page, and hardly ever changed. Only those who may read it ask. */
export class PartnershipNames {
  readonly #known = new Map<string, { readonly name: string; readonly at: number }>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  async of(api: Api, partnershipId: string): Promise<string> {
    const known = this.#known.get(partnershipId);
    if (known !== undefined && this.#now() - known.at < freshMilliseconds) return known.name;
    const { name } = await api.read('getPartnership', { partnershipId });
    this.#known.set(partnershipId, { name, at: this.#now() });
    return name;
  }
}
