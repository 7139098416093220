/**
 * Several files as one ZIP, put together out of the files where they lie: nothing is copied, and nothing is in memory.
 *
 * A Blob refers to the files that it is made of, so that the browser reads them while it writes the download. No
 * service worker is needed for that, and no file is in the way that has not come whole.
 */

import { harmlessName, uniqueName } from "../engine/harmless_name.js";
import { crc32 } from "./crc32.js";
import { endRecord, listRecord, localRecord } from "./zip_records.js";

export class Zip {
  #pieces = [];
  #files = [];
  #names = new Set();
  #at = 0;

  /**
   * It is read once, for its check sum. One after another.
   * @param {string} path with `/`; it becomes a harmless one that no other file has
   * @param {Blob} blob
   * @param {{modified?: number, signal?: AbortSignal, progress?: (bytes: number) => void}} [options] ms; now, if left out
   * @throws {DOMException} `NotReadableError`, AbortError
   */
  async add(path, blob, { modified = blob.lastModified ?? Date.now(), signal, progress } = {}) {
    const name = uniqueName(harmlessPath(path), this.#names);
    const file = { name, size: blob.size, crc: await checkSum(blob, { signal, progress }), modified, at: this.#at };
    const record = localRecord(file);
    this.#pieces.push(record, blob);
    this.#files.push(file);
    this.#at += record.length + blob.size;
  }

  /** All of it. @returns {Blob} */
  blob() {
    const list = this.#files.map(listRecord);
    const length = list.reduce((sum, record) => sum + record.length, 0);
    const end = endRecord({ count: list.length, at: this.#at, length });
    return new Blob([...this.#pieces, ...list, end], { type: "application/zip" });
  }
}

/** @param {string} path another's @returns {string} one that stays in the folder it is unpacked in */
export function harmlessPath(path) {
  const steps = path.split(/[/\\]/).filter((step) => step && step !== "." && step !== "..");
  return steps.map(harmlessName).join("/") || harmlessName("");
}

async function checkSum(blob, { signal, progress }) {
  let [crc, read] = [0, 0];
  const reader = blob.stream().getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      signal?.throwIfAborted();
      if (done) return crc;
      crc = crc32(value, crc);
      progress?.((read += value.length));
    }
  } finally {
    reader.cancel().catch(() => {}); // one that failed is over already
  }
}
