// Checks an audit pack without the service that made it, offline, with nothing but Node itself (18 or later):
//
//     node verify.mjs .          in the folder into which the pack was extracted
//
// It believes no figure. It adds every fund, grant and award up again from the postings in journal.jsonl, and holds each
// statement against that, as the journal stood at the statement's own entry. It stops at the first thing that is wrong
// and names it (exit code 1), or tells what it checked, and that everything agrees (exit code 0). README.txt says what
// it doesn't check.
//
// One thing no pack can show of itself: that the whole of it was not made up afresh, hashes and all. Compare the hashes
// that are printed of certified versions with those on the papers that were signed.
import { createHash } from 'node:crypto';
import { createReadStream, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// ---- What is wrong, and where ----------------------------------------------------------------------------------------

class Wrong extends Error {
  constructor(where, expected, found) {
    super(`${where}\n  expected: ${shown(expected)}\n  found:    ${shown(found)}`);
  }
}

function shown(value) {
  const text = typeof value === 'string' ? value : String(JSON.stringify(value));
  return text.length > 400 ? `${text.slice(0, 400)}… (${text.length} characters)` : text;
}

function same(where, expected, found) {
  if (expected !== found) throw new Wrong(where, expected, found);
}

// What is so malformed that it can't even be read is wrong, too.
function reading(where, read) {
  try {
    return read();
  } catch (error) {
    throw error instanceof Wrong ? error : new Wrong(where, 'what can be read', error.message);
  }
}

// ---- JSON, hashes, money, years --------------------------------------------------------------------------------------

// RFC 8785: members sorted by UTF-16 code units, no spaces, numbers and text as ECMAScript writes them.
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.keys(value).sort();
    return `{${members.map((name) => `${canonical(name)}:${canonical(value[name])}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('a number that is too large');
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) throw new Error('half of a character');
  return JSON.stringify(value);
}

const sha256 = (content) => createHash('sha256').update(content).digest('hex');
const textOf = (bytes) => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

// "12527.00" is 1252700 pennies: whole numbers of any size, never fractions.
function pennies(where, text) {
  const isAmount = typeof text === 'string' && /^-?(0|[1-9]\d*)\.\d\d$/.test(text) && text !== '-0.00';
  if (!isAmount) throw new Wrong(where, 'an amount such as 1234.56', text);
  return BigInt(text.replace('.', ''));
}

function pounds(amount) {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

const addTo = (sums, key, amount) => sums.set(key, (sums.get(key) ?? 0n) + amount);
const sumOf = (amounts) => amounts.reduce((sum, amount) => sum + amount, 0n);

// Financial years run from 1 April to 31 March. As text, dates and years sort by time.
function yearOf(date) {
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new Error(`${date} is no date`);
  const first = Number(date.slice(0, 4)) - (date.slice(5) < '04-01' ? 1 : 0);
  return `${first}-${String(first + 1).slice(2)}`;
}

const lastDayOf = (year, yearsLater = 0) => `${Number(year.slice(0, 4)) + 1 + yearsLater}-03-31`;

// ---- The manifest and the files --------------------------------------------------------------------------------------

const forms = {
  'application/json': 'json',
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/pdf': 'pdf',
  'text/html': 'html',
};
const statements = Object.values(forms).map((form) => `statement.${form}`);
const always = ['README.txt', 'verify.mjs', 'journal.jsonl', ...statements];

function readManifest(folder) {
  const text = textOf(readFileSync(join(folder, 'manifest.json')));
  const manifest = JSON.parse(text);
  same('manifest.json, its text in canonical form', `${canonical(manifest)}\n`, text);
  const members = ['files', 'financialYear', 'generatedAt', 'head', 'knownAt', 'partnershipId'];
  same('manifest.json, its members', members.join(), Object.keys(manifest ?? {}).join());
  for (const name of ['files', 'head']) {
    const isThere = typeof manifest[name] === 'object' && manifest[name] !== null;
    if (!isThere) throw new Wrong(`manifest.json, ${name}`, 'members', manifest[name]);
  }
  return manifest;
}

function filesIn(folder, below = '') {
  const items = readdirSync(join(folder, below), { withFileTypes: true });
  return items.flatMap((item) =>
    item.isDirectory() ? filesIn(folder, `${below}${item.name}/`) : [`${below}${item.name}`],
  );
}

// No file is missing, none is extra, and each has the bytes of which the manifest has the hash; the journal's are
// hashed while it is read.
function checkFiles(folder, { files }) {
  const present = new Set(filesIn(folder));
  present.delete('manifest.json');
  for (const path of [...always, ...Object.keys(files)]) {
    if (!present.has(path)) throw new Wrong(`${path}, the file`, 'a file of the pack', 'no such file');
  }
  for (const path of present) {
    const isOfPack = always.includes(path) || path.startsWith('certified/');
    if (!isOfPack || !Object.hasOwn(files, path)) throw new Wrong(`${path}, the file`, 'no such file', 'an extra one');
    if (path !== 'journal.jsonl') same(`${path}, its SHA-256`, files[path], sha256(readFileSync(join(folder, path))));
  }
}

// ---- The journal: the chain, and postings that balance ---------------------------------------------------------------

// What a fund got and used; where that lies; and, apart from money, what is promised.
const spending = ['award-expenditure', 'direct-expenditure'];
const worth = ['brought-forward', 'grant-income', 'top-slices', ...spending, 'returned-to-funder'];
const position = ['bank', 'grants-receivable', 'received-in-advance', 'repayable-to-funder'];
const promises = ['commitments', 'commitments-mirror'];
const accounts = [...worth, ...position, ...promises];

// Cash from funders is added up a second time, under a name that is no account.
const receipts = ['receipt-recorded', 'opening-receipt-recorded'];
const cashReceived = 'cash received';

// All that is known up to an entry: what was posted, year by year, the few facts that say what for, and from which day
// on an entry is undone.
const emptyBooks = () => ({
  ...{ sequence: 0, hash: '0'.repeat(64), recordedAt: '', partnership: {}, undone: new Map() },
  ...{ posted: new Map(), postings: 0, debits: 0n, credits: 0n },
  ...{ funds: new Map(), grants: new Map(), awards: new Map(), years: new Map() },
  ...{ sharedFunds: [], conditionsMet: [], notes: [] },
});

async function* linesOf(path, hash) {
  let begun = [];
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, end)]);
      begun = [];
      from = end + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
  if (begun.length > 0) throw new Wrong('journal.jsonl, its last line', 'a whole line', textOf(Buffer.concat(begun)));
}

