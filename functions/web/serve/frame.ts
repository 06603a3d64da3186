import type { Visit } from '../page/page.ts';
import { type NavigationItem, navigationFor } from './navigation.ts';

/** What stands around a page: who is signed in, where they are, where they can go. */
export type Frame = {
  readonly path: string;
  readonly person?: { readonly name: string };
  readonly formToken?: string;
  readonly partnership?: { readonly id: string; readonly name: string };
  readonly navigation: readonly NavigationItem[];
  /** Seconds until the session ends if nothing more is asked. */
  readonly endsInSeconds?: number;
};

export const publicFrame = (path: string): Frame => ({ path, navigation: [] });

export function frameOf(
  { request, caller }: Pick<Visit, 'request' | 'caller'>,
  about: { readonly formToken: string; readonly endsInSeconds: number; readonly partnership?: Frame['partnership'] },
): Frame {
  const { partnership } = about;
  return {
    path: request.path,
    person: { name: caller.person.name ?? caller.person.subject },
    formToken: about.formToken,
    endsInSeconds: about.endsInSeconds,
    navigation: partnership === undefined ? [] : navigationFor(partnership.id, request.path, caller),
    ...(partnership && { partnership }),
  };
}
