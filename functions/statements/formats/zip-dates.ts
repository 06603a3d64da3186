const endOfDirectory = 22;
const january1980 = { time: 0, date: 0x21 };

/**
 * The same archive with every file dated 1 January 1980, the format's first day: `write-excel-file` writes the time at
 * which it ran, and then the same statement would give other bytes each time.
 */
export function withoutClock(archive: Buffer): Buffer {
  const zip = Buffer.from(archive);
  const end = zip.length - endOfDirectory;
  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    dateAt(zip, entry + 12);
    dateAt(zip, zip.readUInt32LE(entry + 42) + 10);
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(entry + offset));
    entry += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return zip;
}

function dateAt(zip: Buffer, place: number): void {
  zip.writeUInt16LE(january1980.time, place);
  zip.writeUInt16LE(january1980.date, place + 2);
}
