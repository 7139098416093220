/** One picture in the queue: what is known of it, and the states it goes through. */

/**
 * @typedef {"waiting" | "hashing" | "ready" | "sending" | "finishing" | "paused" | "making" | "done" | "twice"
 *   | "failed" | "unread" | "cancelled"} State
 *   `ready`: hashed, to be sent · `making`: the server has it all and reads it · `unread`: the server could not
 * @typedef {{file: File, state: State, sent: number, sentence: string, wasAt: number, canRetry: boolean,
 *   tries: number, sha256: string | null, ticket: import("./send_file.js").Ticket | null,
 *   stop: AbortController}} Upload
 *   `sentence` says what is wrong or known; `wasAt` is how far it had been before it was cut
 */

const UNFINISHED = new Set(["waiting", "hashing", "ready", "sending", "finishing", "paused"]);

/** @param {File} file @returns {Upload} */
export function newUpload(file) {
  return {
    file,
    state: "waiting",
    sent: 0,
    sentence: "",
    wasAt: 0,
    canRetry: false,
    tries: 0,
    sha256: null,
    ticket: null,
    stop: new AbortController(),
  };
}

/** Whether the page still needs its file. @param {Upload} upload */
export function isUnfinished({ state }) {
  return UNFINISHED.has(state);
}

/** Whether it can be put off; bytes that are all on their way are better let through. @param {Upload} upload */
export function canPause({ state }) {
  return state !== "finishing" && state !== "paused" && UNFINISHED.has(state);
}

/** Whether bytes are sent that were sent before, because the server had not kept them. @param {Upload} upload */
export function isSentAgain({ state, sent, wasAt }) {
  return state === "sending" && sent < wasAt;
}

/** @param {number} sent @param {number} bytes @returns {number} whole percent, 100 only when it is all */
export function percentOf(sent, bytes) {
  return bytes ? Math.floor((100 * sent) / bytes) : 0;
}

/** The list shows names for as long as it is open, and must not hold thousands of files for that. @param {File} file */
export function nameOnly({ name, size, type }) {
  return { name, size, type };
}
