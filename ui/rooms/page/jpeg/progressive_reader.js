/** Reads a progressive scan: one band of frequencies, or one more bit of it. */

import { forReading } from "./huffman.js";
import { LARGEST } from "./limits.js";
import { Refused } from "./refused.js";
import { LONGEST_RUN, runContext } from "./run_ends.js";

/** @implements {import("./scan_walk.js").Visitor} */
export class ProgressiveReader {
  /**
   * @param {import("./headers.js").Scan} scan
   * @param {import("./bit_source.js").BitSource} source
   * @param {import("./pads.js").Pads} pads
   * @param {import("./run_ends.js").RunEnds} ends
   */
  constructor(scan, source, pads, ends) {
    this.scan = scan;
    this.source = source;
    this.pads = pads;
    this.ends = ends;
    this.components = scan.parts.map(({ component }) => component);
    /** @type {Int16Array[]} */
    this.planes = [];
    const { from, high, low } = scan;
    this.dc = from || high ? [] : scan.parts.map(({ dc }) => forReading(dc));
    this.ac = from ? forReading(scan.parts[0].ac) : undefined;
    this.before = new Int32Array(4);
    /** How many blocks the run still covers, how many it has covered, and how many bits its blocks had. */
    this.toCome = 0;
    this.run = 0;
    this.waiting = 0;
    this.plus = 1 << low;
    this.stopped = 0;
    this.block = from ? (high ? this.refineAc : this.firstAc) : high ? this.refineDc : this.firstDc;
  }

  /**
   * Read into these.
   * @param {Int16Array[]} planes of the frame's components, with what earlier scans said
   */
  use(planes) {
    this.planes = this.components.map((component) => planes[component]);
  }

  /** @type {(part: number, place: number) => void} */
  firstDc(part, place) {
    const size = this.source.symbol(this.dc[part]);
    if (size > 11) throw new Refused("coefficient_too_large", "DC");
    if (size) this.before[part] += this.source.value(size);
    this.planes[part][place] = checked(this.before[part] << this.scan.low);
  }

  /** @type {(part: number, place: number) => void} */
  refineDc(part, place) {
    if (this.source.take(1)) this.planes[part][place] |= this.plus;
  }

  /** @type {(part: number, place: number) => void} */
  firstAc(_, place) {
    if (this.#covered()) return;
    const { source, ac, scan } = this;
    const plane = this.planes[0];
    for (let z = scan.from; z <= scan.to; z++) {
      const symbol = source.symbol(ac);
      const size = symbol & 15;
      const zeros = symbol >> 4;
      if (!size && zeros < 15) return this.#begin(zeros, z === scan.from);
      if (z === scan.from) this.#broken();
      z += zeros;
      if (!size) continue;
      if (z > scan.to) throw new Refused("bad_code", "behind the band");
      plane[place + z] = checked(source.value(size) * this.plus);
    }
  }

  /** @type {(part: number, place: number) => void} */
  refineAc(_, place) {
    if (this.#covered()) return void (this.waiting += this.#correct(place, this.scan.from, 64));
    const { source, ac, scan, plus } = this;
    const plane = this.planes[0];
    for (let z = scan.from; z <= scan.to; z++) {
      const symbol = source.symbol(ac);
      const size = symbol & 15;
      const zeros = symbol >> 4;
      if (!size && zeros < 15) {
        this.#begin(zeros, z === scan.from);
        this.waiting += this.#correct(place, z, 64);
        return;
      }
      if (z === scan.from) this.#broken();
      if (size > 1) throw new Refused("bad_code", "refinement");
      const value = size && (source.take(1) ? plus : -plus);
      // Passes over `zeros` coefficients that stay zero, and corrects those that were not zero before.
      this.#correct(place, z, zeros);
      z = this.stopped;
      if (z > scan.to) {
        if (size) throw new Refused("bad_code", "behind the band");
      } else if (size) plane[place + z] = value;
    }
  }

  /**
   * Correct what was not zero before, up to the zero that comes after so many others, which is then in `stopped`.
   * @param {number} place
   * @param {number} z
   * @param {number} zeros
   * @returns {number} how many bits that took
   */
  #correct(place, z, zeros) {
    const plane = this.planes[0];
    const { source, plus, scan } = this;
    let bits = 0;
    for (; z <= scan.to; z++) {
      const value = plane[place + z];
      if (value === 0) {
        if (zeros-- === 0) break;
        continue;
      }
      bits++;
      if (source.take(1) && !(Math.abs(value) & plus)) plane[place + z] = checked(value + (value < 0 ? -plus : plus));
    }
    this.stopped = z;
    return bits;
  }

  /** @returns {boolean} whether the run covers this block as well */
  #covered() {
    if (!this.toCome) return false;
    if (this.run < LONGEST_RUN) this.ends.add(runContext(this.run, this.waiting), false);
    this.run++;
    this.toCome--;
    return true;
  }

  /**
   * A run begins in this block.
   * @param {number} size of its count
   * @param {boolean} empty whether the block has said nothing before, so that the last run could have covered it
   */
  #begin(size, empty) {
    if (empty && this.run && this.run < LONGEST_RUN) this.ends.add(runContext(this.run, this.waiting), true);
    this.toCome = (1 << size) - 1 + (size ? this.source.take(size) : 0);
    this.run = 1;
    this.waiting = 0;
  }

  /** The block says something, so that no run could go on. */
  #broken() {
    this.run = 0;
    this.waiting = 0;
  }

  /** @param {number} number */
  restart(number) {
    this.end();
    this.source.passRestart(number);
    this.before.fill(0);
  }

  end() {
    if (this.toCome) throw new Refused("bad_scan", "run behind the end");
    this.#broken();
    this.pads.met(this.source.endSegment());
  }
}

/**
 * @param {number} value
 * @returns {number}
 */
function checked(value) {
  if (value > LARGEST || value < -LARGEST) throw new Refused("coefficient_too_large");
  return value;
}