function readEntry(where, line, books) {
  const text = textOf(line);
  const entry = JSON.parse(text);
  const { hash, ...hashed } = entry;
  same(`${where}, sequence`, books.sequence + 1, entry.sequence);
  same(`${where}, its text in canonical form`, canonical(entry), text);
  same(`${where}, previousHash, which is the hash of the entry before it`, books.hash, entry.previousHash);
  same(`${where}, hash, which is over all its other members`, sha256(canonical(hashed)), hash);
  if (entry.recordedAt < books.recordedAt) {
    throw new Wrong(`${where}, recordedAt`, `${books.recordedAt} or later`, entry.recordedAt);
  }
  same(`${where}, financialYear`, yearOf(entry.effectiveOn), entry.financialYear);
  return entry;
}

// Debits equal credits in each fund on each day, for money and for promises apart. Nothing posts to a closed year but
// what closes it or opens it again.
function post(where, entry, books) {
  const differences = new Map();
  const isReceipt = receipts.includes(entry.facts.undoes?.type ?? entry.type);
  for (const [place, posting] of entry.postings.entries()) {
    const at = `${where}, posting ${place + 1}`;
    const amount = amountOf(at, posting, books);
    const { account, fundId, on = entry.effectiveOn } = posting;
    const isClosed = books.years.get(yearOf(on))?.closing !== undefined && !entry.type.startsWith('year-');
    if (isClosed) throw new Wrong(at, 'a day of a year that is not closed', on);
    const kind = `${promises.includes(account) ? 'commitments' : 'money'} of ${fundId} on ${on}`;
    addTo(differences, kind, amount);
    add(books, posting, account, on, amount);
    if (isReceipt && account === 'bank') add(books, posting, cashReceived, on, amount);
  }
  for (const [kind, amount] of differences) same(`${where}, debits less credits, ${kind}`, '0.00', pounds(amount));
}

// Debits count up, credits down.
function amountOf(at, posting, books) {
  const { account, fundId, grantId, awardId, debit, credit } = posting;
  if (!accounts.includes(account)) throw new Wrong(`${at}, account`, accounts.join(' or '), account);
  if (!books.funds.has(fundId)) throw new Wrong(`${at}, fundId`, 'a fund that was opened', fundId);
  if (grantId !== undefined) same(`${at}, the fund of ${grantId}`, fundId, books.grants.get(grantId)?.facts.fundId);
  if (awardId !== undefined) same(`${at}, the fund of ${awardId}`, fundId, books.awards.get(awardId)?.facts.fundId);
  if ((debit === undefined) === (credit === undefined)) throw new Wrong(at, 'a debit or a credit', posting);
  const amount = pennies(at, debit ?? credit);
  if (amount < 0n) throw new Wrong(at, 'an amount without a sign', debit ?? credit);
  books.postings += 1;
  if (!promises.includes(account)) books[debit === undefined ? 'credits' : 'debits'] += amount;
  return debit === undefined ? -amount : amount;
}

