/** Saving originals on this device: they come, are compared with what was announced, and are given to the browser. */

import { received } from "../entries.js";
import { hasShareSheet, mayBeShared, portionOf, shareFiles } from "../pieces/sharing.js";

const FAILURES = { wrong_root: "not-whole", not_authentic: "not-whole", QuotaExceededError: "no-space" };

/** @typedef {import("./room.js").Room} Room @typedef {import("../room_view.js").SharedFile} SharedFile */

/** What was asked for since nothing was under way. */
export class Batch {
  #room;
  #ids = new Set();

  /** @param {Room} room */
  constructor(room) {
    this.#room = room;
  }

  /** @param {string[]} ids */
  async save(ids) {
    const files = this.#files(ids);
    if (hasShareSheet()) await this.#hand(files);
    else await this.#write(files);
  }

  /** Have them here, and not saved yet. @param {string[]} ids */
  async fetch(ids) {
    await Promise.all(this.#begin(this.#files(ids)));
  }

  /** Have them in the library of who is signed in. @param {string[]} ids */
  async toLibrary(ids) {
    const [{ saveToLibrary }, ...came] = await Promise.all([
      import("../pieces/to_library.js"),
      ...this.#begin(this.#files(ids)),
    ]);
    const whole = came.filter(Boolean);
    if (!whole.length) return;
    await saveToLibrary(whole.map(({ file, blob }) => new File([blob], nameOf(file), { type: file.mime })));
    await this.#said(whole.map(({ file }) => file.objectId));
  }

  /** What the save button does next. @param {SharedFile[]} wanted not saved yet @returns {import("../state.js").RoomState["saving"]} */
  step(wanted) {
    if (!hasShareSheet()) return { step: "save", next: 0 };
    const shareable = this.#shareable(wanted);
    const isAllHere = wanted.length > 0 && shareable.length === wanted.length;
    return isAllHere ? { step: "photos", next: portionOf(shareable) } : { step: "get", next: 0 };
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

  /** A folder, one file, or a ZIP: each goes there as soon as it is whole. */
  async #write(files) {
    const { openSaver } = await import("../pieces/saving.js");
    const saver = await openSaver(files.length, files.reduce((sum, { size }) => sum + size, 0));
    const saved = [];
    for (const coming of this.#begin(files)) {
      const came = await coming;
      if (!came) continue;
      await saver.put(came.file.path || nameOf(came.file), came.blob);
      saved.push(came.file.objectId);
    }
    if (saved.length === 0) return;
    await saver.finish(this.#room.manifest.view.title ?? "");
    await this.#said(saved);
  }

  /** The share sheet wants to be opened in the press itself, so what is not here comes at one press and goes at the next. */
  async #hand(files) {
    const shareable = this.#shareable(files);
    if (shareable.length < files.length) {
      const { here } = this.#room;
      const others = files.filter(({ objectId: id }) => here.has(id) && !shareable.some((one) => one.objectId === id));
      if (others.length > 0) return this.#write(others);
      return void (await Promise.all(this.#begin(files)));
    }
    const portion = shareable.slice(0, portionOf(shareable));
    await shareFiles(portion);
    await this.#said(portion.map(({ objectId }) => objectId));
  }

  /** Those that are here and that the sheet takes. */
  #shareable(files) {
    const here = files.filter(({ objectId }) => this.#room.here.has(objectId));
    const asOriginals = here.map((file) => ({
      objectId: file.objectId,
      name: nameOf(file),
      mime: file.mime ?? "",
      blob: this.#room.here.get(file.objectId),
    }));
    return asOriginals.filter(mayBeShared);
  }

  async #said(saved) {
    const { visit, myName, manifest } = this.#room;
    for (const id of saved) visit.saved.add(id);
    visit.keep();
    this.#room.changed();
    const news = saved.filter((id) => manifest.view.files.has(id) && !manifest.view.files.get(id).receivedBy.has(myName));
    if (news.length > 0) await this.#room.say([received(news, myName || undefined)]);
  }

  #files(ids) {
    return ids.map((id) => this.#room.manifest.view.files.get(id)).filter(Boolean);
  }

  /** @param {SharedFile[]} files @returns {Promise<{file: SharedFile, blob: Blob} | null>[]} null for one that does not come */
  #begin(files) {
    for (const { objectId } of files) this.#ids.add(objectId);
    this.#room.changed();
    return files.map((file) => this.#come(file));
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
      if ([...this.#ids].every((id) => this.#room.here.has(id))) this.#ids.clear();
      this.#room.changed();
    }
  }
}

/** @param {Room} room @param {SharedFile} file @returns {Promise<Blob>} all of it */
export async function originalOf(room, file) {
  const { objectId: id } = file;
  const own = room.sending.offered.get(id)?.described.blob ?? room.here.get(id);
  if (own) return own;
  await room.begun;
  const blob = await room.getting.get(file, { mayBeKept: room.mayBeKept(id) });
  room.here.set(id, blob);
  await room.sending.passOn(file, blob);
  return blob;
}

const nameOf = ({ name, number }) => name || `File ${number}`;
