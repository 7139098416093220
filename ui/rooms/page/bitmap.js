/** Which chunks of an object somebody has: one bit each, chunk 0 in the lowest bit of byte 0. */

import { base64url, fromBase64url } from "./bytes.js";

export class Bitmap {
  /** How many chunks the object has. @type {number} */
  count;
  /** How many of them are here. @type {number} */
  held = 0;
  #bytes;

  /**
   * @param {number} count
   * @param {string} [told] another's, as `toString` wrote it; bits beyond the object are left out
   * @throws {TypeError} when that is no base64url
   */
  constructor(count, told = "") {
    this.count = count;
    this.#bytes = new Uint8Array(Math.ceil(count / 8));
    const bytes = fromBase64url(told);
    for (let index = 0; index < Math.min(count, bytes.length * 8); index += 1) {
      if (bytes[index >> 3] & (1 << (index & 7))) this.add(index);
    }
  }

  /** @param {number} index */
  has(index) {
    return (this.#bytes[index >> 3] & (1 << (index & 7))) !== 0;
  }

  /** @param {number} index of a chunk of this object */
  add(index) {
    if (this.has(index)) return;
    this.#bytes[index >> 3] |= 1 << (index & 7);
    this.held += 1;
  }

  get isFull() {
    return this.held === this.count;
  }

  /** What is not here, as ranges from the first up to and without the end. @returns {[number, number][]} */
  missing() {
    const ranges = [];
    for (let index = 0; index < this.count; index += 1) {
      if (this.has(index)) continue;
      if (ranges.at(-1)?.[1] === index) ranges.at(-1)[1] += 1;
      else ranges.push([index, index + 1]);
    }
    return ranges;
  }

  /** As it is told to others: base64url. */
  toString() {
    return base64url(this.#bytes);
  }
}