function add({ posted }, posting, account, on, amount) {
  const { fundId: fund, grantId: grant = '', awardId: award = '', purpose, category, funderId } = posting;
  const row = { fund, grant, award, account, of: purpose ?? category ?? funderId ?? '', year: yearOf(on), amount: 0n };
  const key = JSON.stringify(Object.values(row).slice(0, -1));
  if (!posted.has(key)) posted.set(key, row);
  posted.get(key).amount += amount;
}

function learn({ type, facts, sequence, effectiveOn: from, financialYear: year, reverses }, books) {
  const { funds, grants, awards, years } = books;
  const { id, fundId, financialYear, note } = facts;
  if (reverses !== undefined) books.undone.set(reverses, from);
  if (note !== undefined && type !== 'year-certified') books.notes.push({ sequence, year, note });
  if (type === 'partnership-created') books.partnership = facts;
  if (type === 'fund-opened') funds.set(id, { facts, from, opening: 'Opening balance' });
  if (type === 'opening-balance-recorded') funds.get(fundId).opening = facts.reference;
  if (type === 'shared-fund-noted') books.sharedFunds.push({ sequence, facts });
  if (type === 'grant-agreed') grants.set(id, { sequence, facts, from });
  if (type === 'condition-met') books.conditionsMet.push({ sequence, ...facts });
  if (type === 'award-proposed') awards.set(id, { facts, approvals: [] });
  const award = awards.get(facts.awardId);
  if (type === 'chairs-action-taken' || (type === 'award-decided' && facts.outcome === 'approved')) {
    const { meetingId = null, minuteReference = null, amountApproved = null } = facts;
    award.approvals.push({ meetingId, decidedOn: from, minuteReference, amountApproved });
  }
  if (type === 'chairs-action-ratified' && facts.outcome === 'refused') award.refusedOn = from;
  const known = years.get(financialYear) ?? openYear;
  if (type === 'year-closed') years.set(financialYear, { ...known, status: 'closed', closing: facts });
  if (type === 'year-certified')
    years.set(financialYear, {
      ...known,
      status: 'certified',
      versions: facts.version,
      signedHash: facts.statementHash,
    });
  if (type === 'year-reopened') years.set(financialYear, { ...known, status: 'open', closing: undefined });
}

const openYear = { status: 'open', versions: 0 };
const stands = ({ sequence }, on, { undone }) => (undone.get(sequence) ?? '9999-12-31') > on;

// ---- The figures of a year, from postings alone ----------------------------------------------------------------------

function groupedBy(member, rows) {
  const groups = new Map();
  for (const row of rows) {
    if (!groups.has(row[member])) groups.set(row[member], []);
    groups.get(row[member]).push(row);
  }
  return (group) => groups.get(group) ?? [];
}

const debits = (rows, ...of) => sumOf(rows.filter(({ account }) => of.includes(account)).map(({ amount }) => amount));
const credits = (rows, ...of) => -debits(rows, ...of);
const isAnything = (figures) => Object.values(figures).some((amount) => amount !== 0n);
const inPounds = (figures) => Object.fromEntries(Object.entries(figures).map(([name, one]) => [name, pounds(one)]));
const given = (facts, ...members) => Object.fromEntries(members.map((name) => [name, facts[name] ?? null]));

// What a fund brought with it when the partnership joined belongs to the opening balance, also in that very year.
function fundFigures(rows, year) {
  const inYear = groupedBy('year', rows)(year);
  const closingBalance = credits(rows, ...worth);
  const committed = debits(rows, 'commitments');
  return {
    openingBalance: closingBalance - credits(inYear, ...worth) + credits(inYear, 'brought-forward'),
    grossIncome: credits(inYear, 'grant-income'),
    topSliced: debits(inYear, 'top-slices'),
    expenditure: debits(inYear, ...spending),
    returned: debits(inYear, 'returned-to-funder'),
    ...{ closingBalance, committed, uncommitted: closingBalance - committed },
    cash: debits(rows, 'bank'),
    receivable: debits(rows, 'grants-receivable'),
    receivedInAdvance: credits(rows, 'received-in-advance'),
    repayable: credits(rows, 'repayable-to-funder'),
  };
}

// Whose money a fund used, grant by grant; '' is what it brought with it. Spending that names no grant is paid year by
// year from the oldest money (financial year, day agreed, id), and what exceeds all there is, from the newest. Where
// more of it came back in a year than went out, that goes back to the money from which it was last taken.
function usesOf(rows, grants, year) {
  const age = ({ facts }) => `${facts.financialYear} ${facts.agreedOn} ${facts.id}`;
  const byAge = [...grants].sort((a, b) => (age(a) < age(b) ? -1 : 1));
  const pots = ['', ...byAge.map(({ facts }) => facts.id)].map((id) => ({ id, left: 0n, taken: 0n, use: {} }));
  const ofYear = groupedBy('year', rows);
  for (const each of [...new Set([...rows.map((row) => row.year), year])].sort()) {
    const own = groupedBy('grant', ofYear(each));
    for (const pot of pots) begin(pot, own(pot.id));
    const funded = pots.filter(({ taken, use: { openingUnspent, grossIncomeInYear, topSlicedInYear } }) =>
      isAnything({ taken, openingUnspent, grossIncomeInYear, topSlicedInYear }),
    );
    share(debits(own(''), ...spending), funded.length > 0 ? funded : pots.slice(0, 1));
  }
  return new Map(pots.map(({ id, left, use }) => [id, { ...use, closingUnspent: left }]));
}

