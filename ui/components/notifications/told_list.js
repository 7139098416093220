/** What one is told, the latest change first, as the API gives it. */

import { api } from "../api.js";
import { Paged } from "../paged.js";

/**
 * @typedef {import("../feed/person.js").User} User
 * @typedef {{id: string, kind: "followed" | "follow_requested" | "liked" | "commented" | "mentioned" | "taken_down" |
 *   "appeal_answered", actors: User[], count: number, post: import("../feed/post_list.js").Post | null,
 *   comment: import("../feed/post_list.js").Said | null, target: {kind: "user" | "post" | "comment", id: string} | null,
 *   text: string | null, read: boolean, updated_at: string}} Told
 */

/** @extends {Paged<Told>} */
export class ToldList extends Paged {
  /** @param {{items: Told[], next_cursor: string | null}} first @param {() => void} changed */
  constructor(first, changed) {
    super("/notifications", first, changed);
  }

  get hasUnread() {
    return this.items.some(({ read }) => !read);
  }

  /** @param {string} id @throws {import("../api.js").Problem} */
  async markRead(id) {
    if (this.items.find((told) => told.id === id)?.read !== false) return;
    this.put(this.items.map((told) => (told.id === id ? { ...told, read: true } : told)));
    try {
      await api("POST", `/notifications/${id}/read`, undefined, { keepalive: true }); // its link may be followed now
    } catch (problem) {
      if (problem.status !== 404) throw problem; // read in another window is what was wanted
    }
  }

  /** @throws {import("../api.js").Problem} */
  async markAllRead() {
    await api("POST", "/notifications/read-all");
    this.put(this.items.map((told) => ({ ...told, read: true })));
  }
}
