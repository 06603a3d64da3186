import type { View } from '../page/view.ts';

/** What a page may answer: itself, another page to go to, or a file. */
export type PageAnswer =
  | ({ readonly kind: 'view'; readonly cookies?: readonly string[] } & View)
  | {
      readonly kind: 'redirect';
      readonly location: string;
      readonly cookies?: readonly string[];
      readonly headers?: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'file';
      readonly contentType: string;
      readonly body: string | Uint8Array;
      /** What a browser saves it as; shown in the browser where nothing is said. */
      readonly fileName?: string;
    };

export const view = (shown: View): PageAnswer => ({ kind: 'view', ...shown });

/** 303: what was sent is done, and reloading the next page doesn't send it again. */
export const redirect = (location: string, cookies: readonly string[] = []): PageAnswer => ({
  kind: 'redirect',
  // An address is ASCII: what isn't, or would end the header, is written as URLs write it.
  location: location.replaceAll(/[^\x21-\x7e]/g, encodeURIComponent),
  cookies,
});
