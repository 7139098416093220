/**
 * Whether a file says where it was taken, and the same file without that.
 *
 * For the engine: `located(chosen)` counts those of which `saysWhere(file)` is true, and the frame's `saysWhere` is the
 * same; where somebody wants the location gone, `add` takes `withoutLocation(file)` in place of the file. Only a few
 * places of a file are read. Known are the EXIF and XMP of JPEG (all pictures in it), PNG, WebP, HEIC, AVIF, TIFF and
 * the raw files built like it, and the films of phones (MP4, QuickTime). Not known are what makers write in their own
 * way, a film behind a picture, and places in words.
 */

import { editsFor } from "./location_edits.js";

const AT_ONCE = 4; // files looked into together

/**
 * @param {Blob} file
 * @returns {Promise<boolean>} false also for what is not known here, or cannot be read
 */
export const saysWhere = (file) => editsFor(file).then((edits) => edits.length > 0, () => false);

/** @param {{file: Blob}[]} chosen @returns {Promise<number>} how many of them say where they were taken */
export async function countLocated(chosen) {
  let [count, next] = [0, 0];
  const look = async () => {
    while (next < chosen.length) if (await saysWhere(chosen[next++].file)) count += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, look));
  return count;
}

/**
 * The same file without its location; what else is in it stays byte for byte, the picture itself included.
 * @template {Blob} Some
 * @param {Some} file
 * @returns {Promise<Some | File>} itself where there is nothing to remove
 * @throws {DOMException} `NotReadableError` when the device does not give its bytes
 */
export async function withoutLocation(file) {
  const edits = await editsFor(file);
  if (edits.length === 0) return file;
  const pieces = [];
  let at = 0;
  for (const { start, end, bytes } of edits.toSorted((one, other) => one.start - other.start)) {
    pieces.push(file.slice(at, start), bytes);
    at = end;
  }
  pieces.push(file.slice(at));
  const { name, type, lastModified } = file;
  const edited = name === undefined ? new Blob(pieces, { type }) : new File(pieces, name, { type, lastModified });
  if (await saysWhere(edited)) throw new DOMException("its location could not be removed", "NotSupportedError");
  return edited;
}
