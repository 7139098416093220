/** *Save to my library*: originals of a room go into the library of who is signed in, as any upload does, byte for byte. */

import { UploadQueue } from "../../../components/uploads/upload_queue.js";
import { TO_LIBRARY } from "../words.js";

const ARRIVED = new Set(["making", "done", "twice"]); // the last are there already
const NO_LIMIT = Number.POSITIVE_INFINITY; // the server's own refusal says which it is

/**
 * Resolves once the server has all of them; what the line loses meanwhile is sent again.
 * @param {File[]} files
 * @throws {Error} `library_refused`, when it did not take some; `detail` is a sentence with the first reason
 */
export async function saveToLibrary(files) {
  const queue = await throughQueue(files);
  const refused = queue.uploads.filter(({ state }) => !ARRIVED.has(state));
  if (!refused.length) return;
  const why = queue.halt?.sentence || refused.find(({ sentence }) => sentence)?.sentence || "";
  const detail = TO_LIBRARY.partly(files.length - refused.length, files.length, why);
  throw Object.assign(new Error(detail), { code: "library_refused", detail });
}

/** @param {File[]} files @returns {Promise<UploadQueue>} when nothing goes on any more by itself */
async function throughQueue(files) {
  const over = new AbortController();
  window.addEventListener("beforeunload", (event) => event.preventDefault(), { signal: over.signal });
  const queue = await new Promise((resolve) => {
    const isOver = () => !made.isBusy || Boolean(made.halt?.again); // which waits for a press that nobody can make here
    const made = new UploadQueue(NO_LIMIT, {
      changed: () => isOver() && resolve(made),
      moved: () => {},
      sent: () => {},
      known: () => {},
    });
    made.add(files);
  });
  over.abort();
  return queue;
}
