import type { TableName } from './store/tables.ts';

/** What a function may do to a table; `infra/aws` turns each into the IAM actions that it needs. */
export type TableRight = 'read' | 'write' | 'append' | 'put-jobs' | 'remove';

/** What a function may do with documents: keep them for ever, read what is kept, put answers aside for a day. */
export type DocumentRight = 'keep' | 'read' | 'put-aside';

/** A file, or a folder with all that is in it, that lies beside the bundle: from a path in the project, to a path beside it. */
export type BesideBundle = { readonly from: string; readonly to: string };

export type AreaDefinition = {
  /** The module that exports `handler`, from the project's root. */
  readonly entry: string;
  readonly memoryMegabytes: number;
  /** 29 where nothing is said: the gateway waits no longer. */
  readonly timeoutSeconds?: number;
  readonly diskMegabytes?: number;
  readonly rights: { readonly [Table in TableName]?: readonly TableRight[] };
  readonly documents?: readonly DocumentRight[];
  readonly startsJobs?: boolean;
  readonly files?: readonly BesideBundle[];
};

// Where a module finds them by name: in the project, and beside its bundle.
const fonts = ['LICENSE_FONT', '400Regular/NotoSans_400Regular.ttf', '700Bold/NotoSans_700Bold.ttf'].map((file) => {
  const path = `node_modules/@expo-google-fonts/noto-sans/${file}`;
  return { from: path, to: path };
});
const macros = 'node_modules/govuk-frontend/dist/govuk';
const views = [
  { from: 'functions/web/views', to: 'views' },
  ...['components', 'macros'].map((folder) => ({ from: `${macros}/${folder}`, to: `${macros}/${folder}` })),
];
const verifier = { from: 'functions/audit-pack/verify.mjs', to: 'verify.mjs' };

/** One deployed function per area, each with only the rights that it needs. */
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
    documents: ['put-aside'],
  },
  journal: {
    entry: 'functions/journal/handler.ts',
    memoryMegabytes: 512,
    rights: { records: ['read', 'write'], journal: ['read', 'append'], events: ['append'] },
    documents: ['put-aside'],
  },
  yearEnd: {
    entry: 'functions/year-end/handler.ts',
    memoryMegabytes: 1769,
    rights: { records: ['read', 'write'], journal: ['read', 'append'], events: ['append'] },
    documents: ['keep', 'read', 'put-aside'],
    files: fonts,
  },
  audit: {
    entry: 'functions/audit/handler.ts',
    memoryMegabytes: 1769,
    rights: { records: ['read', 'put-jobs'], journal: ['read'], events: ['append', 'read'] },
    documents: ['read', 'put-aside'],
    startsJobs: true,
    files: [...fonts, verifier],
  },
  /** Serves no operation: it does the jobs that are too long for an answer. */
  worker: {
    entry: 'functions/jobs/worker.ts',
    memoryMegabytes: 1769,
    timeoutSeconds: 900,
    diskMegabytes: 2048,
    rights: { records: ['read', 'put-jobs'], journal: ['read'] },
    documents: ['read', 'put-aside'],
    files: [...fonts, verifier],
  },
  statements: {
    entry: 'functions/statements/handler.ts',
    memoryMegabytes: 1769,
    rights: { records: ['read'], journal: ['read'], events: ['append'] },
    documents: ['read', 'put-aside'],
    files: fonts,
  },
  publication: {
    entry: 'functions/publication/handler.ts',
    memoryMegabytes: 1769,
    rights: { records: ['read'], journal: ['read'], events: ['append'] },
    documents: ['put-aside'],
  },
  /** Serves no operation: the pages, which do everything through the API, in the name of who is signed in. */
  web: {
    entry: 'functions/web/handler.ts',
    memoryMegabytes: 1024,
    rights: { sessions: ['read', 'write', 'remove'] },
    files: [...fonts, ...views],
  },
} as const satisfies Record<string, AreaDefinition>;

export type Area = keyof typeof areas;
