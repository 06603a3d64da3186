import type { PlainDate } from '../../../domain/plain-date.ts';
import type { Caller } from '../../http/caller.ts';
import type { Access } from '../../http/operation.ts';
import type { Api } from '../api/api.ts';
import type { PageAnswer } from '../http/page-answer.ts';
import type { PageRequest } from '../http/page-request.ts';
import type { HeldForm } from '../session/held-forms.ts';
import type { WebDeps } from '../web-deps.ts';

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
export type ParametersOf<Path extends string> = { readonly [Name in NamesIn<Path>]: string };

/** One person on one page. */
export type Visit<Path extends string = string> = {
  readonly request: PageRequest;
  readonly parameters: ParametersOf<Path>;
  readonly caller: Caller;
  /** The API, in this person's name. */
  readonly api: Api;
  /** Whether the person may do here what these roles may: what they may not is not offered. */
  readonly may: (access: Access) => boolean;
  readonly today: PlainDate;
  readonly deps: WebDeps;
  readonly sessionId: string;
  /** What was sent to this page when it could not be taken. */
  readonly held: HeldForm | undefined;
};

/** A page, declared once: routes, who may see it, and the tests that try every page come from the list of these. */
export type Page<Path extends string = string> = {
  /** With parameters in braces; `{partnershipId}` is the partnership whose rights count. */
  readonly path: Path;
  readonly access: Exclude<Access, 'public'>;
  /** Whether it shows what was held of a form that was sent too late. */
  readonly showsHeld?: true;
  get(visit: Visit<Path>): Promise<PageAnswer>;
  post?(visit: Visit<Path>): Promise<PageAnswer>;
};

/** Someone who need not be signed in. */
export type PublicVisit = {
  readonly request: PageRequest;
  readonly deps: WebDeps;
};

export type PublicPage = {
  readonly path: string;
  readonly access: 'public';
  get(visit: PublicVisit): Promise<PageAnswer>;
  post?(visit: PublicVisit): Promise<PageAnswer>;
};

export const page = <const Path extends string>(declared: Page<Path>): Page<Path> => declared;
export const publicPage = (declared: Omit<PublicPage, 'access'>): PublicPage => ({ ...declared, access: 'public' });
