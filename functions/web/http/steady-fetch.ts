/**
 * Sends a request again, once, where its connection was found dead: one that is kept open can be closed by the other side
 * in the very moment in which it is used again. Only for what does nothing twice.
 */
export async function steadyFetch(url: string | URL, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.method === 'PUT' || !wasClosed(error)) throw error;
    return fetch(url, init);
  }
}

const closed: readonly unknown[] = ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'];

const wasClosed = (error: unknown): boolean =>
  error instanceof TypeError &&
  error.cause instanceof Error &&
  'code' in error.cause &&
  closed.includes(error.cause.code);
