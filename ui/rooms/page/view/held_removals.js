/** What somebody removed: away at once, and truly gone after a moment in which it can be taken back. */

import { showToast } from "../../../components/toast.js";

export class HeldRemovals {
  /** @type {Set<string>} */
  #ids = new Set();
  /** @type {Set<{close: () => void}>} */
  #toasts = new Set();
  #changed;

  /**
   * @param {() => void} changed told when frames go or come back
   * @param {AbortSignal} signal says that there will be no more time to take anything back
   */
  constructor(changed, signal) {
    this.#changed = changed;
    window.addEventListener("pagehide", () => this.#carryOut(), { signal });
    signal.addEventListener("abort", () => this.#carryOut());
  }

  /** @param {string} id */
  has(id) {
    return this.#ids.has(id);
  }

  /**
   * @param {string} text what is said
   * @param {() => void} carryOut what is done when nobody takes it back
   * @param {string[]} [ids] frames that are away meanwhile
   */
  hold(text, carryOut, ids = []) {
    for (const id of ids) this.#ids.add(id);
    const back = () => {
      this.#toasts.delete(toast);
      this.release(ids);
    };
    const toast = showToast(text, {
      undo: back,
      onEnd: () => {
        this.#toasts.delete(toast);
        carryOut();
      },
    });
    this.#toasts.add(toast);
    this.#changed();
  }

  /** Have them back: somebody wants them, or they could not be removed. @param {string[]} ids */
  release(ids) {
    for (const id of ids) this.#ids.delete(id);
    this.#changed();
  }

  #carryOut() {
    for (const toast of [...this.#toasts]) toast.close();
  }
}
