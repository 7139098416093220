/** Where in a file the facts about its picture lie: its EXIF and its XMP, found by looking into a few places of it. */

import { boxPlaces } from "./box_places.js";
import { jpegPlaces } from "./jpeg_places.js";
import { pngPlaces, webpPlaces } from "./chunk_places.js";

/**
 * @typedef {object} Place
 * @property {"exif" | "xmp" | "packed" | "box" | "value"} kind EXIF (a TIFF structure), XMP as it is, a chunk of PNG that
 *   is packed; of films a box that says where, or the value that does
 * @property {number} start in the file
 * @property {number} length bytes
 * @property {{from: number, to: number}} [checked] of PNG: what the CRC behind it is made of
 */

/**
 * @param {import("./file_window.js").FileWindow} file
 * @returns {Promise<Place[]>} none for kinds of files that are not known here
 */
export async function placesIn(file) {
  const head = await file.text(0, Math.min(16, file.size));
  if (head.startsWith("\xff\xd8\xff")) return collected(jpegPlaces(file, 0));
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return collected(pngPlaces(file));
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return collected(webpPlaces(file));
  if (head.slice(4, 8) === "ftyp") return boxPlaces(file);
  if (/^(?:II|MM)/.test(head)) return [{ kind: "exif", start: 0, length: file.size }];
  return [];
}

async function collected(places) {
  const all = [];
  for await (const place of places) all.push(place);
  return all;
}
