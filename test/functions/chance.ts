/** What happens by chance, and always the same for the same seed. */
export function randomFrom(seed: number) {
  let state = seed;
  const random = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const below = (most: number): number => Math.floor(random() * most);
  const one = <T>(all: readonly T[]): T => all[below(all.length)] as T;
  return {
    /** From 0 to 1. */
    random,
    /** A whole number from 0, less than this one. */
    below,
    one,
    chance: (share: number): boolean => random() < share,
    /** The middle of some month of five years. */
    date: (): string => `${one(['2015', '2016', '2017', '2018', '2019'])}-${String(1 + below(12)).padStart(2, '0')}-15`,
  };
}
