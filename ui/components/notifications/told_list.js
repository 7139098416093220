/** What one is told, the latest change first, as the API gives it. */

import { api } from "../api.js";

const MORE = 30; // of one call
const MOST = 200; // the API gives no more at once

/**
 * @typedef {import("../feed/person.js").User} User
 * @typedef {{id: string, kind: "followed" | "follow_requested" | "liked" | "commented" | "mentioned" | "taken_down" |
 *   "appeal_answered", actors: User[], count: number, post: import("../feed/post_list.js").Post | null,
 *   comment: import("../feed/post_list.js").Said | null, target: {kind: "user" | "post" | "comment", id: string} | null,
 *   text: string | null, read: boolean, updated_at: string}} Told
 */

export class ToldList {
  /** @type {Told[]} */
  items;
  #nextCursor;
  #asked = 0;
  #changed;

  /** @param {{items: Told[], next_cursor: string | null}} first @param {() => void} changed */
  constructor(first, changed) {
    this.items = first.items;
    this.#nextCursor = first.next_cursor;
    this.#changed = changed;
  }

  get isWhole() {
    return this.#nextCursor === null;
  }

  get hasUnread() {
    return this.items.some(({ read }) => !read);
  }

  /** Those after the last. @throws {import("../api.js").Problem} */
  async goOn() {
    const cursor = this.#nextCursor;
    const page = await api("GET", `/notifications?limit=${MORE}&cursor=${encodeURIComponent(cursor)}`);
    if (cursor !== this.#nextCursor) return; // it began anew meanwhile
    const here = new Set(this.items.map(({ id }) => id));
    this.#set([...this.items, ...page.items.filter(({ id }) => !here.has(id))], page.next_cursor);
  }

  /** Something is new, different or gone: ask for as many as are shown. @throws {import("../api.js").Problem} */
  async lookAgain() {
    const asked = (this.#asked += 1);
    const many = Math.min(MOST, Math.max(MORE, this.items.length));
    const page = await api("GET", `/notifications?limit=${many}`);
    if (asked === this.#asked) this.#set(page.items, page.next_cursor);
  }

  /** @param {string} id @throws {import("../api.js").Problem} */
  async markRead(id) {
    if (this.items.find((told) => told.id === id)?.read !== false) return;
    this.#set(this.items.map((told) => (told.id === id ? { ...told, read: true } : told)), this.#nextCursor);
    try {
      await api("POST", `/notifications/${id}/read`, undefined, { keepalive: true }); // its link may be followed now
    } catch (problem) {
      if (problem.status !== 404) throw problem; // read in another window is what was wanted
    }
  }

  /** @throws {import("../api.js").Problem} */
  async markAllRead() {
    await api("POST", "/notifications/read-all");
    this.#set(this.items.map((told) => ({ ...told, read: true })), this.#nextCursor);
  }

  #set(items, nextCursor) {
    this.items = items;
    this.#nextCursor = nextCursor;
    this.#changed();
  }
}
