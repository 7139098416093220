/** What was said to a post: the two newest comments, on asking all of them, and where one writes another. */

import { api } from "../api.js";
import { COMMENTS, seeAll } from "../feed_texts.js";
import { commentForm } from "./comment_form.js";
import { commentRow } from "./comment_row.js";
import { made, pressable } from "../made.js";
import { report } from "./on_demand.js";

const AT_ONCE = 100; // comments of one call

/**
 * @typedef {import("./post_list.js").Card} Card
 * @typedef {import("./post_list.js").Said} Said
 * @typedef {{all: Said[] | null, next: string | null, isWriting: boolean, draft: {text: string, replyTo: Said | null}}} Kept
 *   of one post, while the page lives; `all` once they were asked for, from the oldest, `next` the cursor of the rest
 */

/** @returns {Kept} */
export function nothingSaid() {
  return { all: null, next: null, isWriting: false, draft: { text: "", replyTo: null } };
}

export class Comments {
  element = made("section", "k-comments");
  #card;
  #how;
  /** @type {Kept} */
  #kept;
  #rows = made("ul", "k-comment-list");
  #trouble = made("p", "k-soft");
  #all;
  #more;
  #form = null;

  /**
   * @param {Card} card
   * @param {{list: import("./post_list.js").PostList, held: import("./held.js").Held, me: string, isAlone: boolean,
   *   kept: Kept}} how `me` is the reader's handle; `isAlone` on the post's own page, where all of them stand
   */
  constructor(card, how) {
    this.#card = card;
    this.#how = how;
    this.#kept = how.kept;
    this.#rows.role = "list";
    this.#trouble.role = "status";
    this.element.ariaLabel = COMMENTS.label;
    this.#all = pressable("k-link k-comments-all", "", () => this.#showAll());
    this.#more = pressable("k-link", COMMENTS.more, () => this.#read(this.#kept.all.length + 1));
    this.element.append(this.#all, this.#rows, this.#more, this.#trouble);
    if (how.isAlone || this.#kept.isWriting) this.#openForm();
    this.show(card);
    if (how.isAlone && card.comment_count > 0 && !this.#kept.all) this.#read(1);
  }

  /** @param {Card} card */
  show(card) {
    const before = this.#card;
    this.#card = card;
    const { all, next } = this.#kept;
    const shown = (all ?? card.comments).filter(({ id }) => !this.#how.held.has(id));
    this.#all.hidden = all !== null || card.comment_count <= card.comments.length;
    this.#all.textContent = seeAll(card.comment_count);
    this.#more.hidden = next === null;
    this.#place(shown);
    if (all && isOther(before, card) && !this.#knows(card)) this.#read(all.length + 1);
  }

  /** Have one written. */
  write() {
    this.#openForm();
    this.#form.answer(this.#kept.draft.replyTo);
  }

  #openForm() {
    this.#kept.isWriting = true;
    this.#form ??= commentForm({
      send: (body, replyTo) => this.#send(body, replyTo),
      draft: this.#kept.draft,
      isOptional: !this.#how.isAlone,
      away: () => {
        if (this.#how.isAlone) return;
        this.#kept.isWriting = false;
        this.#form.element.remove();
        this.#form = null;
      },
    });
    this.element.append(this.#form.element);
  }

  async #showAll() {
    await this.#read(1);
    if (this.#kept.all) this.#rows.querySelector("a")?.focus({ preventScroll: true }); // what was pressed is gone
  }

  /** Ask for them from the oldest on, at least as many. */
  async #read(atLeast) {
    const all = [];
    let next = "";
    try {
      do {
        const after = next ? `&cursor=${encodeURIComponent(next)}` : "";
        const page = await api("GET", `/posts/${this.#card.id}/comments?limit=${AT_ONCE}${after}`);
        all.push(...page.items);
        next = page.next_cursor;
      } while (next !== null && all.length < atLeast);
      Object.assign(this.#kept, { all, next });
      this.#trouble.textContent = "";
    } catch (problem) {
      this.#trouble.textContent = problem.detail;
    }
    this.show(this.#card);
  }

  async #send(body, replyTo) {
    const asked = { body, ...(replyTo ? { reply_to: replyTo.id } : {}) };
    const said = await api("POST", `/posts/${this.#card.id}/comment`, asked);
    const { all, next } = this.#kept;
    if (all && next === null && !all.some(({ id }) => id === said.id)) all.push(said);
    const card = this.#card;
    if (card.comments.some(({ id }) => id === said.id)) return; // the page was told of it already
    const comments = [...card.comments, said].slice(-2);
    this.#how.list.put({ ...card, comments, comment_count: card.comment_count + 1 });
  }

  #remove(comment) {
    const { held, list } = this.#how;
    const post = this.#card.id;
    held.hold(comment.id, COMMENTS.deleted, {
      send: async () => {
        await api("DELETE", `/posts/${post}/comments/${comment.id}`, undefined, { keepalive: true });
        if (this.#kept.all) this.#kept.all = this.#kept.all.filter(({ id }) => id !== comment.id);
        await list.refresh([post]);
      },
      back: () => this.show(this.#card),
    });
    this.show(this.#card);
  }

  /** What is there stays, so that nothing loses the focus. @param {Said[]} comments */
  #place(comments) {
    const ids = new Set(comments.map(({ id }) => id));
    for (const row of [...this.#rows.children]) if (!ids.has(row.dataset.id)) row.remove();
    const rows = new Map([...this.#rows.children].map((row) => [row.dataset.id, row]));
    let next = this.#rows.firstElementChild;
    for (const comment of comments) {
      const answered = comments.find(({ id }) => id === comment.reply_to);
      const known = rows.get(comment.id);
      const isSame = known && Boolean(answered) === "answers" in known.dataset;
      const row = isSame ? known : this.#row(comment, answered);
      if (known && !isSame) {
        if (known === next) next = next.nextElementSibling;
        known.remove();
      }
      if (row === next) next = next.nextElementSibling;
      else this.#rows.insertBefore(row, next);
    }
  }

  #row(comment, answered) {
    const isMine = [comment.author.handle, this.#card.author.handle].includes(this.#how.me);
    return commentRow(comment, {
      answered,
      reply: () => {
        this.#openForm();
        this.#form.answer(comment);
      },
      remove: isMine ? () => this.#remove(comment) : null,
      report: comment.author.handle === this.#how.me ? null : () => reportComment(comment),
    });
  }

  /** Whether all that the card says is among those that are shown. */
  #knows({ comments, comment_count: count }) {
    const { all, next } = this.#kept;
    const ids = new Set(all.map(({ id }) => id));
    return next === null && all.length === count && comments.every(({ id }) => ids.has(id));
  }
}

function isOther(before, { comments, comment_count: count }) {
  return before.comment_count !== count || before.comments.at(-1)?.id !== comments.at(-1)?.id;
}

function reportComment({ id, author }) {
  report({ kind: "comment", id, name: author.display_name });
}
