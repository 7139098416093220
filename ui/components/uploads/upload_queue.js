/** The pictures to send: hashed one at a time, sent two at a time, in order, until done, put off or stopped. */

import { UPLOADS } from "../picture_texts.js";
import { refusal } from "./accepted_files.js";
import { FileHasher } from "./file_hasher.js";
import { giveUp, idInLibrary, sendFile } from "./send_file.js";
import { canPause, isUnfinished, nameOnly, newUpload } from "./upload.js";
import { verdictOn } from "./verdict.js";

const AT_ONCE = 2;
const AHEAD = 2; // hashed before their turn
const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 30_000;

/** @typedef {import("./upload.js").Upload} Upload */

export class UploadQueue {
  /** @type {Upload[]} */
  uploads = [];
  /** Why nothing goes on. @type {import("./verdict.js").Halt | null} */
  halt = null;
  /** Bytes that left this page, for the pace: what was there before or is sent again does not make it look faster. */
  moved = 0;
  #maxBytes;
  #calls;
  #hasher = new FileHasher();
  #pause = FIRST_PAUSE;
  #timer = 0;

  /**
   * @param {number} maxBytes
   * @param {{changed: () => void, moved: () => void, sent: (upload: Upload) => void,
   *   known: (mediaId: string) => void}} calls `changed` after each change of state, `moved` while bytes move, `sent` when
   *   the server has all of one, `known` when the library had one already
   */
  constructor(maxBytes, calls) {
    this.#maxBytes = maxBytes;
    this.#calls = calls;
  }

  /** Whether the page still needs files it holds. */
  get isBusy() {
    return this.uploads.some(isUnfinished);
  }

  /** Whether all that is left was put off. */
  get isPaused() {
    const left = this.uploads.filter(isUnfinished);
    return left.length > 0 && left.every(({ state }) => state === "paused");
  }

  /** @param {File[]} files */
  add(files) {
    if (!this.isBusy) this.uploads = this.uploads.filter(({ state }) => state === "failed" || state === "making");
    for (const file of files) {
      const sentence = refusal(file, this.#maxBytes);
      this.uploads.push(Object.assign(newUpload(file), sentence && { state: "failed", sentence }));
    }
    if (this.halt?.again) this.halt = null;
    this.#work();
  }

  /** @param {Upload[]} uploads those of them that are not through yet are given up, here and at the server */
  cancel(uploads) {
    for (const upload of uploads.filter(isUnfinished)) {
      const { ticket } = upload;
      stop(upload, "cancelled");
      if (ticket) giveUp(ticket).catch((problem) => this.#cancelledTooLate(upload, problem));
    }
    if (!this.isBusy) this.goOn();
    else this.#work();
  }

  /** Put some off; the server keeps what it has of them. @param {Upload[]} uploads */
  pause(uploads) {
    for (const upload of uploads.filter(canPause)) stop(upload, "paused");
    this.#work();
  }

  /** @param {Upload[]} uploads */
  resume(uploads) {
    for (const upload of uploads) if (upload.state === "paused") upload.state = upload.sha256 ? "ready" : "waiting";
    this.#work();
  }

  /** @param {Upload} upload one that failed */
  retry(upload) {
    Object.assign(upload, { state: upload.sha256 ? "ready" : "waiting", sent: 0, sentence: "", tries: 0 });
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
    if (!this.halt) {
      const sending = this.#count("sending") + this.#count("finishing");
      const ready = this.uploads.filter(({ state }) => state === "ready");
      for (const upload of ready.slice(0, Math.max(0, AT_ONCE - sending))) this.#send(upload);
      const next = this.uploads.find(({ state }) => state === "waiting");
      if (next && !this.#count("hashing") && this.#count("ready") < AHEAD) this.#hash(next);
    }
    if (!this.isBusy) this.#hasher.rest();
    this.#calls.changed();
  }

  #count(wanted) {
    return this.uploads.filter(({ state }) => state === wanted).length;
  }

  async #hash(upload) {
    const { signal } = begun(upload, "hashing");
    try {
      const sha256 = await this.#hasher.hash(upload.file, signal);
      if (signal.aborted) return;
      const same = this.uploads.find((one) => one.sha256 === sha256 && (isUnfinished(one) || one.state === "making"));
      if (same) Object.assign(upload, { state: "twice", sentence: UPLOADS.sameAs(same.file.name) });
      else Object.assign(upload, { state: "ready", sha256 });
    } catch (problem) {
      if (!signal.aborted) this.#failed(upload, problem);
    }
    this.#work();
  }

  async #send(upload) {
    const { signal } = begun(upload, "sending");
    try {
      const known = upload.ticket ? null : await idInLibrary(upload.sha256, signal);
      if (known) {
        Object.assign(upload, { state: "twice", sentence: UPLOADS.twice });
        this.#calls.known(known);
      } else {
        await this.#sendBytes(upload, signal);
      }
    } catch (problem) {
      if (!signal.aborted) this.#failed(upload, problem);
    }
    if (!signal.aborted) this.#work();
  }

  async #sendBytes(upload, signal) {
    const { file, sha256, ticket } = upload;
    const announced = (given) => {
      upload.ticket = given;
      this.#calls.changed();
    };
    const starts = (offset) => {
      upload.wasAt = Math.max(upload.wasAt, upload.sent);
      upload.sent = offset;
      this.#calls.changed();
    };
    const progress = (sent) => this.#progress(upload, signal, sent);
    await sendFile({ file, sha256, ticket, signal, announced, starts, progress });
    if (signal.aborted) return;
    this.#pause = FIRST_PAUSE;
    this.#arrived(upload);
  }

  #progress(upload, signal, sent) {
    if (signal.aborted) return;
    this.moved += Math.max(0, sent - upload.sent);
    Object.assign(upload, { sent, tries: 0 });
    if (sent === upload.file.size) upload.state = "finishing";
    this.#calls.moved();
  }

  #arrived(upload) {
    Object.assign(upload, { state: "making", sent: upload.file.size, file: nameOnly(upload.file) });
    this.#calls.sent(upload);
  }

  #cancelledTooLate(upload, { code }) {
    if (code !== "upload_finished" || upload.state !== "cancelled") return; // the server's sweep frees its place
    this.#arrived(upload);
    this.#calls.changed();
  }

  #failed(upload, problem) {
    const verdict = verdictOn(problem, upload);
    if (verdict.afresh || verdict.isTry) upload.tries += 1;
    if (verdict.halt || verdict.afresh) upload.state = upload.sha256 ? "ready" : "waiting";
    if (verdict.halt) this.#stopAll(verdict.halt);
    else if (verdict.afresh) upload.ticket = null;
    else this.#refused(upload, verdict);
  }

  #refused(upload, { sentence, canRetry }) {
    if (upload.ticket) giveUp(upload.ticket).catch(() => {}); // the server's sweep frees its place otherwise
    Object.assign(upload, { state: "failed", ticket: null, sentence, canRetry });
  }

  #stopAll(halt) {
    if (this.halt) return;
    this.halt = halt;
    if (halt.again) return;
    const usual = this.#pause * (0.75 + Math.random() / 2); // not all at the same moment, after a server was away
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.goOn(), halt.seconds ? halt.seconds * 1000 : usual);
  }
}

/** @param {Upload} upload @param {"hashing" | "sending"} state */
function begun(upload, state) {
  upload.state = state;
  upload.stop = new AbortController();
  return upload.stop;
}

/** What is under way for it ends, and sees by its signal that it has nothing more to say. */
function stop(upload, state) {
  upload.state = state;
  upload.stop.abort();
}