function begin(pot, rows) {
  pot.use = {
    openingUnspent: pot.left + credits(rows, 'brought-forward'),
    grossIncomeInYear: credits(rows, 'grant-income'),
    topSlicedInYear: debits(rows, 'top-slices'),
    spentInYear: pot.id === '' ? 0n : debits(rows, ...spending),
    returned: debits(rows, 'returned-to-funder'),
  };
  const { openingUnspent, grossIncomeInYear, topSlicedInYear, spentInYear, returned } = pot.use;
  pot.left = openingUnspent + grossIncomeInYear - topSlicedInYear - spentInYear - returned;
}

function share(unnamed, pots) {
  const sign = unnamed < 0n ? -1n : 1n;
  let rest = unnamed * sign;
  for (const [place, pot] of (sign < 0n ? [...pots].reverse() : pots).entries()) {
    const room = sign < 0n ? pot.taken : pot.left;
    const isAll = place === pots.length - 1 || room >= rest;
    const part = isAll ? rest : room > 0n ? room : 0n;
    rest -= part;
    pot.left -= part * sign;
    pot.taken += part * sign;
    pot.use.spentInYear += part * sign;
  }
}

// ---- The lines that a statement must have ----------------------------------------------------------------------------

function expectedOf(year, books) {
  const rows = [...books.posted.values()].filter((row) => row.year <= year);
  const [ofFund, ofAward] = [groupedBy('fund', rows), groupedBy('award', rows)];
  const funds = [...books.funds].filter(([id, { from }]) => from <= lastDayOf(year) || ofFund(id).length > 0);
  const figures = new Map(funds.map(([id]) => [id, fundFigures(ofFund(id), year)]));
  const grants = funds.flatMap(([id, fund]) => grantLines(fund, ofFund(id), year, books));
  return {
    figures,
    trialBalance: debits(rows, ...accounts),
    funds: funds.map(([id, { facts }]) => [id, fundLine(facts, figures.get(id), year, books)]),
    grants,
    awards: [...books.awards.values()].flatMap((award) => awardLines(award, ofAward(award.facts.id), year)),
    expenditure: funds.flatMap(([id]) =>
      byPurpose(groupedBy('year', ofFund(id))(year), 'direct-expenditure').map(([category, amount]) => [
        `${id}/${category}`,
        { amount: pounds(amount) },
      ]),
    ),
    totals: [['', inPounds(totalsOf([...figures.values()], grants))]],
    sharedFunds: sharedFundLines(year, books),
    exceptions: [
      ...[...figures].flatMap(([id, { uncommitted }]) => fundExceptions(id, uncommitted, ofFund(id))),
      ...grantExceptions(new Map(grants), lastDayOf(year), books),
      ...[...books.awards.values()].flatMap((award) => awardExceptions(award, ofAward(award.facts.id), year)),
    ],
  };
}

function fundLine(facts, figures, year, { years }) {
  const decided = years.get(year)?.closing?.disposals ?? [];
  const disposals = decided.filter(({ fundId }) => fundId === facts.id).map(({ fundId: _, ...disposal }) => disposal);
  const keptUntil = lastDayOf(year, facts.retentionYears ?? 6);
  return { ...given(facts, 'name', 'restriction', 'nature', 'note'), ...inPounds(figures), disposals, keptUntil };
}

function grantLines(fund, rows, year, books) {
  const grants = [...books.grants.values()].filter(({ facts }) => facts.fundId === fund.facts.id);
  const uses = usesOf(rows, grants, year);
  const own = groupedBy('grant', rows);
  const lines = grants.flatMap((grant) => {
    const { id, financialYear } = grant.facts;
    const received = receivedOf(own(id), year);
    const isOfYear = financialYear === year && grant.from <= lastDayOf(year) && stands(grant, lastDayOf(year), books);
    const isListed = isOfYear || received.receivedInYear !== 0n || isAnything(uses.get(id));
    return isListed ? [[id, grantLine(grant, own(id), received, uses.get(id), year)]] : [];
  });
  const received = receivedOf(own(''), year);
  const isListed = received.receivedToDate !== 0n || isAnything(uses.get(''));
  return isListed
    ? [[`${fund.facts.id}/brought-forward`, broughtForward(fund, own(''), received, uses.get(''))], ...lines]
    : lines;
}

