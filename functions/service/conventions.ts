/** What holds for every operation, in plain words; code stands in backticks. */
export const conventions: readonly { readonly title: string; readonly paragraphs: readonly string[] }[] = [
  {
    title: 'Requests',
    paragraphs: [
      'Everything but this page, `/openapi.json` and `/healthz` is below `/v1`. Bodies are JSON in UTF-8, at most 256 KiB and nested at most 20 deep, with names in camelCase. A member or query parameter that is not known here, or is given twice in a query, is refused, so that a misspelt one is never silently lost.',
      'Every body that records something may carry a `note`. It is shown wherever the record is, and in statements. Ids that you give are lower-case slugs; others are the service’s own and sort by time.',
    ],
  },
  {
    title: 'Money',
    paragraphs: [
      'Money is text, never a JSON number: answers have exactly two decimal places, such as `"12527.00"`. A request may leave places out (`"14235"`, `"14235.5"`), has no sign, and comes to no more than `"999999999999.99"`. An amount of nothing is refused where something must move.',
    ],
  },
  {
    title: 'Dates and years',
    paragraphs: [
      'Dates are real calendar dates such as `2017-10-06`; financial years run from 1 April and are written `2017-18`. What has happened is dated from 1998-07-31 (the Crime and Disorder Act) to today in London; what is planned, to ten years ahead.',
    ],
  },
  {
    title: 'Numbers',
    paragraphs: [
      'The conditions of a grant are numbered from 1, as on paper. So are the entries of a partnership’s journal, without gaps. Lists inside bodies hold at most 50, instalments at most 120, and a partnership has at most 30 funds.',
    ],
  },
  {
    title: 'Who may call',
    paragraphs: [
      'Send an access token as `Authorization: Bearer …`. Its groups name a partnership and a role, such as `maldon:finance-officer`; the roles are `finance-officer`, `coordinator`, `chair`, `chief-finance-officer` and `auditor`, and `platform:administrator` for whoever runs the service. Every member of a partnership may read it. A partnership that the token does not cover is 403, whether it exists or not.',
    ],
  },
  {
    title: 'Doing things once',
    paragraphs: [
      'Every POST takes an `Idempotency-Key` of your own. The same key with the same request gives the first answer again, with `Idempotent-Replayed: true`, and nothing is done twice; with another request it is 422. Only what succeeded is remembered, for at least 24 hours. After a lost connection or a 503, send the same request with the same key.',
    ],
  },
  {
    title: 'Trying things out',
    paragraphs: [
      'With `?dryRun=true`, a POST answers as it would, with the same checks and the balances that would result, and with `Dry-Run: true`. It changes and records nothing.',
    ],
  },
  {
    title: 'Changing what exists',
    paragraphs: [
      'Reading one thing gives an `ETag`. A PUT makes what is not there (201); to replace what is (200), send the ETag that you read in `If-Match`. Without it a PUT of what exists is 428; with one that no longer holds it is 412, and nobody’s change is lost.',
    ],
  },
  {
    title: 'Lists',
    paragraphs: [
      'A list has `items` and a `nextCursor`. Send that as `?cursor=` for the next page of the same list; on the last page it is null. `?limit=` is from 1 to 100, and 50 where nothing is said.',
    ],
  },
  {
    title: 'Meetings and awards',
    paragraphs: [
      'An award is proposed, put on a meeting’s agenda (`submission`), and decided there by whoever presides: the meeting is open, with quorum for that item once those with an interest are taken off. Approval commits the money in the same moment; payment turns the commitment into spending; closing an award releases the rest. An approval without `amountApproved` is to be confirmed: it commits nothing until a later decision sets the amount.',
      'Whoever proposed an award does not decide it, and neither of the two records its payments or refunds, nor the other way round: logins are compared, award by award. Between meetings the chair may act up to the limit in the terms of reference, and a meeting ratifies that, or refuses to.',
      'A meeting’s attendance has the meeting’s ETag. Once a decision relies on it, correcting it takes a `reason`, and the decision shows the correction. Whoever declared an interest stays in it, by a name or login by which they are known.',
    ],
  },
  {
    title: 'Year end',
    paragraphs: [
      'Closing a year disposes of each fund’s balance before returns: parts are carried forward, with the funder’s approval reference where the agreement wants one, and parts returned to the funder of a grant. Then nothing posts to the year any more: `year-closed`. The closing checklist says what stands in the way. Somebody else, the chief finance officer, certifies the statement over the `statementHash` of what was read; what changed meanwhile is refused as `stale-statement`. A certified version stays byte for byte, in every form, also when the year is opened again with a reason; the next version says what changed, figure by figure, with the entries that caused it.',
      'A statement is JSON, CSV, XLSX, PDF or HTML, as `Accept` says. `?asOf=` is a date of the year; `?knownAt=` is an entry of the journal: as it stood there. Its `sources` say which entries each figure is the sum of: links to the journal, to be filled from the figure’s line, to which the statement’s own `asOf` and `knownAt` can be added.',
      'An audit pack holds the statements, the whole journal and a verifier that runs without this service: `node verify.mjs .` in the unpacked folder.',
    ],
  },
  {
    title: 'Long answers',
    paragraphs: [
      'An answer of more than 4 MB is a 303 to a link that works for five minutes. What takes longer than one answer may (verification and audit packs of long journals) is a 202: `Location` names a job, which says how far it is, and when it is done, where its answer stands.',
    ],
  },
  {
    title: 'Problems',
    paragraphs: [
      'What is refused is answered as `application/problem+json` (RFC 9457), with a `code` to program against and words for people; the codes are listed with each operation. A 400 has `errors`, each with a JSON Pointer to what is wrong: into the body (`/funder/name`), or below `/path/…`, `/query/…` or `/header/…`.',
      'Of several problems, you see the first of: 401, 404 or 405 by address, 403, 413, 415, 406, 428, 400, 422, 404, 412, 409. An address that does not exist is 404 `no-such-address`; one that takes other methods is 405 `method-not-allowed`, and `Allow` names them. A 500 says nothing and is not your fault. What the gateway itself refuses (401, 413, 429 or 503) may carry its status alone.',
    ],
  },
];

/** The same as Markdown. */
export const conventionsText = conventions
  .map(({ title, paragraphs }) => [`## ${title}`, ...paragraphs].join('\n\n'))
  .join('\n\n');
