import type { TableName } from './store/tables.ts';

/** What a function may do to a table; `infra/aws` turns each into the IAM actions that it needs. */
export type TableRight = 'read' | 'write' | 'append';

export type AreaDefinition = {
  /** The module that exports `handler`, from the project's root. */
  readonly entry: string;
  readonly memoryMegabytes: number;
  readonly rights: { readonly [Table in TableName]?: readonly TableRight[] };
};

/** One deployed function per area, each with only the table rights that it needs. */
export const areas = {
  service: { entry: 'functions/service/handler.ts', memoryMegabytes: 512, rights: {} },
  partnerships: {
    entry: 'functions/partnerships/handler.ts',
    memoryMegabytes: 512,
    rights: { records: ['read', 'write'], journal: ['read', 'append'], events: ['append'] },
  },
  grants: {
    entry: 'functions/grants/handler.ts',
    memoryMegabytes: 512,
    rights: { records: ['read', 'write'], journal: ['read', 'append'], events: ['append'] },
  },
  awards: {
    entry: 'functions/awards/handler.ts',
    memoryMegabytes: 512,
    rights: { records: ['read', 'write'], journal: ['read', 'append'], events: ['append'] },
  },
  journal: {
    entry: 'functions/journal/handler.ts',
    memoryMegabytes: 512,
    rights: { records: ['read', 'write'], journal: ['read', 'append'], events: ['append'] },
  },
  yearEnd: {
    entry: 'functions/year-end/handler.ts',
    memoryMegabytes: 1769,
    rights: { records: ['read', 'write'], journal: ['read', 'append'], events: ['append'] },
  },
  statements: {
    entry: 'functions/statements/handler.ts',
    memoryMegabytes: 1769,
    rights: { records: ['read'], journal: ['read'], events: ['append'] },
  },
} as const satisfies Record<string, AreaDefinition>;

export type Area = keyof typeof areas;