const receivedOf = (rows, year) => ({
  receivedInYear: debits(groupedBy('year', rows)(year), cashReceived),
  receivedToDate: debits(rows, cashReceived),
});

// A grant from which cash came before it counts is shown as it was agreed.
function grantLine({ facts, from }, rows, received, use, year) {
  const counts = from <= lastDayOf(year);
  const slices = byPurpose(rows, 'top-slices').map(([purpose, amount]) => ({ purpose, amount: pounds(amount) }));
  const agreed = facts.topSlices.map(({ purpose, amount }) => ({ purpose, amount }));
  const topSlices = counts ? slices.sort((a, b) => (a.purpose < b.purpose ? -1 : 1)) : agreed;
  const grossAmount = counts ? credits(rows, 'grant-income') : pennies('grossAmount', facts.grossAmount);
  const topSlicedAmount = sumOf(topSlices.map(({ amount }) => pennies('topSlices', amount)));
  const netAmount = grossAmount - topSlicedAmount;
  const terms = { grossAmount, topSlicedAmount, netAmount, outstandingAmount: netAmount - received.receivedToDate };
  const words = given(facts, 'kind', 'title', 'fundId', 'financialYear', 'reference', 'note');
  return { ...words, topSlices, ...inPounds({ ...terms, ...received, ...use }) };
}

// Debits of an account by what they are for.
const byPurpose = (rows, account) =>
  [...new Set(rows.filter((row) => row.account === account).map(({ of }) => of))]
    .map((of) => [of, debits(groupedBy('of', rows)(of), account)])
    .filter(([, amount]) => amount !== 0n);

function broughtForward({ facts, opening }, rows, received, use) {
  const grossAmount = credits(rows, 'brought-forward');
  const terms = { grossAmount, topSlicedAmount: 0n, netAmount: grossAmount };
  const outstandingAmount = debits(rows, 'grants-receivable');
  const words = { kind: 'opening-balance', fundId: facts.id, funder: null, reference: opening, topSlices: [] };
  return { ...words, ...inPounds({ ...terms, outstandingAmount, ...received, ...use }) };
}

function awardLines({ facts, approvals }, rows, year) {
  const standing = approvals.filter(({ decidedOn }) => decidedOn <= lastDayOf(year));
  if (standing.length === 0) return [];
  const inYear = groupedBy('year', rows)(year);
  const committed = debits(rows, 'commitments');
  const before = committed - debits(inYear, 'commitments');
  const isListed = yearOf(standing[0].decidedOn) === year || inYear.length > 0 || committed !== 0n || before !== 0n;
  const spent = (some, of) => debits(groupedBy('of', some)(of), 'award-expenditure');
  const figures = {
    ...{ paidInYear: spent(inYear, 'payments'), refundedInYear: -spent(inYear, 'refunds') },
    ...{ paidToDate: spent(rows, 'payments'), refundedToDate: -spent(rows, 'refunds'), committed },
  };
  const words = { ...given(facts, 'title', 'fundId', 'grantId', 'note'), recipient: given(facts.recipient, 'name') };
  const decided = { ...standing[standing.length - 1], earlierApprovals: standing.slice(0, -1) };
  return isListed ? [[facts.id, { ...words, ...decided, ...inPounds(figures) }]] : [];
}

function totalsOf(figures, grants) {
  const names = Object.keys(fundFigures([], ''));
  const sums = Object.fromEntries(names.map((name) => [name, sumOf(figures.map((fund) => fund[name]))]));
  const received = sumOf(grants.map(([, line]) => pennies('receivedInYear', line.receivedInYear)));
  return { ...sums, netIncome: sums.grossIncome - sums.topSliced, received };
}

// Funds held elsewhere, of which the partnership has no money; a share that is not stated is not made up.
function sharedFundLines(year, books) {
  const words = ['title', 'totalAmount', 'financialYears', 'areaCount', 'areas', 'heldBy', 'source', 'note'];
  const noted = books.sharedFunds.filter((shared) => stands(shared, lastDayOf(year), books));
  const ofYear = noted.filter(({ facts }) => facts.financialYears.includes(year));
  return ofYear.map(({ facts }) => {
    const stated = facts.areas.flatMap(({ amount }) => amount ?? []).map((amount) => pennies('areas', amount));
    const isWhole = stated.length > 0 && stated.length >= (facts.areaCount ?? facts.areas.length);
    const shares = isWhole ? 'stated' : stated.length > 0 ? 'partly-stated' : 'not-stated';
    const difference = isWhole ? sumOf(stated) - pennies('totalAmount', facts.totalAmount) : 0n;
    const statedSharesDifference = difference === 0n ? null : pounds(difference);
    return [facts.id, { ...given(facts, ...words), shares, statedSharesDifference }];
  });
}

// ---- The exceptions that a statement must tell of --------------------------------------------------------------------

