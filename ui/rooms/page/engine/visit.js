/** What this browser remembers of a room it has been in, so that a reload loses nothing. */

import { inStore } from "./database.js";

const NAME = "kamra-room-name"; // the same in every room

/**
 * @typedef {{name: string, bytes: number, isDone: boolean}} Sent a file that was added here; `isDone` when somebody or
 *   the store has all of it, so that this device's own is needed no more
 */

export class Visit {
  /** The last entry that was seen. @type {import("../manifest.js").Head | null} */
  head = null;
  /** @type {Map<string, Sent>} by object id */
  sent = new Map();
  /** Object ids. @type {Set<string>} */
  saved = new Set();
  /** By object id, what lets this browser remove what it put there. @type {Map<string, string>} */
  uploaders = new Map();
  #roomId;
  #expiresAt;
  #writing = Promise.resolve();
  #isDue = false;

  /** @param {string} roomId @param {number} expiresAt ms @returns {Promise<Visit>} an empty one where nothing is kept */
  static async of(roomId, expiresAt) {
    const visit = new Visit(roomId, expiresAt);
    const told = await inStore("visits", "readonly", (store) => store.get(roomId)).catch(() => null);
    if (told) {
      const { head, sent, saved, uploaders } = told;
      Object.assign(visit, { head, sent: new Map(sent), saved: new Set(saved), uploaders: new Map(uploaders) });
    }
    return visit;
  }

  constructor(roomId, expiresAt) {
    this.#roomId = roomId;
    this.#expiresAt = expiresAt;
  }

  /** Write it down, soon: what changes meanwhile is written once. */
  keep() {
    if (this.#isDue) return;
    this.#isDue = true;
    this.#writing = this.#writing.then(() => this.#write()).catch(() => {}); // a browser that keeps nothing is one that forgets
  }

  #write() {
    this.#isDue = false;
    const { head, sent, saved, uploaders } = this;
    const record = { roomId: this.#roomId, expiresAt: this.#expiresAt, head };
    return inStore("visits", "readwrite", (store) =>
      store.put({ ...record, sent: [...sent], saved: [...saved], uploaders: [...uploaders] }),
    );
  }
}

/** Rooms that are over leave nothing behind. @returns {Promise<string[]>} the ids of the others */
export async function forgetOldVisits() {
  const visits = await inStore("visits", "readonly", (store) => store.getAll());
  for (const { roomId, expiresAt } of visits) {
    if (expiresAt <= Date.now()) await inStore("visits", "readwrite", (store) => store.delete(roomId));
  }
  return visits.filter(({ expiresAt }) => expiresAt > Date.now()).map(({ roomId }) => roomId);
}

/** @returns {string} what somebody called themselves here before, or is called by their account; "" for neither */
export function rememberedName() {
  return localStorage.getItem(NAME) ?? document.body.dataset.kName ?? "";
}

/** @param {string} name */
export const rememberName = (name) => localStorage.setItem(NAME, name);

/** @param {string} roomId @param {string} me @returns {string | null} the peer that this tab was in the room before */
export function pageBefore(roomId, me) {
  const name = `kamra-room-peer ${roomId}`;
  const before = sessionStorage.getItem(name);
  sessionStorage.setItem(name, me);
  return before;
}
