/**
 * Where the encoder of a progressive file ended a run of empty block ends although it could have gone on.
 *
 * A progressive scan counts blocks that have nothing more to say ("end of band") and writes the count when a block has
 * something to say again. Some encoders write it earlier, for reasons of their own. So each time a run could go on, a
 * bit says whether it was ended instead; mostly it was not, which costs next to nothing.
 */

/** libjpeg ends a run by itself when so many bits wait to be written behind it. */
const MANY_WAITING = 937;
/** A run cannot be longer. */
export const LONGEST_RUN = 32767;
const LENGTHS = 128;

/** How many contexts there are. */
export const RUN_CONTEXTS = 2 * LENGTHS;

/**
 * @param {number} run its length so far
 * @param {number} waiting how many bits wait behind it
 * @returns {number} the context of the bit, below RUN_CONTEXTS
 */
export function runContext(run, waiting) {
  return (waiting > MANY_WAITING ? LENGTHS : 0) + (run < LENGTHS ? run : LENGTHS - 1);
}

/** What the reader met: a context × 2 + whether the run ended, one after another. */
export class RunEnds {
  constructor() {
    this.met = new Uint16Array(1024);
    this.count = 0;
    this.any = false;
  }

  /**
   * @param {number} context
   * @param {boolean} ended
   */
  add(context, ended) {
    if (this.count === this.met.length) {
      const longer = new Uint16Array(2 * this.count);
      longer.set(this.met);
      this.met = longer;
    }
    this.met[this.count++] = 2 * context + (ended ? 1 : 0);
    if (ended) this.any = true;
  }
}
