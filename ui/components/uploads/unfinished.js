/** What a page that was loaded anew still knows of the uploads that its reload cut off: names, and their places. */

import { keep, kept } from "../tab_shelf.js";
import { giveUp, heldOf } from "./send_file.js";
import { isUnfinished } from "./upload.js";

const SHELF = "unfinished-uploads";
const MOST = 200; // of ten thousand, nobody reads the names, and each change writes all of them

/**
 * @typedef {{file: {name: string, size: number}, state: "missing", sent: number,
 *   ticket: import("./send_file.js").Ticket | null}} Missing
 *   like an upload, but its file has to be chosen again; without a ticket, nothing of it was sent
 */

export class UnfinishedUploads {
  /** @type {Missing[]} */
  #left = (kept(SHELF) ?? []).map(({ name, size, ticket }) => ({ file: { name, size }, state: "missing", sent: 0, ticket }));
  #isCertain = false;

  /** Ask the server which of them it still knows; none means that they are over, or somebody else's. */
  async recall() {
    const tickets = this.#left.filter(({ ticket }) => ticket);
    const held = await Promise.all(tickets.map(({ ticket }) => heldOf(ticket).catch(() => 0)));
    const gone = new Set(tickets.filter((_, at) => held[at] === null));
    for (const [at, one] of tickets.entries()) one.sent = held[at] ?? 0;
    this.#left = gone.size === tickets.length ? [] : this.#left.filter((one) => !gone.has(one));
    this.#isCertain = true;
  }

  /** Write down what a reload would cut off now. @param {import("./upload.js").Upload[]} uploads */
  keep(uploads) {
    if (this.#left.length) this.#settle(uploads);
    const old = new Set(this.#left.map(keyOf));
    const now = uploads.filter(isUnfinished).filter((one) => !old.has(keyOf(one)));
    const all = [...this.#left, ...now].sort((a, b) => Boolean(b.ticket) - Boolean(a.ticket)).slice(0, MOST);
    keep(
      SHELF,
      all.map(({ file: { name, size }, ticket }) => ({ name, size, ticket })),
    );
  }

  /** Those that were not chosen again. @param {import("./upload.js").Upload[]} uploads @returns {Missing[]} */
  missing(uploads) {
    if (!this.#isCertain) return [];
    const chosen = new Set(uploads.filter(isUnfinished).map(keyOf));
    return this.#left.filter((one) => !chosen.has(keyOf(one)));
  }

  /** Free their places at the server. @param {import("./upload.js").Upload[]} uploads */
  giveUp(uploads) {
    const missing = this.missing(uploads);
    const tickets = missing.flatMap(({ ticket }) => ticket ?? []);
    for (const ticket of tickets) giveUp(ticket).catch(() => {}); // the server's sweep does it otherwise
    this.#left = this.#left.filter((one) => !missing.includes(one));
    this.keep(uploads);
  }

  /** One that was chosen again and has its place, or needs none any more, is no business of the page before. */
  #settle(uploads) {
    const settled = uploads.filter(({ ticket, state }) => ticket || state === "twice");
    const keys = new Set(settled.map(keyOf));
    this.#left = this.#left.filter((one) => !keys.has(keyOf(one)));
  }
}

/** By what a chosen file is taken for the same before it was read. */
function keyOf({ file: { name, size } }) {
  return `${size} ${name}`;
}
