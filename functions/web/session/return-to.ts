/** A page of this site to go back to; the first one where the address is of anywhere else. */
export function returnPath(asked: string | null | undefined): string {
  const isOurs = asked !== null && asked !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(asked);
  return isOurs && !/^\/(sign-in|signed-in|signed-out|sign-out)\b/.test(asked) ? asked : '/';
}

export const signInAt = (path: string): string => `/sign-in?${new URLSearchParams({ returnTo: path })}`;

/** For somebody whose session has ended: by itself, or with what they had typed kept for them. */
export const signedOutAt = (path: string, why: 'idle' | 'held'): string =>
  `/signed-out?${new URLSearchParams({ why, returnTo: path })}`;
