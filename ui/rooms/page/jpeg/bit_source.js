/** Reads the bits of one scan: no stuffed zeros, no reading past a marker. */

import { QUICK_BITS } from "./huffman.js";
import { Refused } from "./refused.js";

/** Sound data never need more bits beyond their end than one look takes. */
const MOST_INVENTED = 64;

export class BitSource {
  /**
   * @param {Uint8Array} bytes
   * @param {number} at where the scan's data begin
   */
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
    /** The next bits, at most 30 of them so that the engine keeps them a small integer. */
    this.bits = 0;
    this.count = 0;
    /** How many of them are zeros made up because a marker or the end of the file came. */
    this.invented = 0;
  }

  fill() {
    const { bytes } = this;
    while (this.count <= 22) {
      const byte = this.at < bytes.length ? bytes[this.at] : 0xff;
      if (byte !== 0xff) {
        this.at++;
        this.bits = (this.bits << 8) | byte;
      } else if (bytes[this.at + 1] === 0) {
        this.at += 2;
        this.bits = (this.bits << 8) | 0xff;
      } else {
        this.bits <<= 8;
        this.invented += 8;
        if (this.invented > MOST_INVENTED) throw new Refused("truncated", "scan");
      }
      this.count += 8;
    }
  }

  /**
   * @param {number} wanted at most 16
   * @returns {number}
   */
  take(wanted) {
    if (this.count < wanted) this.fill();
    this.count -= wanted;
    const taken = this.bits >> this.count;
    this.bits &= (1 << this.count) - 1;
    return taken;
  }

  /**
   * @param {import("./huffman.js").ReadTable} table
   * @returns {number}
   */
  symbol(table) {
    if (this.count < 16) this.fill();
    const found = table.quick[(this.bits >> (this.count - QUICK_BITS)) & ((1 << QUICK_BITS) - 1)];
    if (!found) return this.#longSymbol(table);
    this.count -= found >> 8;
    this.bits &= (1 << this.count) - 1;
    return found & 255;
  }

  /**
   * @param {import("./huffman.js").ReadTable} table
   * @returns {number}
   */
  #longSymbol({ limits, shifts, symbols }) {
    for (let length = QUICK_BITS + 1; length <= 16; length++) {
      const code = this.bits >> (this.count - length);
      if (code < limits[length]) {
        this.count -= length;
        this.bits &= (1 << this.count) - 1;
        return symbols[code + shifts[length]];
      }
    }
    throw new Refused("bad_code");
  }

  /**
   * A value of so many bits as JPEG writes it: the upper half is positive, the lower negative.
   * @param {number} size 1 to 15
   * @returns {number}
   */
  value(size) {
    const bits = this.take(size);
    return bits >> (size - 1) ? bits : bits - (1 << size) + 1;
  }

  /**
   * End the segment at a byte's border.
   * @returns {number} what the bits up to there are: how many × 256 + their value
   */
  endSegment() {
    let unread = this.count - this.invented;
    if (unread < 0) throw new Refused("truncated", "scan");
    const pad = unread & 7;
    const value = (this.bits >> (this.count - pad)) & ((1 << pad) - 1);
    for (unread >>= 3; unread; unread--) {
      const stuffed = this.bytes[this.at - 1] === 0 && this.bytes[this.at - 2] === 0xff;
      this.at -= stuffed ? 2 : 1;
    }
    this.bits = this.count = this.invented = 0;
    return (pad << 8) | value;
  }

  /**
   * Pass over the restart marker that has to come now.
   * @param {number} number
   */
  passRestart(number) {
    if (this.bytes[this.at] !== 0xff || this.bytes[this.at + 1] !== 0xd0 + (number & 7)) {
      throw new Refused("bad_scan", "restart marker");
    }
    this.at += 2;
  }
}
