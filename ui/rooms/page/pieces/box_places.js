/** Where HEIC and AVIF have their EXIF and XMP: items that the file's table of contents names (ISO/IEC 23008-12). */

import { boxesIn } from "./boxes.js";
import { filmPlaces } from "./film_places.js";

const MOST_ITEMS = 4096;

/**
 * @param {import("./file_window.js").FileWindow} file
 * @returns {Promise<import("./facts_places.js").Place[]>}
 */
export async function boxPlaces(file) {
  const boxes = await boxesIn(file, 0, file.size);
  const [meta, moov] = ["meta", "moov"].map((wanted) => boxes.find(({ name }) => name === wanted));
  return [...(meta ? await itemPlaces(file, meta) : []), ...(moov ? await filmPlaces(file, moov) : [])];
}

async function itemPlaces(file, meta) {
  const inside = await boxesIn(file, meta.at + 4, meta.end);
  const [info, locations, data] = ["iinf", "iloc", "idat"].map((wanted) => inside.find(({ name }) => name === wanted));
  if (!info || !locations) return [];
  const kinds = await itemKinds(file, info);
  const found = [];
  for (const { id, start, length } of await itemExtents(file, locations, data?.at ?? 0)) {
    if (kinds.get(id) === "xmp") found.push({ kind: "xmp", start, length });
    if (kinds.get(id) !== "exif") continue;
    const ahead = 4 + ((await file.view(start, 4))?.getUint32(0) ?? 0); // how far it is to the TIFF structure
    found.push({ kind: "exif", start: start + ahead, length: length - ahead });
  }
  return found;
}

/** @returns {Promise<Map<number, "exif" | "xmp">>} of the items that tell of the picture */
async function itemKinds(file, info) {
  const kinds = new Map();
  const version = (await file.view(info.at, 4))?.getUint8(0) ?? 0;
  for (const box of await boxesIn(file, info.at + (version === 0 ? 6 : 8), info.end)) {
    const view = await file.view(box.at, Math.min(64, box.end - box.at));
    if (box.name !== "infe" || !view || view.byteLength < 12) continue;
    const isWide = view.getUint8(0) === 3;
    const at = isWide ? 10 : 8;
    const id = isWide ? view.getUint32(4) : view.getUint16(4);
    const rest = await file.text(box.at + at, view.byteLength - at);
    if (rest.startsWith("Exif")) kinds.set(id, "exif");
    if (rest.startsWith("mime") && rest.includes("rdf+xml")) kinds.set(id, "xmp");
  }
  return kinds;
}

/** Where the bytes of each item lie, for those that lie in one piece. */
async function itemExtents(file, { at, end }, dataAt) {
  const view = await file.view(at, end - at);
  if (!view) return [];
  const version = view.getUint8(0);
  const [offsetBytes, lengthBytes] = [view.getUint8(4) >> 4, view.getUint8(4) & 15];
  const [baseBytes, indexBytes] = [view.getUint8(5) >> 4, version > 0 ? view.getUint8(5) & 15 : 0];
  let place = 6;
  const number = (bytes) => {
    let value = 0;
    for (let left = bytes; left > 0; left -= 1, place += 1) value = value * 256 + view.getUint8(place);
    return value;
  };
  const found = [];
  const count = number(version < 2 ? 2 : 4);
  for (let item = 0; item < Math.min(count, MOST_ITEMS); item += 1) {
    const id = number(version < 2 ? 2 : 4);
    const method = version > 0 ? number(2) & 15 : 0;
    number(2); // which file: this one
    const base = number(baseBytes) + (method === 1 ? dataAt : 0);
    const extents = number(2);
    for (let extent = 0; extent < extents; extent += 1) {
      number(indexBytes);
      const start = base + number(offsetBytes);
      const length = number(lengthBytes);
      if (extents === 1 && method < 2) found.push({ id, start, length });
    }
  }
  return found;
}
