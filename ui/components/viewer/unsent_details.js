/** Names and descriptions that were written while the server was away: kept through a reload, sent once it is back. */

import { api } from "../api.js";
import { keep, kept } from "../tab_shelf.js";

const SHELF = "unsent-details";
const FIRST_PAUSE = 3000;
const LONGEST_PAUSE = 60_000;

/** @typedef {{name?: string, alt?: string}} Details */

export class UnsentDetails {
  #calls;
  /** @type {Map<string, Details>} by the picture's id */
  #waiting = new Map(kept(SHELF) ?? []);
  #timer = 0;
  #pause = FIRST_PAUSE;
  #isSending = false;
  #over = new AbortController();

  /**
   * @param {{saved: (picture: object) => void, refused: (problem: import("../api.js").Problem) => void}} calls
   *   `saved` gets the server's answer; what is refused is not tried again
   */
  constructor(calls) {
    this.#calls = calls;
    const { signal } = this.#over;
    window.addEventListener("online", () => this.#soon(0), { signal });
    document.addEventListener("visibilitychange", () => this.#soon(0), { signal });
    this.#soon(0);
  }

  /** What is still to be sent of a picture. @param {string} id @returns {Details} */
  of(id) {
    return this.#waiting.get(id) ?? {};
  }

  /** Keep what could not be sent. @param {string} id @param {Details} details */
  keep(id, details) {
    this.#waiting.set(id, { ...this.of(id), ...details });
    this.#store();
    this.#soon(this.#pause);
  }

  /** It was sent, or something else was written since. @param {string} id @param {"name" | "alt"} field */
  drop(id, field) {
    const { [field]: _, ...left } = this.of(id);
    if (Object.keys(left).length) this.#waiting.set(id, left);
    else this.#waiting.delete(id);
    this.#store();
  }

  dispose() {
    this.#over.abort();
    clearTimeout(this.#timer);
  }

  #soon(pause) {
    clearTimeout(this.#timer);
    if (!this.#waiting.size || this.#over.signal.aborted || document.hidden) return;
    this.#timer = setTimeout(() => this.#send(), pause);
  }

  async #send() {
    if (this.#isSending) return;
    this.#isSending = true;
    let isAway = false;
    for (const [id, details] of [...this.#waiting]) isAway ||= !(await this.#sendOne(id, details));
    this.#isSending = false;
    this.#pause = isAway ? Math.min(this.#pause * 2, LONGEST_PAUSE) : FIRST_PAUSE;
    this.#soon(this.#pause);
  }

  /** @returns {Promise<boolean>} whether the server answered */
  async #sendOne(id, details) {
    try {
      this.#calls.saved(await this.#patched(id, details));
    } catch (problem) {
      if (isAway(problem)) return false;
      this.#forget(id, details);
      if (problem.status !== 404) this.#calls.refused(problem); // deleted meanwhile: nobody asks for its name
    }
    return true;
  }

  async #patched(id, details) {
    const picture = await api("PATCH", `/media/${id}`, details);
    this.#forget(id, details);
    return picture;
  }

  /** What was written while they were on their way waits for its own turn. */
  #forget(id, details) {
    for (const [field, value] of Object.entries(details)) if (this.of(id)[field] === value) this.drop(id, field);
  }

  #store() {
    keep(SHELF, [...this.#waiting]);
  }
}

/** Whether nobody was there to answer, or nobody whom this page may speak for. @param {import("../api.js").Problem} problem */
export function isAway({ status }) {
  return status === 0 || status === 401 || status === 429 || status >= 500;
}
