/** Saving originals on this device: they come, are compared with what was announced, and are given to the browser. */

import { received } from "../entries.js";
import { harmlessName } from "./harmless_name.js";

const FAILURES = { wrong_root: "not-whole", not_authentic: "not-whole", QuotaExceededError: "no-space" };
const NEVER_SHOWN = "application/octet-stream"; // so that nothing of another's is run in this place's name
const LET_GO_AFTER = 600_000; // ms; a browser may begin to read a download late, and reads a large one for long

/** @typedef {import("./room.js").Room} Room @typedef {import("../room_view.js").SharedFile} SharedFile */

/** What was asked for since nothing was under way. */
export class Batch {
  #room;
  #ids = new Set();

  /** @param {Room} room */
  constructor(room) {
    this.#room = room;
  }

  /** One as it is, several as one ZIP. @param {string[]} ids */
  async save(ids) {
    const came = await this.fetch(ids);
    if (came.length === 0) return;
    const { manifest, visit, myName } = this.#room;
    const [first] = came;
    if (ids.length === 1) download(first.blob, harmlessName(nameOf(first.file)));
    else download(await zipped(came), `${harmlessName(manifest.view.title || "Kamra")}.zip`);
    const saved = came.map(({ file }) => file.objectId);
    for (const id of saved) visit.saved.add(id);
    visit.keep();
    this.#room.changed();
    const news = saved.filter((id) => !manifest.view.files.get(id)?.receivedBy.has(myName));
    if (news.length > 0) await this.#room.say([received(news, myName || undefined)]);
  }

  /** Have them here, and not saved yet. @param {string[]} ids @returns {Promise<{file: SharedFile, blob: Blob}[]>} those that came */
  async fetch(ids) {
    const files = ids.map((id) => this.#room.manifest.view.files.get(id)).filter(Boolean);
    for (const { objectId } of files) this.#ids.add(objectId);
    this.#room.changed();
    const came = await Promise.all(files.map((file) => this.#come(file)));
    return came.filter(Boolean);
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

  async #come(file) {
    const { failed } = this.#room;
    failed.delete(file.objectId);
    try {
      return { file, blob: await originalOf(this.#room, file) };
    } catch ({ code, name }) {
      if (name !== "AbortError") failed.set(file.objectId, FAILURES[code] ?? FAILURES[name] ?? "not-whole");
      this.#ids.delete(file.objectId);
      return null;
    } finally {
      this.#settle();
    }
  }

  #settle() {
    if ([...this.#ids].every((id) => this.#room.here.has(id))) this.#ids.clear();
    this.#room.changed();
  }
}

/** @param {Room} room @param {SharedFile} file @returns {Promise<Blob>} all of it */
async function originalOf(room, file) {
  const { objectId: id } = file;
  const own = room.sending.offered.get(id)?.described.blob ?? room.here.get(id);
  if (own) return own;
  const blob = await room.getting.get(file, { mayBeKept: room.mayBeKept(id) });
  room.here.set(id, blob);
  await room.sending.passOn(file, blob);
  return blob;
}

async function zipped(came) {
  const { Zip } = await import("../pieces/zip.js");
  const zip = new Zip();
  for (const { file, blob } of came) {
    const modified = Date.parse(file.takenAt ?? file.at);
    await zip.add(file.path || nameOf(file), blob, { modified: Number.isNaN(modified) ? Date.now() : modified });
  }
  return zip.blob();
}

const nameOf = ({ name, number }) => name || `File ${number}`;

function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([blob], { type: NEVER_SHOWN }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LET_GO_AFTER);
}
