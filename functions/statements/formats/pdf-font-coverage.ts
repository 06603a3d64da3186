const segmented = 12;
const groupLength = 12;

/** The characters that a TrueType font can draw, read from its `cmap` table (format 12, or nothing is covered). */
export function coverageOf(font: Buffer): (character: string) => boolean {
  const groups = groupsOf(font);
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return groups.some(({ first, last }) => code >= first && code <= last);
  };
}

type Group = { readonly first: number; readonly last: number };

function groupsOf(font: Buffer): Group[] {
  const cmap = tableOf(font, 'cmap');
  const records = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, place) => cmap + 4 + place * 8);
  const subtables = records.map((record) => cmap + font.readUInt32BE(record + 4));
  const subtable = subtables.find((place) => font.readUInt16BE(place) === segmented);
  if (subtable === undefined) return [];
  return Array.from({ length: font.readUInt32BE(subtable + 12) }, (_, place) => {
    const group = subtable + 16 + place * groupLength;
    return { first: font.readUInt32BE(group), last: font.readUInt32BE(group + 4) };
  });
}

function tableOf(font: Buffer, name: string): number {
  const records = Array.from({ length: font.readUInt16BE(4) }, (_, place) => 12 + place * 16);
  const record = records.find((place) => font.toString('latin1', place, place + 4) === name);
  if (record === undefined) throw new Error(`the font has no table ${name}`);
  return font.readUInt32BE(record + 8);
}
