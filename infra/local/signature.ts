import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type Credentials = { readonly accessKeyId: string; readonly secretAccessKey: string };

export type Signing = {
  readonly credentials: Credentials;
  readonly service: 's3' | 'lambda';
  /** Milliseconds of the epoch. */
  readonly now: () => number;
};

/** Why a request isn't served, in the words of AWS; nothing where it is signed with these credentials, and in time. */
export type SignatureFault = 'AccessDenied' | 'SignatureDoesNotMatch' | 'RequestTimeTooSkewed';

type Signature = {
  /** `20171006T120000Z` */
  readonly date: string;
  /** Access key, day, region, service and `aws4_request`. */
  readonly credential: string;
  readonly signedHeaders: string;
  readonly signature: string;
  /** How long a link works; nothing where a request is signed in its headers. */
  readonly seconds?: string | undefined;
  readonly payload: string;
};

/** Checks a request by AWS Signature Version 4, signed in its headers or, as links are, in its query. */
export function signatureFault(request: IncomingMessage, signing: Signing): SignatureFault | undefined {
  const { path, query } = targetOf(request);
  const signed = query.has('X-Amz-Signature') ? inQuery(query) : inHeaders(request);
  if (signed === undefined || !isForUs(signed, signing)) return 'AccessDenied';
  const canonical = [
    request.method,
    path,
    canonicalQuery(query),
    canonicalHeaders(request, signed.signedHeaders),
    signed.signedHeaders,
    signed.payload,
  ].join('\n');
  if (!isSame(signed.signature, signatureOf(canonical, signed, signing.credentials))) return 'SignatureDoesNotMatch';
  return timeFault(signed, signing.now());
}

/** Whether what was received is what was signed, where that was said. */
export function isSignedContent({ headers }: IncomingMessage, sha256: Buffer): boolean {
  const { 'x-amz-content-sha256': signed } = headers;
  return signed === 'UNSIGNED-PAYLOAD' || signed === sha256.toString('hex');
}

function targetOf({ url = '' }: IncomingMessage): { readonly path: string; readonly query: URLSearchParams } {
  const [path = '', ...query] = url.split('?');
  return { path, query: new URLSearchParams(query.join('?')) };
}

/** A link stays good where a client sends its own `authorization` with it. */
function inQuery(query: URLSearchParams): Signature | undefined {
  if (query.get('X-Amz-Algorithm') !== algorithm) return undefined;
  return {
    date: query.get('X-Amz-Date') ?? '',
    credential: query.get('X-Amz-Credential') ?? '',
    signedHeaders: query.get('X-Amz-SignedHeaders') ?? '',
    signature: query.get('X-Amz-Signature') ?? '',
    seconds: query.get('X-Amz-Expires') ?? '',
    payload: 'UNSIGNED-PAYLOAD',
  };
}

const algorithm = 'AWS4-HMAC-SHA256';
const authorization = new RegExp(`^${algorithm} Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$`);

function inHeaders({ headers }: IncomingMessage): Signature | undefined {
  const [, credential, signedHeaders, signature] = authorization.exec(headers.authorization ?? '') ?? [];
  const [date, payload] = [headers['x-amz-date'], headers['x-amz-content-sha256']];
  if (typeof date !== 'string' || typeof payload !== 'string') return undefined;
  if (credential === undefined || signedHeaders === undefined || signature === undefined) return undefined;
  return { date, credential, signedHeaders, signature, payload };
}

/** The address is always part of what is signed: a signature for another server is none for this one. */
function isForUs({ credential, date, signedHeaders }: Signature, { credentials, service }: Signing): boolean {
  const [accessKeyId, day, , ofService, end] = credential.split('/');
  return (
    accessKeyId === credentials.accessKeyId &&
    day === date.slice(0, 8) &&
    ofService === service &&
    end === 'aws4_request' &&
    signedHeaders.split(';').includes('host')
  );
}

const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');

const canonicalHeaders = ({ headers }: IncomingMessage, names: string): string =>
  names
    .split(';')
    .map((name) => `${name}:${String(headers[name] ?? '').replaceAll(/\s+/g, ' ')}\n`)
    .join('');

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

function signatureOf(canonical: string, { date, credential }: Signature, { secretAccessKey }: Credentials): Buffer {
  const [, ...scope] = credential.split('/');
  const hash = createHash('sha256').update(canonical).digest('hex');
  const key = scope.reduce<string | Buffer>(hmac, `AWS4${secretAccessKey}`);
  return hmac(key, [algorithm, date, scope.join('/'), hash].join('\n'));
}

function isSame(signature: string, expected: Buffer): boolean {
  const given = Buffer.from(signature, 'hex');
  return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
}

const skew = 15 * 60;
const longestLink = 7 * 24 * 60 * 60;

function timeFault({ date, seconds }: Signature, now: number): SignatureFault | undefined {
  const moment = date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  // Of what is no moment, nothing is true.
  const age = (now - Date.parse(moment)) / 1000;
  if (seconds === undefined) return Math.abs(age) <= skew ? undefined : 'RequestTimeTooSkewed';
  const isInTime =
    /^[1-9]\d{0,5}$/.test(seconds) && Number(seconds) <= longestLink && age >= -skew && age < Number(seconds);
  return isInTime ? undefined : 'AccessDenied';
}
