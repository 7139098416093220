/**
 * Where originals go on this device: into a folder, as one file, or together as one ZIP.
 *
 * For the engine: `const saver = await openSaver(count)` in the press itself, because a browser asks for a folder only
 * then; `await saver.put(path, blob)` for each original as soon as all of it is here, one after another; `await
 * saver.finish(title)` when none is left. In a folder each file is there at once; a ZIP is given out at the end, from
 * where the files lie, so they stay until then (`keeping.js`). iPhone and iPad: `sharing.js` first.
 */

import { harmlessName, uniqueName } from "../engine/harmless_name.js";
import { FolderSaver } from "./folder_saver.js";

const NEVER_SHOWN = "application/octet-stream"; // so that nothing of another's is run in this place's name
const LET_GO_AFTER = 60_000; // ms; a browser may begin to read a download late
const LARGE = 1_000_000_000; // bytes; less than that is handier as one file than as a question for a folder

/**
 * @typedef {{signal?: AbortSignal, progress?: (bytes: number) => void}} Wishes
 * @typedef {object} Saver
 * @property {"folder" | "file" | "zip"} way
 * @property {(path: string, blob: Blob, wishes?: Wishes) => Promise<void>} put
 * @property {(title: string) => Promise<void>} finish
 */

/**
 * @param {number} count of files that will be put
 * @param {number} [bytes] of all of them
 * @returns {Promise<Saver>}
 * @throws {DOMException} AbortError when somebody closed the question for a folder
 */
export async function openSaver(count, bytes = Infinity) {
  if (count < 2) return new FileSaver();
  if (window.showDirectoryPicker && bytes >= LARGE) {
    const wanted = { id: "kamra-room", mode: "readwrite", startIn: "pictures" };
    return new FolderSaver(await window.showDirectoryPicker(wanted));
  }
  const { Zip } = await import("./zip.js");
  return new ZipSaver(new Zip());
}

class FileSaver {
  way = "file";
  #taken = new Set();

  async put(path, blob) {
    download(blob, uniqueName(harmlessName(path), this.#taken));
  }

  async finish() {}
}

class ZipSaver {
  way = "zip";
  #zip;

  /** @param {import("./zip.js").Zip} zip */
  constructor(zip) {
    this.#zip = zip;
  }

  put(path, blob, wishes) {
    return this.#zip.add(path, blob, wishes);
  }

  async finish(title) {
    download(this.#zip.blob(), `${harmlessName(title.replace(/[/\\]/g, "-") || "Pictures")}.zip`);
  }
}

function download(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob.slice(0, blob.size, NEVER_SHOWN));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), LET_GO_AFTER);
}
