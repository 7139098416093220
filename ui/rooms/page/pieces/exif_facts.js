/** What EXIF tells before a picture is decoded: when it was taken, and which picture a raw file has inside. */

import { placesIn } from "./facts_places.js";
import { FileWindow } from "./file_window.js";
import { TAG, directoriesAt, numbersOf } from "./tiff.js";

const TAKEN = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/;
const JPEG = new Set([6, 7]); // how a strip may be compressed

/** @param {FileWindow} file @returns {Promise<string | null>} RFC 3339, as the camera's clock had it, in no zone */
export async function takenAt(file) {
  for await (const { entries } of allDirectories(file)) {
    const entry = entries.find(({ tag }) => tag === TAG.taken);
    const [, year, month, day, ...clock] = TAKEN.exec(entry ? await file.text(entry.valueAt, 19) : "") ?? [];
    const text = `${year}-${month}-${day}T${clock.join(":")}Z`;
    if (year && !Number.isNaN(Date.parse(text))) return text;
  }
  return null;
}

/**
 * The JPEGs inside a raw file, or behind a picture that the browser cannot decode.
 * @param {Blob} blob
 * @returns {Promise<{blob: Blob, turned: number}[]>} the largest first; `turned` is the orientation of EXIF
 */
export async function shownPart(blob) {
  const file = new FileWindow(blob);
  const found = [];
  let turned = 1;
  for await (const directory of allDirectories(file)) {
    const number = async (wanted) => {
      const entry = directory.entries.find(({ tag, count }) => tag === wanted && count === 1);
      return entry && (await numbersOf(file, directory, entry))[0];
    };
    if (found.length === 0) turned = (await number(TAG.orientation)) ?? turned;
    const isJpeg = JPEG.has(await number(TAG.compression));
    const start = (await number(TAG.jpegStart)) ?? (isJpeg ? await number(TAG.stripOffsets) : undefined);
    const bytes = (await number(TAG.jpegBytes)) ?? (isJpeg ? await number(TAG.stripBytes) : undefined);
    if (start && bytes) found.push({ start: directory.start + start, bytes });
  }
  found.sort((one, other) => other.bytes - one.bytes);
  return found.map(({ start, bytes }) => ({ blob: blob.slice(start, start + bytes, "image/jpeg"), turned }));
}

async function* allDirectories(file) {
  for (const { kind, start } of await placesIn(file)) if (kind === "exif") yield* directoriesAt(file, start);
}
