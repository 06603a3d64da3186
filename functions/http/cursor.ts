import { Buffer } from 'node:buffer';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { invalid } from './request.ts';

/** Where a page of a list ended; good for the same list (operation, partnership, filters) alone. */
export class Cursors {
  readonly #key: string;

  constructor(key: string) {
    this.#key = key;
  }

  write(position: string, list: string): string {
    const text = Buffer.from(position, 'utf8');
    return Buffer.concat([this.#seal(text, list), text]).toString('base64url');
  }

  /** Refuses anything that this service did not write for this list. */
  read(cursor: string, list: string): string {
    const bytes = Buffer.from(cursor, 'base64url');
    const [seal, text] = [bytes.subarray(0, 32), bytes.subarray(32)];
    const isOurs = bytes.toString('base64url') === cursor && seal.byteLength === 32;
    if (isOurs && timingSafeEqual(seal, this.#seal(text, list))) return text.toString('utf8');
    throw invalid([{ pointer: '/query/cursor', detail: 'This is no cursor of this list. Start again without one.' }]);
  }

  #seal(text: Buffer, list: string): Buffer {
    return createHmac('sha256', this.#key).update(`${list.length} ${list} `).update(text).digest();
  }
}
