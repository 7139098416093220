/** Where a JPEG has its EXIF and XMP: segments before the picture, also of the pictures that follow the first one. */

import { directoriesAt } from "./tiff.js";

const EXIF = "Exif\0\0";
const XMP = "http://ns.adobe.com/xap/1.0/\0";
const MORE_XMP = "http://ns.adobe.com/xmp/extension/\0";
const MORE_XMP_HEAD = MORE_XMP.length + 32 + 8; // its digest, the whole length, the place in it
const SEVERAL = "MPF\0";
const LIST = 0xb002; // of the pictures in a file of several (CIPA DC-007)
const LISTED = 16; // bytes for each picture
const START_OF_SCAN = 0xda;

/**
 * @param {import("./file_window.js").FileWindow} file
 * @param {number} start of the picture
 * @param {boolean} [isFirst]
 * @returns {AsyncGenerator<import("./facts_places.js").Place>}
 */
export async function* jpegPlaces(file, start, isFirst = true) {
  for await (const { at, length, marker } of segments(file, start)) {
    if (marker === 0xe1) yield* factsIn(await file.text(at, Math.min(length, MORE_XMP_HEAD)), at, length);
    if (marker === 0xe2 && isFirst && (await file.text(at, 4)) === SEVERAL) {
      for (const other of await othersIn(file, at + 4)) yield* jpegPlaces(file, other, false);
    }
  }
}

function* factsIn(head, at, length) {
  if (head.startsWith(EXIF)) yield { kind: "exif", start: at + EXIF.length, length: length - EXIF.length };
  else if (head.startsWith(XMP)) yield { kind: "xmp", start: at + XMP.length, length: length - XMP.length };
  else if (head.startsWith(MORE_XMP)) yield { kind: "xmp", start: at + MORE_XMP_HEAD, length: length - MORE_XMP_HEAD };
}

/** Those with a length, up to the picture itself; `at` is behind the length. */
async function* segments(file, start) {
  let at = start + 2;
  for (;;) {
    const head = await file.view(at, 4);
    if (!head || head.getUint8(0) !== 0xff) return;
    const marker = head.getUint8(1);
    const length = head.getUint16(2);
    if (marker === 0xff) {
      at += 1; // filling
      continue;
    }
    if (marker === START_OF_SCAN || marker === 0xd9 || length < 2) return;
    yield { marker, at: at + 4, length: length - 2 };
    at += 2 + length;
  }
}

/** Where the other pictures of the file begin. */
async function othersIn(file, start) {
  const found = [];
  for await (const directory of directoriesAt(file, start)) {
    const list = directory.entries.find(({ tag }) => tag === LIST);
    const view = list ? await file.view(list.valueAt, list.bytes) : null;
    for (let at = LISTED; view && at + LISTED <= view.byteLength; at += LISTED) {
      const other = start + view.getUint32(at + 8, directory.isLittle);
      if (other > start && (await file.text(other, 2)) === "\xff\xd8") found.push(other);
    }
  }
  return found;
}
