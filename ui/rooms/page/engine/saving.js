/** Saving originals on this device: they come, are compared with what was announced, and are given to the browser. */

import { received } from "../entries.js";
import { harmlessName, uniqueName } from "./harmless_name.js";

const KINDS_OF_FAILURE = { wrong_root: "not-whole", not_authentic: "not-whole", QuotaExceededError: "no-space" };
const NEVER_SHOWN = "application/octet-stream"; // so that nothing of another's is run in this place's name
const LET_GO_AFTER = 60_000; // ms; a browser may begin to read a download late

/** @typedef {import("./room.js").Room} Room */

/** What was asked for since nothing was under way. */
export class Batch {
  #room;
  #ids = new Set();
  #taken = new Set();

  /** @param {Room} room */
  constructor(room) {
    this.#room = room;
  }

  /** @param {string[]} ids */
  async save(ids) {
    const files = ids.map((id) => this.#room.manifest.view.files.get(id)).filter(Boolean);
    for (const { objectId } of files) this.#ids.add(objectId);
    this.#room.changed();
    const saved = await Promise.all(files.map((file) => this.#saveOne(file)));
    const done = saved.filter(Boolean);
    if (done.length > 0) await this.#room.say([received(done, this.#room.myName || undefined)]);
  }

  /** How far that is, all files together. */
  figures() {
    const { manifest, here, getting } = this.#room;
    const ids = [...this.#ids].filter((id) => manifest.view.files.has(id));
    const sizeOf = (id) => manifest.view.files.get(id).size;
    const partOf = (id) => {
      const held = getting.coming.get(id)?.place?.held;
      return here.has(id) ? 1 : held ? held.held / held.count : 0;
    };
    return {
      ids: ids.filter((id) => !here.has(id)),
      total: ids.length,
      done: ids.filter((id) => here.has(id)).length,
      bytes: ids.reduce((sum, id) => sum + sizeOf(id), 0),
      bytesDone: ids.reduce((sum, id) => sum + sizeOf(id) * partOf(id), 0),
    };
  }

  /** @returns {Promise<string | null>} its id when it is saved */
  async #saveOne(file) {
    const room = this.#room;
    const { objectId: id } = file;
    room.failed.delete(id);
    try {
      const blob = await originalOf(room, file);
      download(blob, uniqueName(harmlessName(file.name || `File ${file.number}`), this.#taken));
      room.visit.saved.add(id);
      room.visit.keep();
      return id;
    } catch (error) {
      if (error.name !== "AbortError") room.failed.set(id, KINDS_OF_FAILURE[error.code] ?? KINDS_OF_FAILURE[error.name] ?? "not-whole");
      return null;
    } finally {
      this.#settle(id);
    }
  }

  #settle(id) {
    const { here, failed } = this.#room;
    const isOver = [...this.#ids].every((one) => here.has(one) || failed.has(one) || one === id);
    if (isOver) this.#ids.clear();
    this.#room.changed();
  }
}

/** @param {Room} room @param {import("../room_view.js").SharedFile} file @returns {Promise<Blob>} the original, all of it */
async function originalOf(room, file) {
  const { objectId: id } = file;
  const own = room.sending.offered.get(id)?.described.blob ?? room.here.get(id);
  if (own) return own;
  const blob = await room.getting.get(file, { mayBeKept: room.mayBeKept(id) });
  room.here.set(id, blob);
  await room.sending.passOn(file, blob);
  return blob;
}

function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([blob], { type: NEVER_SHOWN }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LET_GO_AFTER);
}
