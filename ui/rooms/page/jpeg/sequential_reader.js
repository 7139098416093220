/** Reads the coefficients of a sequential scan. */

import { forReading } from "./huffman.js";
import { LARGEST, MOST_BITS } from "./limits.js";
import { Refused } from "./refused.js";

/** @implements {import("./scan_walk.js").Visitor} */
export class SequentialReader {
  /**
   * @param {import("./headers.js").Scan} scan
   * @param {import("./bit_source.js").BitSource} source
   * @param {import("./pads.js").Pads} pads
   */
  constructor(scan, source, pads) {
    this.source = source;
    this.pads = pads;
    this.components = scan.parts.map(({ component }) => component);
    /** @type {Int16Array[]} */
    this.planes = [];
    this.dc = scan.parts.map(({ dc }) => forReading(dc));
    this.ac = scan.parts.map(({ ac }) => forReading(ac));
    this.before = new Int32Array(4);
  }

  /**
   * Read into these from now on.
   * @param {Int16Array[]} planes of the frame's components, all zero
   */
  use(planes) {
    this.planes = this.components.map((component) => planes[component]);
  }

  /**
   * @param {number} part
   * @param {number} place
   */
  block(part, place) {
    const { source } = this;
    const plane = this.planes[part];
    const size = source.symbol(this.dc[part]);
    if (size > 11) throw new Refused("coefficient_too_large", "DC");
    if (size) this.before[part] += source.value(size);
    const dc = this.before[part];
    if (dc > LARGEST || dc < -LARGEST) throw new Refused("coefficient_too_large", "DC");
    plane[place] = dc;
    const ac = this.ac[part];
    for (let z = 1; z < 64; z++) {
      const symbol = source.symbol(ac);
      if (symbol === 0) return;
      z += symbol >> 4;
      const bits = symbol & 15;
      if (bits === 0) {
        if (symbol !== 0xf0) throw new Refused("bad_code");
        continue;
      }
      if (z > 63) throw new Refused("bad_code", "behind the block");
      if (bits > MOST_BITS) throw new Refused("coefficient_too_large");
      plane[place + z] = source.value(bits);
    }
  }

  /** @param {number} number */
  restart(number) {
    this.end();
    this.source.passRestart(number);
    this.before.fill(0);
  }

  end() {
    this.pads.met(this.source.endSegment());
  }
}
