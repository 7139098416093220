/** TIFF structures, as EXIF and many raw files have them: their directories, and what stands in them. */

const MAGIC = new Set([42, 0x55, 0x4f52, 0x5352]); // TIFF and EXIF; Panasonic's and Olympus' raw files
const MOST_ENTRIES = 1024;
const MOST_DIRECTORIES = 64;
const ENTRY = 12; // bytes
const BYTES_OF_TYPE = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];

export const TAG = {
  compression: 0x103,
  stripOffsets: 0x111,
  orientation: 0x112,
  stripBytes: 0x117,
  subDirectories: 0x14a,
  jpegStart: 0x201,
  jpegBytes: 0x202,
  xmp: 0x2bc,
  exif: 0x8769,
  gps: 0x8825,
  taken: 0x9003,
};
const LEADS_ON = new Set([TAG.exif, TAG.subDirectories, TAG.gps]);

/**
 * @typedef {{tag: number, count: number, bytes: number, at: number, valueAt: number}} Entry positions in the file
 * @typedef {{start: number, at: number, isLittle: boolean, by: number, entries: Entry[]}} Directory `start` is what
 *   offsets count from, `by` the tag that led to it, 0 for one of the chain
 */

/**
 * @param {import("./file_window.js").FileWindow} file
 * @param {number} start
 * @returns {AsyncGenerator<Directory>} those of the chain, each before what it leads to
 */
export async function* directoriesAt(file, start) {
  const head = await file.view(start, 8);
  const isLittle = head?.getUint16(0) === 0x4949;
  if (!head || (!isLittle && head.getUint16(0) !== 0x4d4d) || !MAGIC.has(head.getUint16(2, isLittle))) return;
  const waiting = [{ offset: head.getUint32(4, isLittle), by: 0 }];
  const seen = new Set([0]);
  while (waiting.length > 0 && seen.size <= MOST_DIRECTORIES) {
    const { offset, by } = waiting.shift();
    if (seen.has(offset)) continue;
    seen.add(offset);
    const found = await directoryAt(file, { start, at: start + offset, isLittle, by });
    if (!found) continue;
    yield found.directory;
    for (const entry of found.directory.entries) {
      if (!LEADS_ON.has(entry.tag)) continue;
      for (const target of await numbersOf(file, found.directory, entry)) waiting.push({ offset: target, by: entry.tag });
    }
    if (by === 0) waiting.push({ offset: found.next, by: 0 });
  }
}

/**
 * @param {import("./file_window.js").FileWindow} file
 * @param {Directory} directory
 * @param {Entry} entry
 * @returns {Promise<number[]>} whole numbers of two or four bytes; none of another type
 */
export async function numbersOf(file, { isLittle }, { valueAt, count, bytes }) {
  const each = bytes / count;
  const view = each === 2 || each === 4 ? await file.view(valueAt, bytes) : null;
  if (!view || count > MOST_ENTRIES) return [];
  return Array.from({ length: count }, (_, at) =>
    each === 2 ? view.getUint16(at * 2, isLittle) : view.getUint32(at * 4, isLittle),
  );
}

async function directoryAt(file, { start, at, isLittle, by }) {
  const count = (await file.view(at, 2))?.getUint16(0, isLittle) ?? 0;
  const view = count > 0 && count <= MOST_ENTRIES ? await file.view(at + 2, count * ENTRY) : null;
  if (!view) return null;
  const entries = Array.from({ length: count }, (_, number) => {
    const place = number * ENTRY;
    const values = view.getUint32(place + 4, isLittle);
    const bytes = values * (BYTES_OF_TYPE[view.getUint16(place + 2, isLittle)] ?? 0);
    const entryAt = at + 2 + place;
    const valueAt = bytes > 4 ? start + view.getUint32(place + 8, isLittle) : entryAt + 8;
    return { tag: view.getUint16(place, isLittle), count: values, bytes, at: entryAt, valueAt };
  });
  const next = (await file.view(at + 2 + count * ENTRY, 4))?.getUint32(0, isLittle) ?? 0;
  return { directory: { start, at, isLittle, by, entries }, next };
}
