import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { GetObjectCommand, PutObjectCommand, type PutObjectCommandInput, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { isAlreadyThere } from '../store/failure.ts';

/** What a document is, to whoever saves it. */
export type As = { readonly contentType: string; readonly fileName: string };

/** A file on disk: packs are larger than memory. */
export type FileContent = { readonly path: string; readonly bytes: number; readonly sha256: string };
export type Content = Uint8Array | FileContent;

type Buckets = { readonly archive: string; readonly answers: string };
type Requested = Omit<PutObjectCommandInput, 'Body'>;
type Sent = { readonly Body: Uint8Array | Readable; readonly bytes: number; readonly sha256: string };
type Place = { readonly Bucket: string; readonly Key: string };

export const secondsOfLink = 5 * 60;

/** What is too large for the tables, or is to be kept byte for byte: certified documents for ever, large answers a day. */
export class DocumentStore {
  readonly #client: S3Client;
  readonly #buckets: Buckets;

  /** Each bucket's name is only asked for where it is used: not every function has a right to both. */
  constructor(client: S3Client, buckets: Buckets) {
    this.#client = client;
    this.#buckets = buckets;
  }

  /** Keeps bytes for ever under their SHA-256, which it gives, in hex; they are written once. */
  async keep(bytes: Uint8Array, contentType: string): Promise<string> {
    const hash = hashOf(bytes);
    try {
      await this.#put({ ...this.#kept(hash), ContentType: contentType, IfNoneMatch: '*' }, bytes);
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
    }
    return hash;
  }

  /** The bytes kept under a hash; throws where they no longer hash to it. */
  async kept(hash: string): Promise<Buffer> {
    const { Body } = await this.#client.send(new GetObjectCommand(this.#kept(hash)));
    const bytes = Buffer.from((await Body?.transformToByteArray()) ?? []);
    if (hashOf(bytes) !== hash) throw new Error(`what is kept as ${hash} is not what was put there`);
    return bytes;
  }

  /** Puts an answer aside for a day. */
  async putAside(key: string, content: Content, as: As): Promise<void> {
    const { contentType: ContentType, fileName } = as;
    await this.#put({ ...this.#aside(key), ContentType, ContentDisposition: disposition(fileName) }, content);
  }

  /** A link to what was put aside, for five minutes. */
  linkToAside(key: string, as: As): Promise<string> {
    return this.#link(this.#aside(key), as);
  }

  #kept(hash: string): Place {
    return { Bucket: this.#buckets.archive, Key: hash };
  }

  #aside(key: string): Place {
    return { Bucket: this.#buckets.answers, Key: key };
  }

  async #put(request: Requested, content: Content): Promise<void> {
    if (content instanceof Uint8Array) {
      return this.#send(request, { Body: content, bytes: content.byteLength, sha256: hashOf(content) });
    }
    const file = await open(content.path);
    try {
      await this.#send(request, { ...content, Body: streamOf(file) });
    } finally {
      await file.close();
    }
  }

  async #send(request: Requested, { Body, bytes, sha256 }: Sent): Promise<void> {
    const ChecksumSHA256 = Buffer.from(sha256, 'hex').toString('base64');
    await this.#client.send(new PutObjectCommand({ ...request, Body, ContentLength: bytes, ChecksumSHA256 }));
  }

  #link(place: Place, { contentType, fileName }: As): Promise<string> {
    const shown = { ResponseContentType: contentType, ResponseContentDisposition: disposition(fileName) };
    return getSignedUrl(this.#client, new GetObjectCommand({ ...place, ...shown }), { expiresIn: secondsOfLink });
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What goes wrong while it is read shows in the request, which then ends too early. */
const streamOf = (file: FileHandle): Readable =>
  file.createReadStream({ autoClose: false }).on('error', () => undefined);

/** Always saved, never shown where it is: what is shown there would be without the policies of our own pages. */
const disposition = (fileName: string): string => `attachment; filename="${fileName}"`;
