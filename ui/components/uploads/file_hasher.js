/** The page's half of hashing: hands one file at a time to the worker. */

import { hashFile } from "./hash_file.js";

export class FileHasher {
  /** @type {Promise<Worker | null> | null} null in it: this browser starts none */
  #worker = null;
  #number = 0;

  /**
   * @param {File} file
   * @param {AbortSignal} signal
   * @returns {Promise<string>} 64 hexadecimal digits
   * @throws {DOMException} `NotReadableError` and its like when the device does not give the bytes, or AbortError
   */
  async hash(file, signal) {
    this.#worker ??= started();
    const worker = await this.#worker;
    signal.throwIfAborted();
    return worker ? inWorker(worker, (this.#number += 1), file, signal) : hashFile(file, signal);
  }

  /** Let the worker go; the next file starts another. */
  rest() {
    this.#worker?.then((worker) => worker?.terminate());
    this.#worker = null;
  }
}

/** A worker that said it is there, or null where none starts; its work is then done in the page, in pieces. */
function started() {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./hash_worker.js", import.meta.url), { type: "module" });
    worker.addEventListener("message", () => resolve(worker), { once: true });
    worker.addEventListener("error", () => resolve(null), { once: true });
  });
}

/** `number` tells its answer from one that was on its way when the file before was given up. */
function inWorker(worker, number, file, signal) {
  return new Promise((resolve, reject) => {
    const over = new AbortController();
    const answered = ({ data: { of, sha256, failed } }) => {
      if (of !== number) return;
      over.abort();
      if (sha256) resolve(sha256);
      else reject(new DOMException("", failed));
    };
    const stopped = () => {
      over.abort();
      worker.postMessage({ number, file: null });
      reject(new DOMException("", "AbortError"));
    };
    worker.addEventListener("message", answered, { signal: over.signal });
    signal.addEventListener("abort", stopped, { signal: over.signal });
    worker.postMessage({ number, file });
  });
}
