import type { z } from 'zod';

/** As much of OpenAPI 3.1 as the document uses. */
export type OpenApiDocument = {
  readonly openapi: '3.1.1';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string }[];
  readonly security: readonly SecurityRequirement[];
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: {
    readonly securitySchemes: Readonly<Record<string, object>>;
    readonly schemas: Readonly<Record<string, Schema>>;
  };
};

export type Schema = z.core.JSONSchema.BaseSchema;

export type PathItem = { readonly [Method in 'get' | 'post' | 'put']?: OpenApiOperation };

export type OpenApiOperation = {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security?: readonly SecurityRequirement[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
};

export type Parameter = {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Schema;
};

export type Response = {
  readonly description: string;
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content: Content;
};

export type Header = { readonly description: string; readonly schema: Schema };

export type Content = Readonly<Record<string, { readonly schema?: Schema; readonly example?: unknown }>>;

type SecurityRequirement = Readonly<Record<string, readonly string[]>>;
