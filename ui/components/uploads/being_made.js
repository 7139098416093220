/** Asks about pictures that are sent until the server has read them, so that "added" is said of good ones only. */

import { api } from "../api.js";

const FIRST_PAUSE = 700;
const LONGEST_PAUSE = 10_000;
const AT_ONCE = 4;

export class BeingMade {
  #queue;
  #changed;
  #pause = FIRST_PAUSE;
  #timer = 0;

  /** @param {import("./upload_queue.js").UploadQueue} queue @param {() => void} changed */
  constructor(queue, changed) {
    this.#queue = queue;
    this.#changed = changed;
  }

  /** There is a new one to ask about. */
  watch() {
    this.#pause = FIRST_PAUSE;
    this.#timer ||= setTimeout(() => this.#ask(), this.#pause);
  }

  dispose() {
    clearTimeout(this.#timer);
  }

  /** The server takes them in their order, so the oldest are ready first. */
  async #ask() {
    const asked = this.#making().slice(0, AT_ONCE);
    const ended = (await Promise.all(asked.map(settle))).filter(Boolean).length;
    this.#pause = ended ? FIRST_PAUSE : Math.min(this.#pause * 1.5, LONGEST_PAUSE);
    if (ended) this.#changed();
    this.#timer = 0;
    if (!this.#making().length) return;
    this.#timer = setTimeout(() => this.#ask(), ended === asked.length ? 0 : this.#pause);
  }

  #making() {
    return this.#queue.uploads.filter(({ state }) => state === "making");
  }
}

/** @param {import("./upload.js").Upload} upload @returns {Promise<boolean>} whether it is known now how it ended */
async function settle(upload) {
  try {
    const { status, reason } = await api("GET", `/media/upload/${upload.ticket.upload_id}/status`);
    if (status === "completed") upload.state = "done";
    else if (status === "failed") Object.assign(upload, { state: "unread", sentence: reason ?? "" });
  } catch (problem) {
    if (problem.status === 404) upload.state = "done"; // it was deleted since, by somebody who saw it
  }
  return upload.state !== "making";
}
