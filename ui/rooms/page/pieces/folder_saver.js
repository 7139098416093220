/** Originals in a folder that somebody chose: their own folders in it, and no file that was there is written over. */

import { uniqueName } from "../engine/harmless_name.js";
import { harmlessPath } from "./zip.js";

export class FolderSaver {
  way = "folder";
  #folder;
  #taken = new Set();

  /** @param {FileSystemDirectoryHandle} folder */
  constructor(folder) {
    this.#folder = folder;
  }

  /**
   * @param {string} path with `/`
   * @param {Blob} blob
   * @param {import("./saving.js").Wishes} [wishes]
   * @throws {DOMException} `QuotaExceededError`, `NotAllowedError`, `NotFoundError` when the folder is gone; AbortError,
   *   after which nothing of the file is there
   */
  async put(path, blob, { signal, progress = () => {} } = {}) {
    const steps = harmlessPath(path).split("/");
    const name = steps.pop();
    let folder = this.#folder;
    for (const step of steps) folder = await folder.getDirectoryHandle(step, { create: true });
    const file = await this.#fresh(folder, steps, name);
    let written = 0;
    const counted = new TransformStream({
      transform(bytes, out) {
        out.enqueue(bytes);
        progress((written += bytes.length));
      },
    });
    try {
      await blob.stream().pipeThrough(counted).pipeTo(await file.createWritable(), { signal });
    } catch (error) {
      await folder.removeEntry(file.name).catch(() => {}); // an empty one would look like a picture
      throw error;
    }
  }

  async finish() {}

  /** A file of a name that is free in the folder. */
  async #fresh(folder, steps, name) {
    for (;;) {
      const free = uniqueName([...steps, name].join("/"), this.#taken).split("/").at(-1);
      const isThere = await exists(folder, free);
      if (isThere === null) name = `${name}.file`; // a kind that browsers do not write, such as .lnk
      else if (!isThere) return folder.getFileHandle(free, { create: true });
    }
  }
}

/** @returns {Promise<boolean | null>} null for a name that the browser refuses */
async function exists(folder, name) {
  try {
    await folder.getFileHandle(name);
    return true;
  } catch (error) {
    if (error.name === "TypeMismatchError") return true; // a folder
    if (error.name === "NotFoundError") return false;
    if (error instanceof TypeError) return null;
    throw error;
  }
}
