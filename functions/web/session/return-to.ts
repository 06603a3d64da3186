/** A longer one would not fit the cookie that keeps it. */
const longest = 1000;

/** A page of this site to go back to; the first one where the address is of anywhere else. */
export function returnPath(asked: string | null | undefined): string {
  if (asked === null || asked === undefined || asked.length > longest) return '/';
  const isOurs = /^\/(?![/\\])[\x21-\x7e]*$/.test(asked);
  return isOurs && !/^\/(sign-in|signed-in|signed-out|sign-out)\b/.test(asked) ? asked : '/';
}

export const signInAt = (address: string): string => `/sign-in?${new URLSearchParams({ returnTo: address })}`;

/** For somebody whose session has ended: by itself, or with what they had typed kept for them. */
export const signedOutAt = (address: string, why: 'idle' | 'held'): string =>
  `/signed-out?${new URLSearchParams({ why, returnTo: address })}`;
