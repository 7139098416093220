/** Likes: they show at once, and are taken back when the server does not take them. */

import { api } from "../api.js";
import { showToast } from "../toast.js";

/** @typedef {import("./post_list.js").Card} Card */

export class Liking {
  #list;
  /** What is on its way, by post. @type {Map<string, boolean>} */
  #wanted = new Map();

  /** @param {import("./post_list.js").PostList} list */
  constructor(list) {
    this.#list = list;
    list.overlay((card) => withLike(card, this.#wanted.get(card.id) ?? card.liked_by_me));
  }

  /** @param {string} id */
  toggle(id) {
    const card = this.#list.find(id);
    if (card) this.set(id, !card.liked_by_me);
  }

  /** @param {string} id @param {boolean} isLiked */
  async set(id, isLiked) {
    const card = this.#list.find(id);
    if (!card || card.liked_by_me === isLiked) return;
    const isOnItsWay = this.#wanted.has(id);
    this.#wanted.set(id, isLiked);
    this.#list.put(withLike(card, isLiked));
    if (!isOnItsWay) await this.#sendLast(id);
  }

  /** Of presses that come faster than answers, the last counts. */
  async #sendLast(id) {
    let sent;
    try {
      do {
        sent = this.#wanted.get(id);
        await send(id, sent);
      } while (this.#wanted.get(id) !== sent);
      this.#wanted.delete(id);
    } catch (problem) {
      this.#wanted.delete(id);
      const card = this.#list.find(id);
      if (card) this.#list.put(withLike(card, !sent));
      showToast(problem.detail);
      if (problem.status === 404) this.#list.remove(id);
    }
  }
}

async function send(id, isLiked) {
  try {
    await api(isLiked ? "POST" : "DELETE", `/posts/${id}/like`);
  } catch (problem) {
    if (problem.code !== "like_not_found") throw problem; // taken back elsewhere already
  }
}

/** @param {Card} card @param {boolean} isLiked @returns {Card} */
function withLike(card, isLiked) {
  if (card.liked_by_me === isLiked) return card;
  return { ...card, liked_by_me: isLiked, like_count: card.like_count + (isLiked ? 1 : -1) };
}
