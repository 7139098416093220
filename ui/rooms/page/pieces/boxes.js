/** The boxes that HEIC, AVIF, MP4 and QuickTime are made of (ISO/IEC 14496-12): a length, a name, and what is in it. */

const MOST = 4096; // in one place; more is no honest file

/** @typedef {{name: string, at: number, end: number}} Box from behind its name up to its end */

/**
 * @param {import("./file_window.js").FileWindow} file
 * @param {number} from
 * @param {number} to
 * @returns {Promise<Box[]>}
 */
export async function boxesIn(file, from, to) {
  const boxes = [];
  for (let at = from; at + 8 <= to && boxes.length < MOST; ) {
    const view = await file.view(at, 8);
    if (!view) break;
    const told = view.getUint32(0);
    const large = told === 1 ? await file.view(at + 8, 8) : null;
    const size = large ? Number(large.getBigUint64(0)) : told || to - at;
    if (size < 8) break;
    boxes.push({ name: await file.text(at + 4, 4), at: at + (large ? 16 : 8), end: Math.min(to, at + size) });
    at += size;
  }
  return boxes;
}
