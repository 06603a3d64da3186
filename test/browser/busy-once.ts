import { onTestFinished, vi } from 'vitest';

/** The next call of the API that ends so is answered 503, whether it was done or didn't arrive; dry runs are answered. */
export function busyOnce(pathEnd: string, isDone: boolean): void {
  const send = globalThis.fetch;
  let isBusy = true;
  const busy = vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const { pathname, searchParams } = new URL(input instanceof Request ? input.url : input);
    if (!isBusy || !pathname.endsWith(pathEnd) || searchParams.has('dryRun')) return send(input, init);
    isBusy = false;
    if (isDone) await send(input, init);
    return Response.json({ message: 'Service Unavailable' }, { status: 503 });
  });
  onTestFinished(() => {
    busy.mockRestore();
  });
}
