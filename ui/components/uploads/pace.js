/** How long it will still take, from how fast it went in the last seconds. */

const LOOK_BACK = 10_000;

export class Pace {
  /** @type {{time: number, sent: number}[]} */
  #marks = [];

  /**
   * To be told also when nothing moved, which makes it slower.
   * @param {number} sent bytes so far, never fewer than before
   * @param {number} [now] in milliseconds
   */
  mark(sent, now = performance.now()) {
    this.#marks.push({ time: now, sent });
    while (now - this.#marks[0].time > LOOK_BACK) this.#marks.shift();
  }

  /** Nothing moves for now: the time until it does says nothing about how fast it goes. */
  rest() {
    this.#marks = [];
  }

  /** @param {number} left bytes @returns {number | null} seconds; null while it cannot be told */
  secondsFor(left) {
    const [first, last] = [this.#marks[0], this.#marks.at(-1)];
    if (!first || last.time - first.time < 1000 || last.sent === first.sent) return null;
    return (left * (last.time - first.time)) / (last.sent - first.sent) / 1000;
  }
}

/** @param {number} seconds @returns {string} such as `about 20 seconds` */
export function aboutText(seconds) {
  if (seconds < 5) return "a few seconds";
  if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} seconds`;
  const minutes = Math.round(seconds / 60);
  if (minutes <= 1) return "about a minute";
  if (minutes < 90) return `about ${minutes} minutes`;
  return `about ${Math.round(minutes / 60)} hours`;
}