// A funder owes what it was repaid of a grant beyond what was to be returned, whatever is still to be repaid of others.
function fundExceptions(id, uncommitted, rows) {
  const repaid = new Map();
  for (const { grant, account, of, amount } of rows) {
    if (account === 'repayable-to-funder') addTo(repaid, `${grant} ${of}`, amount);
  }
  const overpaid = sumOf([...repaid.values()].filter((amount) => amount > 0n));
  return [
    ...(uncommitted < 0n ? [[`over-committed/${id}`, { uncommitted: pounds(uncommitted) }]] : []),
    ...(overpaid > 0n ? [[`overpaid-to-funder/${id}`, { amount: pounds(overpaid) }]] : []),
  ];
}

// A condition that is not met, also of a grant that is spent and no longer listed; and a total that the funder stated
// and that isn't what its parts come to.
function grantExceptions(lines, asOf, books) {
  const met = books.conditionsMet.filter((one) => one.metOn <= asOf && stands(one, asOf, books));
  const grants = [...books.grants.values()].filter((grant) => stands(grant, asOf, books));
  return grants.flatMap(({ facts: { id, conditions, statedTotal: stated, grossAmount: computed }, from }) => {
    const line = lines.get(id);
    if (line === undefined && from > asOf) return [];
    const isMet = (number) => met.some(({ grantId, condition }) => grantId === id && condition === number);
    const unmet = conditions.map((_, place) => place + 1).filter((number) => !isMet(number));
    const unspent = line?.closingUnspent ?? '0.00';
    const differs = line !== undefined && (stated ?? computed) !== computed;
    return [
      ...unmet.map((number) => [`condition-unmet/${id}/${number}`, { unspent }]),
      ...(differs ? [[`stated-total-differs/${id}`, { stated, computed, difference: less(stated, computed) }]] : []),
    ];
  });
}

// What was paid on the chair's word, and has not come back though the meeting refused to ratify it.
function awardExceptions({ facts, refusedOn }, rows, year) {
  const spent = debits(rows, 'award-expenditure');
  const isRefused = refusedOn !== undefined && refusedOn <= lastDayOf(year);
  return isRefused && spent > 0n ? [[`ratification-refused-paid/${facts.id}`, { amount: pounds(spent) }]] : [];
}

const less = (amount, other) => pounds(pennies('the difference', amount) - pennies('the difference', other));

// ---- A statement against the journal ---------------------------------------------------------------------------------

// The parts that have lines, and what a line of each is known by.
const parts = {
  funds: ['fundId'],
  grants: ['grantId'],
  awards: ['awardId'],
  expenditure: ['fundId', 'category'],
  totals: [],
  sharedFunds: ['id'],
  exceptions: ['code', 'fundId', 'grantId', 'awardId', 'condition'],
};
const linesIn = (statement, part) => (part === 'totals' ? [statement.totals] : statement[part]);
const idOf = (part, line) =>
  line.grantId === null ? `${line.fundId}/brought-forward` : parts[part].flatMap((name) => line[name] ?? []).join('/');

// Words that are not compared with the journal; README.txt names them.
const words = ['funder', 'priorities', 'ratification'];
const amountInside = /"-?\d+\.\d\d"/;

function readStatement(folder, path) {
  const text = textOf(readFileSync(join(folder, path)));
  const statement = JSON.parse(text);
  const withoutSpaces = text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
  same(`${path}, its text, each member once`, JSON.stringify(statement), withoutSpaces);
  return statement;
}

// As the journal stands; `about` is what else is known of the statement.
function checkStatement(at, statement, about, books) {
  const { financialYear: year } = about;
  const { name, hostAuthority, note } = books.partnership;
  const known = {
    ...{ ...about, asOf: lastDayOf(year), knownAt: books.sequence, generatedAt: books.recordedAt },
    partnershipId: books.partnership.id,
    partnership: { name, hostAuthority: hostAuthority.name, ...(note === undefined ? {} : { note }) },
    notes: notesOf(year, books),
  };
  sameMembers(at, known, statement);
  const expected = expectedOf(year, books);
  // Which chair's action is late hangs on meetings; only how much it was is looked up.
  const late = statement.exceptions.filter(({ code }) => code === 'unratified');
  for (const line of late) expected.exceptions.push([idOf('exceptions', line), lateLine(line, books)]);
  for (const part of Object.keys(parts)) checkLines(at, part, linesIn(statement, part), expected[part]);
  const integrity = { sequence: books.sequence, hash: books.hash, trialBalance: pounds(expected.trialBalance) };
  sameMembers(`${at}, integrity`, integrity, statement.integrity);
  const isSigned = at.startsWith('certified/');
  const signature = [...(isSigned ? ['certification'] : []), ...(isSigned && about.version > 1 ? ['changes'] : [])];
  const members = [...Object.keys(integrity), ...signature].sort();
  same(`${at}, integrity, its members`, members.join(), Object.keys(statement.integrity).sort().join());
  const unhashed = ['statementHash', 'generatedAt', 'knownAt', 'asOf', 'status', 'version', 'integrity'];
  const hashed = Object.entries(statement).filter(([member]) => !unhashed.includes(member));
  same(`${at}, statementHash`, sha256(canonical(Object.fromEntries(hashed))), statement.statementHash);
  return expected.figures;
}

