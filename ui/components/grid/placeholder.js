/** The placeholder of a picture as an element: what its ThumbHash stands for, stretched to the tile. */

import { decodeThumbhash } from "./thumbhash.js";

const HEAD = 122; // bytes before the pixels: those of the file, and version 4 of those of the picture
const MASKS = [0x000000ff, 0x0000ff00, 0x00ff0000, 0xff000000]; // where red, green, blue and alpha stand in a word
const SRGB = 0x73524742;

/**
 * A canvas in its stead would be a layer of its own, which the browser makes anew for each frame while one scrolls.
 * @param {string} base64 at most 25 bytes
 * @returns {HTMLElement}
 */
export function placeholder(base64) {
  const element = document.createElement("span");
  element.className = "k-tile-placeholder";
  element.style.backgroundImage = `url("${bitmapAddress(decodeThumbhash(base64))}")`;
  return element;
}

/**
 * Pixels as a picture inside its own address. BMP, as it needs no checksums and takes the pixels as they are.
 * @param {{width: number, height: number, pixels: Uint8ClampedArray}} picture RGBA
 * @returns {string}
 */
export function bitmapAddress({ width, height, pixels }) {
  const bytes = new Uint8Array(HEAD + pixels.length);
  const view = new DataView(bytes.buffer);
  const words = (at, ...values) => values.forEach((value, index) => view.setUint32(at + 4 * index, value, true));
  bytes.set([0x42, 0x4d]); // "BM"
  words(2, bytes.length, 0, HEAD, HEAD - 14, width, -height); // a negative height: the first row comes first
  view.setUint16(26, 1, true);
  view.setUint16(28, 32, true);
  words(30, 3, pixels.length, 0, 0, 0, 0, ...MASKS, SRGB);
  bytes.set(pixels, HEAD);
  return `data:image/bmp;base64,${btoa(String.fromCharCode(...bytes))}`;
}
