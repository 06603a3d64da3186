/** As much of a name as fits on a bank's payment. */
const bankNameLength = 18;

/** Less than this might stand in a text by chance. */
const fewestLetters = 3;

/** Words alone, in capitals: a ledger and a bank differ in case, accents and punctuation. */
export const wordsOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toUpperCase()
    .replaceAll('&', ' AND ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether one of some texts has these words, next to each other and whole; all of them given as `wordsOf` has it. */
export const hasWords = (texts: readonly string[], words: string): boolean =>
  words.replaceAll(' ', '').length >= fewestLetters && texts.some((text) => ` ${text} `.includes(` ${words} `));

/** Whether one of some texts names somebody, in full or cut where banks cut names. */
export const hasName = (texts: readonly string[], name: string): boolean =>
  hasWords(texts, name) || (name.length > bankNameLength && hasWords(texts, name.slice(0, bankNameLength).trimEnd()));
