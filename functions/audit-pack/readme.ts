import type { Pack } from './write-pack.ts';

/** What the pack is, to whoever opens it; for people, in any editor. */
export const readme = ({
  partnershipId,
  financialYear,
  head,
}: Pick<Pack, 'partnershipId' | 'financialYear' | 'head'>) =>
  `AUDIT PACK
Partnership: ${partnershipId}
Year:        ${financialYear.replace('-', '/')}
As of:       entry ${head.sequence} of the journal, recorded ${head.recordedAt}
             ${head.hash}


HOW TO CHECK IT

You need Node.js, version 18 or later (nodejs.org), and no network. Extract the pack into an empty folder, open a
terminal there, and run

    node verify.mjs .

It tells what it checked and ends with "Everything agrees.", or names the first thing that is wrong. It is plain
JavaScript in one file, to be read before it is run: whoever tampers with a pack can tamper with its verifier, too. One
that you have read checks any pack: node path/to/verify.mjs path/to/pack

It checks that
- every file is here, no other is, and each has the SHA-256 that manifest.json gives;
- the journal is whole: numbered from 1 without gaps, each entry with its hash and that of the entry before it;
- in every entry debits equal credits, in each fund and on each day, and nothing was posted to a closed year;
- the year's statement, and every certified version of any year, is of the whole year; every line that it must have is
  there, and no other, and every amount is what the postings up to its entry come to, added up afresh from the journal;
- what else it says is what the journal's facts say: names of the partnership, its host authority, funds, grants, awards
  and their recipients, references, decisions, disposals, shared funds, notes, until when records are kept, and all
  exceptions but those named below;
- certified versions are byte for byte what the entries that certify them name, and each tells of every figure in which
  it differs from the version before.

Some words of a statement it doesn't compare with the journal; that they are as they were is covered by hashes alone:
the names of funders, the priorities that awards serve, how the ratification of chair's action stands and whether it is
late (exceptions "unratified", of which only the amount is checked), the wording of exceptions ("detail"), on what basis
the figures are made ("basis"), where they come from ("sources"), and which entries caused a change. Of certified
versions those are the hashes that were signed; of the year's statement, no more than what manifest.json says.

It cannot check that the whole pack was not made up, hashes and all: whoever can do that can compute every hash. So
compare the hashes that it prints of certified versions with those on the papers that were signed, and the hash of the
head with one that you noted before. Of CSV, spreadsheet, PDF and HTML it checks that they are the files that the
manifest, or the certifying entry, names; the amounts it checks are those of the JSON.


WHAT EACH FILE IS

README.txt                    this text
verify.mjs                    the program that checks the pack
manifest.json                 what the pack is of, and the SHA-256 of every other file (RFC 8785 form)
journal.jsonl                 every entry of the journal up to the head, one a line (RFC 8785 form): what was decided,
                              by whom and when, and the postings, which are debits and credits
statement.json                the year's statement at the head; and the same as
  .csv .xlsx .pdf .html       text for spreadsheets, a spreadsheet, a document to print, a page
certified/{year}-v{n}.json    every certified version of every year, as it was signed; of this year also
  .csv .xlsx .pdf .html       the other forms that were signed with it

The hash of an entry is SHA-256 over the RFC 8785 form of the entry without "hash". A statement's "statementHash" is
SHA-256 over its RFC 8785 form without statementHash, generatedAt, knownAt, asOf, status, version and integrity.
`;
