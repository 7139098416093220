/**
 * The two smaller pictures that go ahead of an original, made by a few workers, each with one picture at a time.
 *
 * The engine takes `smallPictures` from here instead of `engine/small_picture.js`: the same call and the same answer,
 * with `takenAt` for the entry's `taken_at`, and a signal that ends it. At most four are at work; the others wait.
 */

const MOST = 4;
const RESTS_AFTER = 10_000; // ms without work until its memory is given back

/** @typedef {import("./small_picture_worker.js").SmallPictures} SmallPictures */

/** @type {{file: Blob, settled: PromiseWithResolvers<SmallPictures | null>}[]} */
const waiting = [];
/** @type {Set<Worker>} */
const busy = new Set();
/** @type {Map<Worker, number>} with the timer that ends it */
const idle = new Map();

/**
 * @param {Blob} file
 * @param {{signal?: AbortSignal}} [options]
 * @returns {Promise<SmallPictures | null>} null for what is no picture to this browser
 * @throws {DOMException} the signal's reason
 */
export function smallPictures(file, { signal } = {}) {
  const job = { file, settled: Promise.withResolvers(), worker: null };
  if (signal?.aborted) return Promise.reject(signal.reason);
  const stop = () => end(job, signal.reason);
  signal?.addEventListener("abort", stop, { once: true });
  waiting.push(job);
  next();
  return job.settled.promise.finally(() => signal?.removeEventListener("abort", stop));
}

function next() {
  const most = Math.max(1, Math.min(MOST, navigator.hardwareConcurrency ?? MOST));
  while (waiting.length > 0 && busy.size < most) {
    const job = waiting.shift();
    const worker = rested() ?? new Worker(new URL("./small_picture_worker.js", import.meta.url), { type: "module" });
    job.worker = worker;
    busy.add(worker);
    worker.onmessage = ({ data }) => {
      busy.delete(worker);
      idle.set(worker, setTimeout(() => idle.delete(worker) && worker.terminate(), RESTS_AFTER));
      job.settled.resolve(data);
      next();
    };
    worker.onerror = () => end(job, null); // such as no memory for this one
    worker.postMessage(job.file);
  }
}

function rested() {
  const [worker, timer] = idle.entries().next().value ?? [];
  clearTimeout(timer);
  idle.delete(worker);
  return worker;
}

/** Without an answer: the worker goes too, because it cannot be stopped otherwise. */
function end(job, reason) {
  const place = waiting.indexOf(job);
  if (place >= 0) waiting.splice(place, 1);
  job.worker?.terminate();
  busy.delete(job.worker);
  if (reason) job.settled.reject(reason);
  else job.settled.resolve(null);
  next();
}
