/** A picture's way to the server: not at all while it is only looked at, then once, as a draft. */

import { api } from "../api.js";
import { FileHasher } from "../uploads/file_hasher.js";
import { giveUp, sendFile } from "../uploads/send_file.js";

const FIRST_PAUSE = 120;
const LONGEST_PAUSE = 2000;

/**
 * @typedef {{phase: "here" | "checking" | "sending" | "reading" | "there" | "cancelled" | "broken" | "refused",
 *   sent: number}} Way
 *   `here`: only on this device · `checking`: whether the library has it · `reading`: the server makes it ready ·
 *   `broken`: some of it was sent · `refused`: all of it was, and is no picture
 */

export class Draft {
  /** @type {Way} */
  way;
  #picture;
  #changed;
  #hasher = new FileHasher();
  /** @type {Promise<import("../picture_links.js").Picture> | null} */
  #coming = null;
  #stop = new AbortController();
  #ticket = null;

  /**
   * @param {import("./chosen_picture.js").ChosenPicture} picture
   * @param {(way: Way) => void} changed
   */
  constructor(picture, changed) {
    this.#picture = picture;
    this.#changed = changed;
    this.way = { phase: picture.media ? "there" : "here", sent: 0 };
    if (picture.media) this.#coming = Promise.resolve(picture.media);
  }

  /**
   * The picture as the server has it; it is sent at the first call, and never again.
   * @returns {Promise<import("../picture_links.js").Picture>}
   * @throws {import("../api.js").Problem}, AbortError when it was cancelled, `NotReadableError` when the device gives
   *   nothing; the next call then begins anew
   */
  media() {
    this.#coming ??= this.#send().catch((problem) => {
      this.#coming = null;
      this.#go(this.#endOf(problem));
      throw problem;
    });
    return this.#coming;
  }

  /**
   * Keep the copy by this recipe beside its picture, which comes into the library with it if it was a draft.
   * @param {Record<string, unknown>} recipe
   * @param {AbortSignal} [signal]
   * @returns {Promise<{copy: import("./kept_copies.js").Kept, media: import("../picture_links.js").Picture,
   *   wasDraft: boolean}>}
   * @throws {import("../api.js").Problem} and AbortError
   */
  async keep(recipe, signal) {
    const copy = await this.freshly(async () => {
      const { id } = await this.media();
      return api("POST", `/media/${id}/compressions`, recipe, { signal });
    });
    const media = await this.media();
    if (!media.draft) return { copy, media, wasDraft: false };
    const kept = await api("PATCH", `/media/${media.id}`, { draft: false });
    this.#coming = Promise.resolve(kept);
    return { copy, media: kept, wasDraft: true };
  }

  /** What the server says of it now, with links that work. */
  async renewed() {
    const { id } = await this.media();
    const media = await api("GET", `/media/${id}`);
    this.#coming = Promise.resolve(media);
    return media;
  }

  /**
   * Do what needs the picture on the server, once more when the server has let go of it: then it is sent again.
   * @template T
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async freshly(work) {
    try {
      return await work();
    } catch (problem) {
      if (problem.status !== 404 || !this.#picture.file) throw problem;
      this.forget();
      return work();
    }
  }

  /** The server does not have it any more: it is sent again when it is needed. */
  forget() {
    this.#coming = null;
    this.#go("here");
  }

  /** Stop sending; what has come so far is thrown away. */
  cancel() {
    this.#stop.abort();
    this.#stop = new AbortController();
    if (this.#ticket) giveUp(this.#ticket).catch(() => {}); // the server's sweep does it otherwise
    this.#ticket = null;
  }

  async #send() {
    const { file } = this.#picture;
    const { signal } = this.#stop;
    this.#go("checking");
    const sha256 = await this.#hasher.hash(file, signal).finally(() => this.#hasher.rest());
    const known = await inLibrary(sha256, signal);
    if (known) return this.#arrived(known);
    this.#go("sending");
    const { upload_id: id, media_id: mediaId } = await sendFile({
      file,
      sha256,
      ticket: this.#ticket,
      isDraft: true,
      signal,
      announced: (ticket) => (this.#ticket = ticket),
      starts: (offset) => this.#go("sending", offset),
      progress: (sent) => this.#go("sending", sent),
    });
    this.#ticket = null;
    this.#go("reading");
    await untilRead(id, signal);
    return this.#arrived(await api("GET", `/media/${mediaId}`, undefined, { signal }));
  }

  #arrived(media) {
    this.#go("there");
    return media;
  }

  #endOf({ name }) {
    if (name === "AbortError") return "cancelled";
    if (name === "Unreadable") return "refused";
    return this.way.sent || this.way.phase === "reading" ? "broken" : "here";
  }

  #go(phase, sent = 0) {
    this.way = { phase, sent };
    this.#changed(this.way);
  }
}

/** What is in the library already need not be sent. */
async function inLibrary(sha256, signal) {
  const { items } = await api("GET", `/media?limit=1&sha256=${sha256}`, undefined, { signal });
  return items[0]?.status === "completed" ? items[0] : null;
}

async function untilRead(id, signal) {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 1.3, LONGEST_PAUSE)) {
    const { status, reason } = await api("GET", `/media/upload/${id}/status`, undefined, { signal });
    if (status === "completed") return;
    if (status === "failed") throw new Unreadable(reason);
    await new Promise((resolve) => setTimeout(resolve, pause));
    signal.throwIfAborted();
  }
}

/** The server could not read it; trying again does not help. */
class Unreadable extends Error {
  constructor(reason) {
    super(reason);
    Object.assign(this, { name: "Unreadable", detail: reason, code: "picture_unreadable", status: 422, errors: [] });
  }
}
