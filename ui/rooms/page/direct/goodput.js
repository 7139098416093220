/** How many bytes a second really arrive, and whether that stays too little. */

const WINDOW = 2_000; // ms that a speed is taken over
const STEP = 100; // ms; what comes within it is one mark

export class Goodput {
  #marks = []; // [time, bytes so far], the oldest first
  #total = 0;

  /** @param {number} bytes @param {number} now ms */
  add(bytes, now) {
    this.#total += bytes;
    const last = this.#marks.at(-1);
    if (this.#marks.length > 1 && now - last[0] < STEP) last[1] = this.#total;
    else this.#marks.push([now, this.#total]);
    while (this.#marks.length > 2 && now - this.#marks[1][0] > WINDOW) this.#marks.shift();
  }

  /** @param {number} now ms @returns {number} bytes per second */
  rate(now) {
    if (this.#marks.length === 0) return 0;
    const [since, before] = this.#marks.findLast(([time]) => now - time >= WINDOW) ?? this.#marks[0];
    return ((this.#total - before) * 1000) / Math.max(now - since, 100);
  }
}

const TOO_SLOW = 200_000; // bytes per second
const FOR_LONG = 10_000; // ms

/** Tells once that it has been too slow for long, and once that it is not any more. */
export class Slowness {
  isSlow = false;
  #since = null;

  /**
   * @param {number} rate bytes per second
   * @param {boolean} isBusy whether there is something to move
   * @param {number} now ms
   * @returns {boolean} whether `isSlow` has just changed
   */
  look(rate, isBusy, now) {
    const before = this.isSlow;
    if (!isBusy || rate >= TOO_SLOW) this.#since = null;
    else this.#since ??= now;
    this.isSlow = this.#since !== null && now - this.#since >= FOR_LONG;
    return before !== this.isSlow;
  }
}
