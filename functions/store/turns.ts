/**
 * Turns by name: one instance of the service doesn't race itself for a partnership's head. Instances still race each
 * other, which the head's condition decides; this only spares work that is bound to be lost.
 */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  /** Runs when everybody who came before with the same name is done. */
  async take<T>(name: string, run: () => Promise<T>): Promise<T> {
    const before = this.#last.get(name) ?? Promise.resolve();
    const { promise: done, resolve } = Promise.withResolvers<void>();
    const mine = before.then(() => done);
    this.#last.set(name, mine);
    await before;
    try {
      return await run();
    } finally {
      resolve();
      if (this.#last.get(name) === mine) this.#last.delete(name);
    }
  }
}
