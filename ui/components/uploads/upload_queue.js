/** The pictures to send: three at a time, in order, through lost connections, until done or stopped. */

import { UPLOADS } from "../picture_texts.js";
import { refusal } from "./accepted_files.js";
import { giveUp, isInLibrary, sendFile } from "./send_file.js";

const AT_ONCE = 3;
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 30_000;

/**
 * @typedef {"waiting" | "sending" | "finishing" | "done" | "twice" | "failed" | "cancelled"} State
 * @typedef {{file: File, state: State, sent: number, sentence: string, canRetry: boolean,
 *   intent: import("./send_file.js").Intent | null, stop: AbortController | null}} Upload
 */

export class UploadQueue {
  /** @type {Upload[]} */
  uploads = [];
  /** Why nothing goes on: a sentence, and what can be done about it. @type {{sentence: string, signIn?: boolean, goOn?: boolean} | null} */
  halt = null;
  #maxBytes;
  #calls;
  #pause = FIRST_PAUSE;
  #timer = 0;

  /**
   * @param {number} maxBytes
   * @param {{changed: () => void, added: (mediaId: string) => void}} calls
   */
  constructor(maxBytes, calls) {
    this.#maxBytes = maxBytes;
    this.#calls = calls;
  }

  get isBusy() {
    return this.uploads.some(({ state }) => state === "waiting" || state === "sending" || state === "finishing");
  }

  /** @param {File[]} files */
  add(files) {
    if (!this.isBusy) this.uploads = this.uploads.filter(({ state }) => state === "failed");
    for (const file of files) {
      const sentence = refusal(file, this.#maxBytes);
      const state = sentence ? "failed" : "waiting";
      this.uploads.push({ file, state, sent: 0, sentence: sentence ?? "", canRetry: false, intent: null, stop: null });
    }
    if (this.halt?.goOn) this.halt = null;
    this.#work();
  }

  /** @param {Upload} upload */
  cancel(upload) {
    if (upload.state === "done" || upload.state === "twice") return;
    upload.state = "cancelled";
    upload.stop?.abort();
    if (upload.intent) giveUp(upload.intent);
    this.#work();
  }

  cancelAll() {
    for (const upload of this.uploads) if (upload.state !== "failed") this.cancel(upload);
    this.halt = null;
    this.#calls.changed();
  }

  /** @param {Upload} upload */
  retry(upload) {
    Object.assign(upload, { state: "waiting", sent: 0, sentence: "" });
    this.goOn();
  }

  /** Go on after a halt. */
  goOn() {
    clearTimeout(this.#timer);
    this.halt = null;
    this.#work();
  }

  /** Forget all that ended. */
  clear() {
    this.uploads = [];
    this.halt = null;
    this.#calls.changed();
  }

  #work() {
    const busy = this.uploads.filter(({ state }) => state === "sending" || state === "finishing").length;
    const next = this.halt ? [] : this.uploads.filter(({ state }) => state === "waiting").slice(0, AT_ONCE - busy);
    for (const upload of next) this.#send(upload);
    this.#calls.changed();
  }

  async #send(upload) {
    upload.state = "sending";
    upload.stop = new AbortController();
    try {
      if (!upload.intent && (await isInLibrary(upload.file))) {
        if (upload.state === "sending") Object.assign(upload, { state: "twice", sentence: UPLOADS.twice });
      } else if (upload.state === "sending") {
        await this.#sendBytes(upload);
      }
    } catch (problem) {
      if (upload.state !== "cancelled") this.#failed(upload, problem);
    }
    this.#work();
  }

  async #sendBytes(upload) {
    const mediaId = await sendFile({
      file: upload.file,
      intent: upload.intent,
      signal: upload.stop.signal,
      announced: (intent) => (upload.intent = intent),
      progress: (sent) => {
        upload.sent = Math.min(sent, upload.file.size);
        if (upload.sent === upload.file.size) upload.state = "finishing";
        this.#calls.changed();
      },
    });
    if (upload.state === "cancelled") return;
    Object.assign(upload, { state: "done", sent: upload.file.size, intent: null, file: nameOnly(upload.file) });
    this.#pause = FIRST_PAUSE;
    this.#calls.added(mediaId);
  }

  #failed(upload, problem) {
    Object.assign(upload, { state: "waiting", sent: 0 });
    if (problem.status === 0) this.#waitFor(this.#pause, UPLOADS.noConnection);
    else if (problem.status === 429) this.#slowDown(problem.retryAfter ?? 5);
    else if (problem.status === 401) this.halt = { sentence: UPLOADS.signedOut, signIn: true, goOn: true };
    else if (isFull(problem)) this.halt = { sentence: problem.detail, goOn: true };
    else this.#refused(upload, problem);
  }

  #refused(upload, problem) {
    if (upload.intent && (problem.status === 404 || problem.status === 410) && !upload.canRetry) {
      Object.assign(upload, { intent: null, canRetry: true }); // its place ran out while the connection was away
      return;
    }
    if (upload.intent) giveUp(upload.intent);
    const unreadable = problem.status === undefined; // not an answer: the device could not read the file
    const sentence = unreadable ? UPLOADS.unreadable(upload.file.name) : problem.detail;
    Object.assign(upload, { state: "failed", intent: null, sentence, canRetry: problem.status !== 415 });
  }

  #slowDown(seconds) {
    this.#waitFor(seconds * 1000, UPLOADS.slowDown(seconds));
  }

  #waitFor(milliseconds, sentence) {
    if (this.halt) return;
    this.halt = { sentence };
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.goOn(), milliseconds);
  }
}

/** No room: of one's own (409) or on the server's disk (507). All the others would hear the same. */
function isFull({ status, code }) {
  return status === 507 || (status === 409 && /full|quota|limit|space/.test(code));
}

/** The list shows names for as long as it is open, and must not hold thousands of files for that. */
function nameOnly({ name, size, type }) {
  return { name, size, type };
}
