/** Workers that code and decode JPEGs, each one file at a time; those that wait are taken in order. */

import { Refused } from "./refused.js";

/**
 * `signal` ends the work, also in the middle; `progress` hears the share that is done, from 0 to 1; `part` the bytes of
 * what is decoded in order, as soon as they are there, of which nothing is proven before the end.
 * @typedef {{signal?: AbortSignal, progress?: (share: number) => void, part?: (bytes: Uint8Array) => void}} Wishes
 */

/**
 * @typedef {Wishes & {task: "encode" | "decode", source: Blob | Uint8Array, resolve: (bytes: Uint8Array) => void,
 *   reject: (reason: unknown) => void}} Job
 */

export class JpegPool {
  /** @type {Worker[]} */
  #idle = [];
  /** @type {Map<Job, Worker>} */
  #busy = new Map();
  /** @type {Job[]} */
  #waiting = [];

  /** @param {number} size how many files at once */
  constructor(size) {
    this.size = size;
  }

  /**
   * @param {Blob | Uint8Array} source a JPEG
   * @param {Wishes} [wishes]
   * @returns {Promise<Uint8Array>} proven to give back the same bytes; rejects with Refused where the file goes as it is
   */
  encode(source, wishes) {
    return this.#ask("encode", source, wishes);
  }

  /**
   * @param {Blob | Uint8Array} source a container
   * @param {Wishes} [wishes]
   * @returns {Promise<Uint8Array>} the JPEG; rejects with Refused where it cannot be had from these bytes
   */
  decode(source, wishes) {
    return this.#ask("decode", source, wishes);
  }

  /** End all workers; what was asked of them is rejected. */
  close() {
    for (const job of [...this.#waiting, ...this.#busy.keys()]) this.#stop(job, new DOMException("closed", "AbortError"));
    for (const worker of this.#idle.splice(0)) worker.terminate();
  }

  /**
   * @param {"encode" | "decode"} task
   * @param {Blob | Uint8Array} source
   * @param {Wishes} [wishes]
   * @returns {Promise<Uint8Array>}
   */
  #ask(task, source, wishes = {}) {
    return new Promise((resolve, reject) => {
      wishes.signal?.throwIfAborted();
      const job = { ...wishes, task, source, resolve, reject };
      wishes.signal?.addEventListener("abort", () => this.#stop(job, wishes.signal?.reason));
      this.#waiting.push(job);
      this.#start();
    });
  }

  #start() {
    while (this.#waiting.length && this.#busy.size < this.size) {
      const job = this.#waiting.shift();
      const worker = this.#idle.pop() ?? new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
      this.#busy.set(job, worker);
      worker.onmessage = ({ data }) => this.#hear(job, data);
      worker.onerror = (event) => this.#stop(job, new Error(event.message || "the worker could not be loaded"));
      worker.postMessage({ task: job.task, source: job.source, parts: Boolean(job.part) });
    }
  }

  /**
   * @param {Job} job
   * @param {{progress?: number, part?: Uint8Array, done?: Uint8Array, refused?: import("./refused.js").Reason,
   *   detail?: string, broken?: string}} said
   */
  #hear(job, { progress, part, done, refused, detail, broken }) {
    if (progress !== undefined) return job.progress?.(progress);
    if (part) return job.part?.(part);
    this.#idle.push(this.#busy.get(job));
    this.#busy.delete(job);
    if (done) job.resolve(done);
    else job.reject(refused ? new Refused(refused, detail) : new Error(broken));
    this.#start();
  }

  /**
   * @param {Job} job
   * @param {unknown} reason
   */
  #stop(job, reason) {
    const place = this.#waiting.indexOf(job);
    if (place >= 0) this.#waiting.splice(place, 1);
    this.#busy.get(job)?.terminate();
    this.#busy.delete(job);
    job.reject(reason);
    this.#start();
  }
}
