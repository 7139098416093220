/** Deletions with a way back: each call is held for eight seconds, or until the page is left, whichever comes first. */

import { showToast } from "../toast.js";

export class Held {
  /** @type {Map<string, {close: () => void}>} */
  #held = new Map();
  #over = new AbortController();

  constructor() {
    window.addEventListener("pagehide", () => this.#sendAll(), { signal: this.#over.signal });
  }

  /** Whether this is out of sight, though the server still has it. @param {string} id */
  has(id) {
    return this.#held.has(id);
  }

  /**
   * @param {string} id of what is deleted, which the caller takes out of sight
   * @param {string} text
   * @param {{send: () => Promise<void>, back: () => void}} does `send` must outlive the page; `back` shows it again
   */
  hold(id, text, { send, back }) {
    const toast = showToast(text, {
      undo: () => {
        this.#held.delete(id);
        back();
      },
      onEnd: async () => {
        try {
          await send();
          this.#held.delete(id);
        } catch (problem) {
          this.#held.delete(id);
          if (problem.status === 404) return; // gone already is what was wanted
          back();
          showToast(problem.detail);
        }
      },
    });
    this.#held.set(id, toast);
  }

  /** Send what is still held, and stop listening. */
  dispose() {
    this.#over.abort();
    this.#sendAll();
  }

  #sendAll() {
    for (const toast of [...this.#held.values()]) toast.close();
  }
}