const lateLine = ({ awardId }, { awards }) => ({ amount: awards.get(awardId)?.approvals[0]?.amountApproved });

// What was noted with the year's entries, the same words once.
function notesOf(year, books) {
  const standing = books.notes.filter((one) => one.year === year && stands(one, lastDayOf(year), books));
  const own = groupedBy('note', standing);
  const all = [...new Set(standing.map(({ note }) => note))];
  return all.map((note) => ({ note, entries: own(note).map(({ sequence }) => sequence) }));
}

function sameJson(where, expected, found) {
  if (canonical(expected ?? null) !== canonical(found ?? null)) throw new Wrong(where, expected ?? null, found ?? null);
}

function sameMembers(where, expected, found) {
  for (const [name, value] of Object.entries(expected)) sameJson(`${where}, ${name}`, value, found[name]);
}

// Each line that there must be, once, with every member as the journal tells it; and no others.
function checkLines(at, part, lines, expected) {
  const left = new Map(expected);
  for (const line of lines) {
    const id = idOf(part, line);
    const members = left.get(id);
    const where = `${at}, ${part} ${id}`.trimEnd();
    if (members === undefined) throw new Wrong(where, 'no such line, or no second one', line);
    sameMembers(where, members, line);
    const others = Object.keys(line).filter((name) => !Object.hasOwn(members, name) && !words.includes(name));
    const strange = others.find((name) => amountInside.test(JSON.stringify(line[name])));
    if (strange !== undefined) throw new Wrong(`${where}, ${strange}`, 'no such figure', line[strange]);
    left.delete(id);
  }
  for (const [id, members] of left) throw new Wrong(`${at}, ${part} ${id}`.trimEnd(), members, 'no such line');
}

// ---- Certified versions ----------------------------------------------------------------------------------------------

// An entry signs the statement as it stood just before; the files are byte for byte those of which it has the hashes.
function checkCertified(where, { facts }, books, pack) {
  const { financialYear, version, knownAt, statementHash, documentHash, documents } = facts;
  const { files } = pack.manifest;
  const { status, versions } = books.years.get(financialYear) ?? openYear;
  same(`${where}, the year that it certifies`, 'closed', status);
  same(`${where}, version`, versions + 1, version);
  same(`${where}, knownAt, which is the entry before it`, books.sequence, knownAt);
  const path = `certified/${financialYear}-v${version}`;
  for (const { contentType, hash } of [{ contentType: 'application/json', hash: documentHash }, ...documents]) {
    const file = `${path}.${forms[contentType]}`;
    if (forms[contentType] !== 'json' && financialYear !== pack.manifest.financialYear) continue;
    same(`${file}, its SHA-256, which ${where} names`, hash, files[file] ?? 'no such file');
    pack.certified.add(file);
  }
  const statement = readStatement(pack.folder, `${path}.json`);
  const about = { financialYear, version, statementHash, status: 'certified' };
  reading(`${path}.json`, () => checkStatement(`${path}.json`, statement, about, books));
  const { certification, changes } = statement.integrity;
  const signature = ['name', 'role', 'certifiedOn', 'note'];
  sameMembers(`${path}.json, certification`, given(facts, ...signature), certification);
  const before = version > 1 && readStatement(pack.folder, `certified/${financialYear}-v${version - 1}.json`);
  if (before) checkChanges(`${path}.json, changes`, changes, before, statement);
  pack.signed.push(`${path}.json`, `  statementHash ${statementHash}`, `  documentHash  ${documentHash}`);
}

// The list of what changed since the version before names every figure that differs, as it was and as it is.
function checkChanges(at, changes, before, after) {
  const ofFigures = changes.filter(({ section }) => compared.includes(section));
  const told = new Map(ofFigures.map((change) => [placeOf(change.section, change.id, change.figure), change]));
  const [was, is] = [before, after].map(membersOf);
  for (const key of new Set([...was.keys(), ...is.keys(), ...told.keys()])) {
    const [earlier, later, change] = [was.get(key) ?? null, is.get(key) ?? null, told.get(key)];
    const isSame = canonical(earlier) === canonical(later);
    if (isSame && change !== undefined) throw new Wrong(`${at}, ${key}`, 'no change', change);
    if (isSame) continue;
    sameJson(`${at}, ${key}, before and after`, [earlier, later], [change?.before, change?.after]);
    if (change.difference === undefined) continue;
    same(`${at}, ${key}, difference`, less(later ?? '0.00', earlier ?? '0.00'), change.difference);
  }
}

