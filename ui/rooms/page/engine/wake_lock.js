/** Keeps the screen awake while files move: phones end what a page does when they sleep. */

export class WakeWhile {
  #isWanted = false;
  /** @type {WakeLockSentinel | null} */
  #lock = null;

  constructor() {
    document.addEventListener("visibilitychange", () => this.#ask()); // a hidden page loses it
  }

  /** @param {boolean} isMoving */
  show(isMoving) {
    if (isMoving === this.#isWanted) return;
    this.#isWanted = isMoving;
    if (isMoving) this.#ask();
    else this.#letGo();
  }

  async #ask() {
    if (!this.#isWanted || document.visibilityState !== "visible") return;
    this.#lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null; // refused at low battery
    if (!this.#isWanted) this.#letGo();
  }

  #letGo() {
    this.#lock?.release();
    this.#lock = null;
  }
}
