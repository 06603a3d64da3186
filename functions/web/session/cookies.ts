import { z } from 'zod';

/** The prefix makes browsers hold to the rest: sent over TLS (or to this machine) only, to this host only, all of it. */
export const sessionCookie = '__Host-session';
export const signInCookie = '__Host-sign-in';

const Id = z.string().regex(/^[\w-]{43}$/);

export const cookie = (name: string, value: string, seconds?: number): string =>
  `${name}=${value}; Path=/; Secure; HttpOnly; SameSite=Lax${seconds === undefined ? '' : `; Max-Age=${seconds}`}`;

export const noCookie = (name: string): string => cookie(name, '', 0);

/** A cookie's value, of those that a request carries; where it is there twice, somebody plays tricks, and it is nothing. */
export function cookieValue(cookies: readonly string[], name: string): string | undefined {
  const values = cookies.filter((one) => one.startsWith(`${name}=`)).map((one) => one.slice(name.length + 1));
  return values.length === 1 ? values[0] : undefined;
}

export const sessionIdOf = (cookies: readonly string[]): string | undefined =>
  Id.safeParse(cookieValue(cookies, sessionCookie)).data;
