/** The smaller copies that are kept beside a picture: what each is and saves, to download, and to delete. */

import { api } from "../api.js";
import { icon } from "../icons.js";
import { bytesText, kindText } from "../picture_facts.js";
import { DELETED } from "../picture_texts.js";
import { KEPT } from "../studio_texts.js";
import { showToast } from "../toast.js";
import { savingText } from "./figures.js";
import { freshLink } from "./fresh_link.js";
import { made, pressable } from "../made.js";
import { goOnFrom } from "./passed_focus.js";

/**
 * @typedef {{id: string, media_id: string, recipe: Record<string, any>, content_type: string, bytes: number,
 *   width: number, height: number, similarity: number, quality: number | null, url: string}} Kept
 */

export class KeptCopies {
  element = made("section", "k-kept");
  #list = made("ul", "k-kept-list");
  #mediaId = "";
  #before = 1;
  #changed;
  /** @type {Kept[]} */
  #copies = [];
  /** @type {Map<string, () => void>} deletions that can still be undone */
  #held = new Map();
  #over = new AbortController();

  /** @param {() => void} changed after what is kept is another */
  constructor(changed) {
    this.#changed = changed;
    this.#list.setAttribute("role", "list");
    this.element.append(made("h2", "k-field-label", KEPT.title), this.#list);
    this.element.hidden = true;
    window.addEventListener("pagehide", () => this.#deleteHeld(), { signal: this.#over.signal });
  }

  /** @param {{id: string, bytes: number}} media whose copies these are */
  async show({ id, bytes }) {
    if (this.#mediaId === id) return;
    this.#mediaId = id;
    this.#before = bytes;
    await this.#fetch();
  }

  async #fetch() {
    try {
      const { items } = await api("GET", `/media/${this.#mediaId}/compressions?limit=200`);
      this.#copies = items;
      this.#draw();
    } catch {
      // the list is an offer; what somebody does next says what is wrong
    }
  }

  /** @param {Kept} copy */
  add(copy) {
    const others = this.#copies.filter(({ id }) => id !== copy.id);
    this.#copies = [copy, ...others].sort((one, other) => (one.id < other.id ? 1 : -1)); // ids grow with time
    this.#draw();
  }

  /** Whether this one is kept, and not about to be deleted. @param {string} id */
  has(id) {
    return this.#copies.some((one) => one.id === id) && !this.#held.has(id);
  }

  dispose() {
    this.#deleteHeld();
    this.#over.abort();
  }

  #draw() {
    const shown = this.#copies.filter(({ id }) => !this.#held.has(id));
    this.element.hidden = shown.length === 0;
    this.#list.replaceChildren(...shown.map((copy) => this.#row(copy)));
    this.#changed();
  }

  #row(copy) {
    const row = made("li", "k-kept-row");
    const words = made("div", "k-kept-words");
    const facts = `${bytesText(copy.bytes)}  ${savingText(copy.bytes, this.#before)}`;
    const kind = `${copy.width} × ${copy.height} · ${kindText(copy.content_type)}`;
    words.append(made("p", "k-fact", facts), ...[kind, recipeWords(copy)].map((one) => made("p", "k-fact k-soft", one)));
    const save = made("a", "k-flat k-kept-does");
    Object.assign(save, { href: copy.url, download: "", title: KEPT.download, ariaLabel: KEPT.download });
    save.append(icon("download"));
    freshLink(save, () => this.#renewed(copy.id));
    const remove = pressable("k-flat k-kept-does", "", () => this.#delete(copy));
    Object.assign(remove, { title: KEPT.delete, ariaLabel: KEPT.delete });
    remove.append(icon("trash"));
    row.append(words, save, remove);
    return row;
  }

  async #renewed(id) {
    await this.#fetch();
    return this.#copies.find((one) => one.id === id)?.url;
  }

  #delete(copy) {
    const path = `/media/${copy.media_id}/compressions/${copy.id}`;
    const send = () => {
      if (!this.#held.delete(copy.id)) return;
      this.#copies = this.#copies.filter(({ id }) => id !== copy.id);
      api("DELETE", path, undefined, { keepalive: true }).catch(({ status, detail }) => {
        if (status === 404) return;
        showToast(detail);
        this.add(copy);
      });
    };
    const undo = () => {
      this.#held.delete(copy.id);
      this.#draw();
    };
    this.#held.set(copy.id, send);
    this.#draw();
    goOnFrom(this.#list);
    showToast(DELETED, { undo, onEnd: send });
  }

  #deleteHeld() {
    for (const send of [...this.#held.values()]) send();
  }
}

/** @param {Kept} copy @returns {string} such as `quality 60 · 0.981` */
function recipeWords({ recipe, quality, similarity }) {
  const goal = recipe.target_bytes
    ? `under ${bytesText(recipe.target_bytes)}`
    : recipe.min_similarity
      ? `${recipe.min_similarity} alike`
      : quality
        ? `quality ${quality}`
        : "";
  return [goal, similarity.toFixed(3)].filter(Boolean).join(" · ");
}
