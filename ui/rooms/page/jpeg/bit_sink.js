/** Writes the bits of scans into the file that comes back, whose length is known. */

import { Refused } from "./refused.js";

export class BitSink {
  /** @param {number} length of the whole file */
  constructor(length) {
    this.bytes = new Uint8Array(length);
    this.at = 0;
    this.bits = 0;
    /** How many bits wait, at most 7 between two calls. */
    this.count = 0;
  }

  /**
   * @param {number} bits their value
   * @param {number} count at most 16
   */
  put(bits, count) {
    this.bits = (this.bits << count) | bits;
    this.count += count;
    while (this.count >= 8) {
      this.count -= 8;
      const byte = this.bits >> this.count;
      this.bits &= (1 << this.count) - 1;
      this.bytes[this.at++] = byte;
      if (byte === 255) this.bytes[this.at++] = 0;
    }
  }

  /**
   * @param {number} found length × 65536 + code, as from `forWriting`
   */
  code(found) {
    if (!found) throw new Refused("bad_container", "no such code");
    this.put(found & 0xffff, found >> 16);
  }

  /** @param {import("./pads.js").PadSource} pads */
  endSegment(pads) {
    const free = (8 - this.count) & 7;
    this.put(pads.next(free), free);
  }

  /**
   * Bytes as they are; never more than there is room for.
   * @param {Uint8Array} bytes
   */
  copy(bytes) {
    if (this.at + bytes.length > this.bytes.length) throw new Refused("bad_container", "longer than said");
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }
}
