/** Deleting with a way back: the call is held for eight seconds, or until the page is left, whichever comes first. */

import { api } from "../api.js";
import { DELETED } from "../picture_texts.js";
import { showToast } from "../toast.js";

export class HeldDeletions {
  #list;
  /** @type {Map<string, {picture: import("../picture_links.js").Picture, toast: {close: () => void}}>} */
  #held = new Map();
  #over = new AbortController();

  /** @param {import("./picture_list.js").PictureList} list */
  constructor(list) {
    this.#list = list;
    window.addEventListener("pagehide", () => this.#sendAll(), { signal: this.#over.signal });
  }

  /** Take it out of sight now; the server hears of it when nobody has taken it back. @param {string} id */
  delete(id) {
    const picture = this.#list.hide(id);
    if (!picture || this.#held.has(id)) return;
    const toast = showToast(DELETED, { undo: () => this.#undo(id), onEnd: () => this.#send(id) });
    this.#held.set(id, { picture, toast });
  }

  /** Send what is still held, and stop listening. */
  dispose() {
    this.#over.abort();
    this.#sendAll();
  }

  #undo(id) {
    const held = this.#held.get(id);
    this.#held.delete(id);
    if (held) this.#list.show(held.picture);
  }

  #sendAll() {
    for (const { toast } of [...this.#held.values()]) toast.close();
  }

  async #send(id) {
    const held = this.#held.get(id);
    if (!held) return;
    this.#held.delete(id);
    try {
      await api("DELETE", `/media/${id}`, undefined, { keepalive: true });
    } catch (problem) {
      if (problem.status === 404) return; // gone already is what was wanted
      this.#list.show(held.picture);
      showToast(problem.detail);
    }
  }
}
