/** The location in EXIF: a directory of its own, and the entry that leads to it. Everything else stays where it is. */

import { TAG, directoriesAt } from "./tiff.js";
import { blanked } from "./location_in_xmp.js";
import { latin1 } from "./file_window.js";

const ENTRY = 12; // bytes

/**
 * @typedef {import("./file_window.js").FileWindow} FileWindow
 * @typedef {import("./location_edits.js").Edit} Edit
 * @typedef {import("./tiff.js").Directory} Directory
 */

/** @param {FileWindow} file @param {number} start of the TIFF structure @returns {Promise<Edit[]>} */
export async function exifEdits(file, start) {
  const edits = [];
  for await (const directory of directoriesAt(file, start)) {
    if (directory.by === TAG.gps) edits.push(...emptied(directory));
    else if (directory.entries.some(({ tag }) => tag === TAG.gps)) edits.push(await withoutEntry(file, directory));
    const xmp = directory.entries.find(({ tag, bytes }) => tag === TAG.xmp && bytes > 4);
    if (xmp) edits.push(...(await xmpEdits(file, xmp)));
  }
  return edits;
}

/** Zeros where its entries and their values stood. */
function emptied({ at, entries }) {
  const away = entries.filter(({ bytes }) => bytes > 4);
  const places = away.map(({ valueAt, bytes }) => ({ start: valueAt, end: valueAt + bytes }));
  places.push({ start: at, end: at + 2 + entries.length * ENTRY + 4 });
  return apart(places).map(({ start, end }) => ({ start, end, bytes: new Uint8Array(end - start) }));
}

/** Values that share bytes are zeroed once. */
function apart(places) {
  const found = [];
  for (const place of places.toSorted((one, other) => one.start - other.start)) {
    const last = found.at(-1);
    if (last && place.start < last.end) last.end = Math.max(last.end, place.end);
    else found.push({ ...place });
  }
  return found;
}

/** The entries behind it move up; the last place is empty, and nothing else moves. */
async function withoutEntry(file, { at, entries, isLittle }) {
  const length = 2 + entries.length * ENTRY + 4;
  const view = await file.view(at, length);
  const before = new Uint8Array(view.buffer, view.byteOffset, length);
  const bytes = new Uint8Array(length);
  const left = entries.filter(({ tag }) => tag !== TAG.gps);
  new DataView(bytes.buffer).setUint16(0, left.length, isLittle);
  let to = 2;
  for (const entry of left) {
    bytes.set(before.subarray(entry.at - at, entry.at - at + ENTRY), to);
    to += ENTRY;
  }
  bytes.set(before.subarray(length - 4), to); // where the next directory is
  return { start: at, end: at + length, bytes };
}

async function xmpEdits(file, { valueAt, bytes }) {
  const view = await file.view(valueAt, bytes);
  const text = view ? latin1(view) : "";
  const without = blanked(text);
  if (without === text) return [];
  return [{ start: valueAt, end: valueAt + bytes, bytes: Uint8Array.from(without, (one) => one.charCodeAt(0)) }];
}
