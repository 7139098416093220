/** What is known of one source: which chunks it has, what it was asked for, and how fast it gives them. */

import { Bitmap } from "../bitmap.js";
import { Goodput } from "./goodput.js";

const STALLED_AFTER = 3_000; // ms without a chunk of those it was asked for
const RESTS_FOR = 10_000; // ms until one that stalled is asked again

export class Supply {
  /** @type {import("./receiving.js").Source} */
  source;
  /** Chunks that it was asked for. */
  outstanding = 0;
  #told = new Map(); // object id → Bitmap, text that becomes one when its length is known, or null for everything
  #untrue = new Set();
  #goodput = new Goodput();
  #heardAt = 0;
  #restsUntil = 0;

  /** @param {import("./receiving.js").Source} source */
  constructor(source) {
    this.source = source;
  }

  /** @param {string} objectId @param {string | null} told */
  told(objectId, told) {
    if (told === "") this.#told.delete(objectId);
    else this.#told.set(objectId, told);
  }

  /** @param {string} objectId */
  knows(objectId) {
    return this.#told.has(objectId) && !this.#untrue.has(objectId);
  }

  /** @param {string} objectId one that it knows @param {number} count @returns {Bitmap | null} null for all of it */
  bitmapOf(objectId, count) {
    const told = this.#told.get(objectId);
    if (typeof told !== "string") return told;
    const bitmap = readBitmap(count, told);
    this.#told.set(objectId, bitmap);
    return bitmap;
  }

  /** It gave what is not this object's. @param {string} objectId */
  distrust(objectId) {
    this.#untrue.add(objectId);
  }

  /** @param {number} chunks @param {number} now ms */
  asked(chunks, now) {
    if (this.outstanding === 0) this.#heardAt = now;
    this.outstanding += chunks;
  }

  /** @param {number} bytes @param {number} now ms */
  gave(bytes, now) {
    this.#heardAt = now;
    this.#restsUntil = 0;
    this.#goodput.add(bytes, now);
  }

  /** @param {number} now ms @returns {number} bytes per second */
  rate(now) {
    return this.#goodput.rate(now);
  }

  /** @param {number} now ms */
  isStalled(now) {
    return this.isResting(now) || (this.outstanding > 0 && now - this.#heardAt > STALLED_AFTER);
  }

  /** @param {number} now ms */
  rest(now) {
    this.#restsUntil = now + RESTS_FOR;
  }

  /** @param {number} now ms */
  isResting(now) {
    return now < this.#restsUntil;
  }
}

/** What somebody told; nothing where it is no bitmap. */
function readBitmap(count, told) {
  try {
    return new Bitmap(count, told);
  } catch {
    return new Bitmap(count);
  }
}
