// Marks that turn text round: a name that carries one could turn the figures beside it.
const directions = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

/** Free text as one line. */
export const oneLine = (text: string): string => text.replace(directions, '').replace(/\s+/g, ' ').trim();

/** "a, b and c". */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

const numbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "six initiatives"; in figures above ten. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${numbers[count] ?? count} ${count === 1 ? one : many}`;

/** A name as prose has it: offices and departments take an article, councils and forces don't. */
export const withArticle = (name: string): string =>
  /^(?:Office (?:of|for)|Home Office|Department|Ministry|Mayor|(?:Police|Deputy Police).*Commissioner)\b/.test(name)
    ? `the ${name}`
    : name;

export const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** A category as prose has it, where it is written as a slug. */
export const spaced = (text: string): string => (/^[a-z0-9-]+$/.test(text) ? text.replaceAll('-', ' ') : oneLine(text));

/** A fund within a sentence. */
export const fundInProse = (name: string): string =>
  /\bfund\b/i.test(name) ? `the ${oneLine(name)}` : `the ${oneLine(name)} fund`;
