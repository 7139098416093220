/** How fast one scrolls: what flies by is gone before it could be looked at. */

const FLYING = 6; // screens a second: a picture is in sight for about as long as it takes to fade in
const RUSHING = 1.5; // screens from one drawing to the next: somebody drags the scrubber, and will stop elsewhere
// Two drawings nearer to each other say nothing of the speed; what lies longer back was a rest, in ms.
const [SHORTEST, LONGEST] = [8, 50];

export class Pace {
  /** Whether pictures fly by, so that their placeholders do. */
  isFlying = false;
  /** Whether whole months do. */
  isRushing = false;
  #above = 0;
  #at = 0;

  /**
   * Told at each drawing where the window is.
   * @param {{above: number, screen: number}} view in CSS pixels
   * @param {boolean} isMoved whether the scrolling made the grid draw; what came from the server tells nothing of the pace
   * @param {number} [now] in milliseconds
   */
  tell({ above, screen }, isMoved, now = performance.now()) {
    const screens = Math.abs(above - this.#above) / screen;
    this.isRushing = isMoved && screens > RUSHING;
    const took = Math.min(LONGEST, Math.max(SHORTEST, now - this.#at));
    if (isMoved) this.isFlying = screens / took > FLYING / 1000;
    this.#above = above;
    this.#at = now;
  }
}