// Not the exceptions, each of which follows from figures or facts.
const compared = Object.keys(parts).filter((part) => part !== 'exceptions');
const placeOf = (part, id, member) => `${`${part} ${id}`.trimEnd()}, ${member}`;

function membersOf(statement) {
  const members = new Map();
  for (const part of compared) {
    for (const line of linesIn(statement, part)) {
      const own = Object.entries(line).filter(([name]) => !parts[part].includes(name));
      for (const [name, value] of own) members.set(placeOf(part, idOf(part, line), name), value);
    }
  }
  return members;
}

// ---- The whole pack --------------------------------------------------------------------------------------------------

async function checkJournal(pack) {
  const books = emptyBooks();
  const hash = createHash('sha256');
  for await (const line of linesOf(join(pack.folder, 'journal.jsonl'), hash)) {
    const where = `journal.jsonl, entry ${books.sequence + 1}`;
    reading(where, () => {
      const entry = readEntry(where, line, books);
      if (entry.type === 'year-certified') checkCertified(where, entry, books, pack);
      learn(entry, books);
      post(where, entry, books);
      Object.assign(books, { sequence: entry.sequence, hash: entry.hash, recordedAt: entry.recordedAt });
    });
    if (process.stderr.isTTY && books.sequence % 1000 === 0) process.stderr.write(`\r  entry ${books.sequence} …`);
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  const { files, head, knownAt, generatedAt, partnershipId } = pack.manifest;
  same('manifest.json, head, sequence, which is the last entry of journal.jsonl', books.sequence, head.sequence);
  same('manifest.json, head, hash, which is the hash of that entry', books.hash, head.hash);
  same('journal.jsonl, its SHA-256', files['journal.jsonl'], hash.digest('hex'));
  same('manifest.json, knownAt', books.sequence, knownAt);
  same('manifest.json, generatedAt', books.recordedAt, generatedAt);
  same('manifest.json, partnershipId', books.partnership.id, partnershipId);
  return books;
}

/** Checks the pack in a folder: what was checked, in words. Throws the first thing that is wrong. */
export async function check(folder) {
  const manifest = reading('manifest.json', () => readManifest(folder));
  checkFiles(folder, manifest);
  const pack = { folder, manifest, certified: new Set(), signed: [] };
  const books = await checkJournal(pack);
  const { financialYear } = manifest;
  const { status, versions, signedHash } = books.years.get(financialYear) ?? openYear;
  const about = { financialYear, status, version: status === 'certified' ? versions : null };
  const statement = reading('statement.json', () => readStatement(folder, 'statement.json'));
  const figures = reading('statement.json', () => checkStatement('statement.json', statement, about, books));
  // Of a certified year, what stands is what was signed, to the last word.
  if (status === 'certified') same('statement.json, statementHash, as signed', signedHash, statement.statementHash);
  const unnamed = Object.keys(manifest.files).find(
    (path) => path.startsWith('certified/') && !pack.certified.has(path),
  );
  if (unnamed !== undefined) throw new Wrong(`${unnamed}, the file`, 'no such file', 'one that no entry certifies');
  return report(pack, books, status, figures);
}

function report({ manifest, signed }, books, status, figures) {
  const { partnershipId, financialYear, files } = manifest;
  const closing = [...figures].map(
    ([id, { closingBalance }]) => `  ${id.padEnd(32)} ${pounds(closingBalance).padStart(20)}`,
  );
  const total = pounds(sumOf([...figures.values()].map(({ closingBalance }) => closingBalance)));
  return [
    `Audit pack of ${partnershipId}, ${financialYear}`,
    '',
    `Files      ${Object.keys(files).length}, each with the hash that manifest.json gives`,
    `Journal    ${books.sequence} entries, the chain unbroken, to the head ${books.hash}`,
    `Postings   ${books.postings}; debits ${pounds(books.debits)}, credits ${pounds(books.credits)}, commitments apart`,
    `Statement  ${financialYear}, ${status}: every line and figure is what the postings come to`,
    `Certified  ${signed.length / 3} versions: byte for byte as signed, and what the postings came to`,
    ...signed.map((one) => `  ${one}`),
    `Closing balance of each fund, ${financialYear}:`,
    ...closing,
    `  ${'all funds'.padEnd(32)} ${total.padStart(20)}`,
    '',
    'Everything agrees.',
  ];
}

async function main(folder = '.') {
  try {
    process.stdout.write(`${(await check(folder)).join('\n')}\n`);
  } catch (error) {
    process.stdout.write(`The pack is NOT in order. The first thing that is wrong:\n\n${error.message}\n`);
    process.exitCode = 1;
  }
}

if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) await main(process.argv[2]);
