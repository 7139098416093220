/** The bits that fill the last byte of each segment: nearly always ones; whoever wrote something else is remembered. */

export const ONES = 0;
export const ZEROS = 1;
export const LISTED_PADS = 2;

export class Pads {
  constructor() {
    /** @type {number[]} the value of each segment's bits */
    this.values = [];
    this.ones = true;
    this.zeros = true;
  }

  /** @param {number} pad how many bits × 256 + their value */
  met(pad) {
    const value = pad & 255;
    this.values.push(value);
    if (value) this.zeros = false;
    if (value !== (1 << (pad >> 8)) - 1) this.ones = false;
  }

  get mode() {
    return this.ones ? ONES : this.zeros ? ZEROS : LISTED_PADS;
  }
}

/** What the writer asks for the bits of the next segment. */
export class PadSource {
  /**
   * @param {number} mode
   * @param {Uint8Array} listed
   */
  constructor(mode, listed) {
    this.mode = mode;
    this.listed = listed;
    this.met = 0;
  }

  /**
   * @param {number} bits
   * @returns {number}
   */
  next(bits) {
    const ones = (1 << bits) - 1;
    if (this.mode === LISTED_PADS) return this.listed[this.met++] & ones;
    return this.mode === ONES ? ones : 0;
  }
}
