/** The posts of one list, newest first: one section of a grid that grows page by page. */

import { api } from "../api.js";
import { awaited, extended } from "../library/section.js";
import { linksAreOver } from "../picture_links.js";
import { inGrid } from "./post_in_grid.js";

const PAGE = 60;

export class PostPages {
  #path;
  #told;
  #section;
  /** @type {{over: AbortController, done: Promise<void>} | null} what is on its way */
  #loading = null;
  #goOnWhenOnline = () => this.#section.trouble && this.goOn();

  /**
   * @param {string} path of the list in the API, such as `/explore` or `/search/posts?q=sea`
   * @param {{items: object[], next_cursor: string | null} | null} first the page that is here already
   * @param {() => void} told after each change
   */
  constructor(path, first, told) {
    this.#path = path;
    this.#told = told;
    window.addEventListener("online", this.#goOnWhenOnline);
    this.#section = first ? extended(awaited("", 0), shown(first.items), first.next_cursor) : awaited("", 0);
  }

  /** @returns {import("../library/section.js").Section} */
  get section() {
    return this.#section;
  }

  /** Whether it is known that there is nothing. */
  get isEmpty() {
    return this.#section.isWhole && this.#section.count === 0;
  }

  /** Fetch what the window is near to, and anew what stood open until its links ran out. @param {{isMissing: boolean}[]} near */
  near([section]) {
    const { trouble, isWhole, pictures } = this.#section;
    if (!section || trouble || this.#loading) return;
    if (pictures.length && linksAreOver(pictures[0])) this.renew();
    else if (section.isMissing && !isWhole) this.#load(this.#section, 1);
  }

  /** Get the next page, or wait for what is on its way. */
  goOn() {
    return this.#loading?.done ?? this.#load(this.#section, 1);
  }

  /** Ask for all that are here anew. */
  renew() {
    return this.#load(awaited("", 0), this.#section.pictures.length);
  }

  /** Get more until a post is here; false when it is not among the first few pages. @param {string} id */
  async reach(id, pages = 10) {
    const isHere = () => this.#section.pictures.some((one) => one.id === id);
    for (let left = pages; left > 0 && !isHere() && !this.#section.isWhole && !this.#section.trouble; left--) await this.goOn();
    return isHere();
  }

  /** There is nothing any more. */
  clear() {
    this.#stop();
    this.#section = extended(awaited("", 0), [], null);
    this.#told();
  }

  /** Fetch nothing any more. */
  dispose() {
    window.removeEventListener("online", this.#goOnWhenOnline);
    this.#stop();
  }

  #stop() {
    this.#loading?.over.abort();
    this.#loading = null;
  }

  /** Add pages to a section until it has so many, and show it. */
  #load(section, atLeast) {
    this.#stop();
    const over = new AbortController();
    this.#loading = { over, done: this.#fetch(section, atLeast, over.signal) };
    return this.#loading.done;
  }

  async #fetch(section, atLeast, signal) {
    try {
      do {
        const page = await api("GET", this.#address(section.cursor), undefined, { signal });
        section = extended(section, shown(page.items), page.next_cursor);
      } while (!section.isWhole && section.pictures.length < atLeast);
    } catch (problem) {
      section = { ...this.#section, trouble: problem };
    }
    if (signal.aborted) return; // something else is on its way now, or nobody waits
    this.#loading = null;
    this.#section = section;
    this.#told();
  }

  #address(cursor) {
    const asked = new URLSearchParams({ limit: String(PAGE), ...(cursor && { cursor }) });
    return `${this.#path}${this.#path.includes("?") ? "&" : "?"}${asked}`;
  }
}

function shown(posts) {
  return posts.filter(({ media }) => media.length).map(inGrid);
}
