/** Where the chunks of one object lie until all of them are here: in memory, where the browser has no place of its own. */

import { Bitmap } from "../bitmap.js";
import { chunkCount } from "../objects.js";

export class MemoryPlace {
  /** @type {Bitmap} */
  held;
  /** Whether a reload finds what is here. */
  isLasting = false;
  #chunks;

  /** @param {number} size of the object */
  constructor(size) {
    this.held = new Bitmap(chunkCount(size));
    this.#chunks = new Array(chunkCount(size));
  }

  /** Resolves when the chunk is kept. @param {number} index @param {Uint8Array} chunk */
  async put(index, chunk) {
    this.#chunks[index] = chunk;
  }

  /** What was here before, none. */
  async *before() {}

  /** @returns {Promise<Blob>} all of it */
  async blob() {
    const blob = new Blob(this.#chunks);
    this.#chunks = [];
    return blob;
  }

  /** What lies here is needed no more. */
  async remove() {
    this.#chunks = [];
  }
}
