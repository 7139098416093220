/** The posts below each other; those far from the window are empty boxes of their height, which keeps the page light. */

import { FEED, postBy } from "../feed_texts.js";
import { made } from "../made.js";
import { PostView, nothingKept } from "./post_view.js";

const NEAR = "200% 0px"; // as many windows above and below are filled

/** @typedef {import("./post_list.js").Card} Card */

export class Column {
  element;
  #how;
  /** @type {Map<string, {article: HTMLElement, card: Card, view: PostView | null, kept: ReturnType<typeof nothingKept>}>} */
  #posts = new Map();
  #watch;

  /** @param {Omit<ConstructorParameters<typeof PostView>[1], "kept">} how */
  constructor(how) {
    this.#how = how;
    this.element = made("div", "k-posts");
    if (!how.isAlone) {
      this.element.role = "feed";
      this.element.ariaLabel = FEED.label;
    }
    this.#watch = new IntersectionObserver((entries) => this.#onNear(entries), { rootMargin: NEAR });
  }

  /** @param {Card[]} cards in the order to be shown in */
  show(cards) {
    const ids = new Set(cards.map(({ id }) => id));
    for (const id of [...this.#posts.keys()]) if (!ids.has(id)) this.#remove(id);
    let next = this.element.firstElementChild;
    cards.forEach((card, index) => {
      const post = this.#posts.get(card.id) ?? this.#add(card);
      if (post.article === next) next = next.nextElementSibling;
      else this.element.insertBefore(post.article, next);
      this.#tellPlace(post.article, index + 1);
      if (post.card === card) return;
      post.card = card;
      post.view?.show(card);
    });
  }

  /** The post that has the focus, else the one in the middle of the window. @returns {string | null} */
  get current() {
    const focused = document.activeElement?.closest(".k-post");
    const middle = document.elementFromPoint(this.#middle, window.innerHeight / 2)?.closest(".k-post");
    return (focused ?? middle)?.dataset.id ?? null;
  }

  /**
   * The first post that can be seen, and how far its top is from that of the window.
   * @returns {{id: string, top: number} | null}
   */
  get first() {
    for (const { article } of this.#posts.values()) {
      const { top, bottom } = article.getBoundingClientRect();
      if (bottom > 0 && top < window.innerHeight) return { id: article.dataset.id, top };
    }
    return null;
  }

  /**
   * Scroll until the post stands there.
   * @param {{id: string, top: number}} place
   * @returns {boolean} false when it is not here, or too little is below it
   */
  reveal({ id, top }) {
    const article = this.#posts.get(id)?.article;
    if (!article) return false;
    const away = () => article.getBoundingClientRect().top - top;
    window.scrollBy({ top: away(), behavior: "instant" });
    return Math.abs(away()) < 2;
  }

  dispose() {
    this.#watch.disconnect();
  }

  get #middle() {
    const { left, width } = this.element.getBoundingClientRect();
    return left + width / 2;
  }

  #add(card) {
    const article = made("article", "k-post");
    article.dataset.id = card.id;
    article.ariaLabel = postBy(card.author.display_name);
    const post = { article, card, view: null, kept: nothingKept() };
    this.#posts.set(card.id, post);
    this.#fill(post); // it must have its height before anybody can tell whether it is near
    this.#watch.observe(article);
    return post;
  }

  #remove(id) {
    const { article } = this.#posts.get(id);
    const hadFocus = article.contains(document.activeElement);
    const other = article.nextElementSibling ?? article.previousElementSibling;
    this.#watch.unobserve(article);
    article.remove();
    this.#posts.delete(id);
    if (hadFocus) other?.querySelector("a, button")?.focus({ preventScroll: true });
  }

  #onNear(entries) {
    for (const { target, isIntersecting } of entries) {
      const post = this.#posts.get(target.dataset.id);
      if (!post) continue;
      if (isIntersecting) {
        this.#fill(post);
        post.view.near();
      } else if (post.view && !post.view.isInUse) this.#empty(post);
    }
  }

  #fill(post) {
    if (post.view) return;
    post.view = new PostView(post.card, { ...this.#how, kept: post.kept });
    post.article.replaceChildren(...post.view.parts);
    post.article.style.height = "";
  }

  #empty(post) {
    post.article.style.height = `${post.article.getBoundingClientRect().height}px`;
    post.article.replaceChildren();
    post.view = null;
  }

  #tellPlace(article, place) {
    if (this.#how.isAlone) return;
    article.setAttribute("aria-posinset", String(place));
    article.setAttribute("aria-setsize", "-1"); // nobody knows how many there are
  }
}
