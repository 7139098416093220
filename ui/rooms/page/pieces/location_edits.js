/** Which bytes of a file have to be others, so that it does not say where it was taken. */

import { utf8 } from "../bytes.js";
import { placesIn } from "./facts_places.js";
import { FileWindow } from "./file_window.js";
import { exifEdits } from "./location_in_exif.js";
import { blanked } from "./location_in_xmp.js";
import { crc32 } from "./crc32.js";

/** @typedef {{start: number, end: number, bytes: Uint8Array}} Edit what stands from `start` up to `end` becomes `bytes` */

/** @param {Blob} blob @returns {Promise<Edit[]>} none when it does not say so; they do not overlap */
export async function editsFor(blob) {
  const file = new FileWindow(blob);
  const edits = [];
  for (const place of await placesIn(file)) {
    const found = await editsIn(file, place);
    edits.push(...found);
    if (place.checked && found.length > 0) edits.push(await newCheck(file, place.checked, found));
  }
  return edits;
}

function editsIn(file, place) {
  if (place.kind === "exif") return exifEdits(file, place.start);
  if (place.kind === "box") return [freed(place)];
  if (place.kind === "value") return valueEdits(file, place);
  return place.kind === "xmp" ? xmpEdits(file, place) : packedEdits(file, place);
}

async function xmpEdits(file, { start, length }) {
  const text = await file.text(start, length);
  const without = blanked(text);
  return without === text ? [] : [{ start, end: start + length, bytes: fromLatin1(without) }];
}

/** A box that is there for nothing; what it said is zeros. */
function freed({ start, length }) {
  const bytes = new Uint8Array(length - 4);
  bytes.set(utf8("free"));
  return { start: start + 4, end: start + length, bytes };
}

async function valueEdits(file, { start, length }) {
  const text = await file.text(start, length);
  return /[^\0]/.test(text) ? [{ start, end: start + length, bytes: new Uint8Array(length) }] : [];
}

/** A packed chunk goes as a whole: written again it would have another length anyway. */
async function packedEdits(file, { start, length }) {
  const text = await file.text(start + 8, length - 12);
  const packed = text.indexOf("\x78"); // where zlib's bytes begin: behind texts that may have this letter too
  for (let at = packed; at >= 0 && at < 256; at = text.indexOf("\x78", at + 1)) {
    const inside = await unpacked(fromLatin1(text.slice(at))).catch(() => null);
    if (inside === null) continue;
    const isLocated = blanked(inside) !== inside || /8825|2588/.test(inside.replace(/\s/g, "")); // EXIF as digits
    return isLocated ? [{ start, end: start + length, bytes: new Uint8Array(0) }] : [];
  }
  return [];
}

/** @returns {Promise<Edit>} the CRC of a chunk of PNG as it will be */
async function newCheck(file, { from, to }, edits) {
  const view = await file.view(from, to - from);
  const bytes = new Uint8Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
  for (const edit of edits) bytes.set(edit.bytes, edit.start - from);
  const check = new Uint8Array(4);
  new DataView(check.buffer).setUint32(0, crc32(bytes));
  return { start: to, end: to + 4, bytes: check };
}

async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const whole = new Uint8Array(await new Response(stream).arrayBuffer());
  return new TextDecoder("latin1").decode(whole);
}

const fromLatin1 = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));
