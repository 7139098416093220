/** Deleting with a way back: the call is held for eight seconds, or until the page is left, whichever comes first. */

import { api } from "../api.js";
import { deletedText, notDeletedText } from "../choosing/choosing_texts.js";
import { showToast } from "../toast.js";

const IN_ONE_CALL = 1000; // what a browser still sends of a page that is left is at most 64 KiB

/** @typedef {import("../picture_links.js").Picture} Picture */
/** @typedef {{pictures: Picture[], toast: {close: () => void} | null}} Held what one toast speaks of */

export class HeldDeletions {
  #list;
  /** @type {Set<Held>} */
  #held = new Set();
  #isLeaving = false;
  #over = new AbortController();

  /** @param {import("./picture_list.js").PictureList} list */
  constructor(list) {
    this.#list = list;
    window.addEventListener("pagehide", () => this.#sendAll(), { signal: this.#over.signal });
  }

  /** Take one out of sight now; the server hears of it when nobody has taken it back. @param {string} id */
  delete(id) {
    const picture = this.#list.find(id);
    if (picture) this.deleteAll([picture]);
  }

  /** The same with many, which one press brings back. @param {Picture[]} pictures */
  deleteAll(pictures) {
    const held = { pictures: [], toast: null };
    this.#held.add(held);
    this.#list.together(() => {
      held.pictures = pictures.map((one) => this.#list.hide(one.id, one) ?? one);
    });
    held.toast = showToast(deletedText(pictures.length), {
      undo: () => this.#undo(held),
      onEnd: () => this.#send(held),
    });
  }

  /** Send what is still held, and stop listening. */
  dispose() {
    this.#over.abort();
    this.#sendAll();
  }

  #undo(held) {
    this.#held.delete(held);
    this.#show(held.pictures);
  }

  #show(pictures) {
    this.#list.together(() => {
      for (const picture of pictures) this.#list.show(picture);
    });
  }

  /** All at once, because nothing of this page comes after. */
  #sendAll() {
    this.#isLeaving = true;
    for (const { toast } of [...this.#held]) toast.close();
    this.#isLeaving = false; // a page that was left can come back as it was
  }

  async #send(held) {
    if (!this.#held.delete(held)) return;
    const parts = inParts(held.pictures);
    if (this.#isLeaving) await Promise.all(parts.map((part) => this.#sendPart(part, held)));
    else for (const part of parts) await this.#sendPart(part, held);
  }

  async #sendPart(part, { pictures }) {
    let kept;
    try {
      kept = await refused(part);
    } catch (problem) {
      kept = part.map(({ id }) => ({ id, detail: problem.detail }));
    }
    if (!kept.length) return;
    const stay = part.filter(({ id }) => kept.some((one) => one.id === id));
    this.#show(stay);
    const why = kept.find(({ id }) => id === stay[0].id).detail;
    showToast(notDeletedText(stay.length, pictures.length, stay[0].name, why));
  }
}

function inParts(pictures) {
  const count = Math.ceil(pictures.length / IN_ONE_CALL);
  return Array.from({ length: count }, (_, at) => pictures.slice(at * IN_ONE_CALL, (at + 1) * IN_ONE_CALL));
}

/**
 * Have the server delete them.
 * @param {Picture[]} pictures
 * @returns {Promise<{id: string, detail: string}[]>} those that are still there, and why; gone already is what was wanted
 * @throws {import("../api.js").Problem}
 */
async function refused(pictures) {
  const ids = pictures.map(({ id }) => id);
  if (ids.length > 1) {
    const { kept } = await api("POST", "/media/delete", { ids }, { keepalive: true });
    return kept;
  }
  try {
    await api("DELETE", `/media/${ids[0]}`, undefined, { keepalive: true });
  } catch (problem) {
    if (problem.status !== 404) throw problem;
  }
  return [];
}
