/** One post: who and when, its pictures, what one can do, its caption, and what was said to it. */

import { POST, likesText, postBy } from "../feed_texts.js";
import { icon } from "../icons.js";
import { linkIsOver } from "../picture_links.js";
import { Comments, nothingSaid } from "./comments.js";
import { made, pressable } from "../made.js";
import { openLikers } from "./on_demand.js";
import { postCaption } from "./post_caption.js";
import { postHead } from "./post_head.js";
import { postPictures } from "./post_pictures.js";

/**
 * @typedef {import("./post_list.js").Card} Card
 * @typedef {{at: number, isUnfolded: boolean, said: import("./comments.js").Kept}} KeptOfPost
 *   what stays of a post while it is away from the window
 */

/** @returns {KeptOfPost} */
export function nothingKept() {
  return { at: 0, isUnfolded: false, said: nothingSaid() };
}

export class PostView {
  /** What an article of the page is filled with. @type {HTMLElement[]} */
  parts;
  #card;
  #how;
  #pictures;
  #head;
  #caption;
  #like;
  #likers;
  #comments;

  /**
   * @param {Card} card
   * @param {{list: import("./post_list.js").PostList, liking: import("./liking.js").Liking,
   *   held: import("./held.js").Held, menu: import("./post_menu.js").PostMenu,
   *   entries: (card: Card) => import("./post_menu.js").Entry[], me: string, isAlone: boolean, kept: KeptOfPost}} how
   *   `entries` of its menu; `me` is the reader's handle; `isAlone` on the post's own page
   */
  constructor(card, how) {
    this.#card = card;
    this.#how = how;
    const { liking, kept } = how;
    this.#pictures = postPictures(card, {
      at: Math.min(kept.at, card.media.length - 1),
      moved: (at) => (kept.at = at),
      onBroken: () => this.#renewLinks(),
      onDouble: () => liking.set(this.#card.id, true),
    });
    this.#like = this.#action("heart", POST.like, () => liking.toggle(this.#card.id));
    const comment = this.#action("comment", POST.comment, () => this.#comments.write());
    const actions = made("div", "k-post-actions", this.#like, comment);
    if (this.#pictures.place) actions.append(this.#pictures.place);
    this.#likers = pressable("k-post-likers k-small k-soft", "", () => openLikers(this.#card.id));
    this.#comments = new Comments(card, { ...how, kept: kept.said });
    this.#head = this.#makeHead();
    this.#caption = this.#makeCaption();
    this.parts = [this.#head, this.#pictures.element, actions, this.#caption, this.#likers, this.#comments.element];
    this.#showLikes();
  }

  /** Whether somebody writes here, or has the focus somewhere in it. */
  get isInUse() {
    return this.parts.some((part) => part.contains(document.activeElement));
  }

  /** To be called once it stands near the window. */
  near() {
    this.#pictures.near();
  }

  /** @param {Card} card of the same post, with the same pictures */
  show(card) {
    const before = this.#card;
    this.#card = card;
    this.#showLikes();
    if (before.media !== card.media) this.#pictures.renew(card);
    this.#comments.show(card);
    if (before.edited_at === card.edited_at && before.author.avatar?.url === card.author.avatar?.url) return;
    const [head, caption] = [this.#makeHead(), this.#makeCaption()];
    this.#head.replaceWith(head);
    this.#caption.replaceWith(caption);
    this.#head = head;
    this.#caption = caption;
  }

  /** Links that ran out, or never led anywhere: the API gives new ones, to who may still see the post. */
  #renewLinks() {
    if (!linksAreOver(this.#card)) return; // they would be the same, and what is broken stays so
    this.#how.list.refresh([this.#card.id]).catch(() => {}); // the placeholders stay
  }

  #makeHead() {
    const { me, menu, entries } = this.#how;
    const { author } = this.#card;
    const button = menu.button(postBy(author.display_name), () => entries(this.#card));
    return postHead(this.#card, { id: `k-post-${this.#card.id}`, isOwn: author.handle === me, menu: button });
  }

  #makeCaption() {
    const { kept, isAlone } = this.#how;
    const isWhole = isAlone || kept.isUnfolded;
    const caption = postCaption(this.#card, { isWhole, unfolded: () => (kept.isUnfolded = true) });
    return made("div", "k-post-words", ...(caption ? [caption] : []));
  }

  #action(name, word, onPress) {
    const button = pressable(`k-flat k-post-action k-post-action--${name}`, "", onPress);
    button.append(icon(name), made("span", "", word));
    return button;
  }

  #showLikes() {
    this.#like.ariaPressed = String(this.#card.liked_by_me);
    this.#likers.textContent = likesText(this.#card);
    this.#likers.hidden = this.#card.like_count <= 0;
  }
}

function linksAreOver({ media }) {
  const address = media[0]?.renditions[0]?.url;
  return Boolean(address) && linkIsOver(address);
}
