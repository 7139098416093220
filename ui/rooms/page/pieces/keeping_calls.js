/** The one worker that writes to disk, and what is asked of it. */

/** @type {Worker | null} */
let worker = null;
let last = 0;
/** @type {Map<number, PromiseWithResolvers<any>>} */
const asked = new Map();

/**
 * @param {{task: "open" | "put" | "read" | "close" | "remove", place: string[], [more: string]: any}} task
 * @returns {Promise<any>}
 * @throws {DOMException} of the name that it had in the worker
 */
export function ask(task) {
  worker ??= begun();
  last += 1;
  const settled = Promise.withResolvers();
  asked.set(last, settled);
  worker.postMessage({ ...task, n: last });
  return settled.promise;
}

function begun() {
  const fresh = new Worker(new URL("./keeping_worker.js", import.meta.url), { type: "module" });
  fresh.onmessage = ({ data: { n, answer, failed } }) => {
    const settled = asked.get(n);
    asked.delete(n);
    if (failed) settled.reject(new DOMException(failed.message, failed.name));
    else settled.resolve(answer);
  };
  fresh.onerror = () => {
    worker = null; // the next one may try again
    for (const settled of asked.values()) settled.reject(new DOMException("the worker ended", "InvalidStateError"));
    asked.clear();
  };
  return fresh;
}
