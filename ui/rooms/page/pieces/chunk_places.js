/** Where PNG and WebP have their EXIF and XMP: chunks with a name and a length. */

const XMP = "XML:com.adobe.xmp\0";
const EXIF = "Exif\0\0"; // which some write before it, as in JPEG

/** @typedef {import("./file_window.js").FileWindow} FileWindow */

/** @param {FileWindow} file @returns {AsyncGenerator<import("./facts_places.js").Place>} */
export async function* pngPlaces(file) {
  for (let at = 8; ; ) {
    const length = (await file.view(at, 4))?.getUint32(0);
    if (length === undefined) return;
    const name = await file.text(at + 4, 4);
    const [start, checked] = [at + 8, { from: at + 4, to: at + 8 + length }];
    if (name === "eXIf") yield { kind: "exif", start, length, checked };
    if (name === "iTXt" && (await file.text(start, XMP.length)) === XMP) {
      const flags = await file.view(start + XMP.length, 2);
      const isPacked = flags?.getUint8(0) === 1;
      yield isPacked ? { kind: "packed", start: at, length: length + 12 } : { kind: "xmp", start, length, checked };
    }
    // EXIF as text, which ImageMagick wrote before there was a chunk for it.
    if (name === "zTXt" && /^Raw profile type (?:exif|APP1|xmp)\0/i.test(await file.text(start, Math.min(length, 24)))) {
      yield { kind: "packed", start: at, length: length + 12 };
    }
    if (name === "IEND") return;
    at += 12 + length;
  }
}

/** @param {FileWindow} file @returns {AsyncGenerator<import("./facts_places.js").Place>} */
export async function* webpPlaces(file) {
  for (let at = 12; ; ) {
    const length = (await file.view(at + 4, 4))?.getUint32(0, true);
    if (length === undefined) return;
    const name = await file.text(at, 4);
    const start = at + 8;
    const before = (await file.text(start, EXIF.length)) === EXIF ? EXIF.length : 0;
    if (name === "EXIF") yield { kind: "exif", start: start + before, length: length - before };
    if (name === "XMP ") yield { kind: "xmp", start, length };
    at = start + length + (length % 2);
  }
}
