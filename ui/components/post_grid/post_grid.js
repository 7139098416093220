/** A grid of posts: each stands with its first picture, whole, and leads to its own page. */

import { Grid } from "../grid/grid.js";
import { wordsInstead } from "./words_instead.js";
import { PostPages } from "./post_pages.js";
import { postTile } from "./post_tile.js";

const LEFT_AT = "kPost"; // in the state of the history: where one comes back to

export class PostGrid {
  #host;
  #pages;
  #grid;
  #instead;
  #place = document.createElement("div");
  #none = document.createElement("div");

  /**
   * @param {HTMLElement} host
   * @param {{path: string, first?: {items: object[], next_cursor: string | null} | null, instead: () => HTMLElement,
   *   answered?: () => void}} options
   *   `path` of the list in the API; `instead` is made where there is nothing to show; `answered` tells of each page
   */
  constructor(host, { path, first = null, instead, answered = () => {} }) {
    this.#host = host;
    this.#instead = instead;
    this.#pages = new PostPages(path, first, () => {
      answered();
      this.show();
    });
    this.#grid = new Grid(this.#place, {
      open: (post) => leadTo(post.id),
      near: (sections) => this.#pages.near(sections),
      goOn: () => this.#pages.goOn(),
      broken: () => {}, // the tile keeps its placeholder
      tile: postTile,
    });
    host.append(this.#none, this.#place);
    if (!first) this.#pages.goOn();
    this.show();
    this.#comeBack();
  }

  /** Whether it is known that there is nothing. */
  get isEmpty() {
    return this.#pages.isEmpty;
  }

  /** Draw it, also when only what stands instead has changed. */
  show() {
    const { isEmpty } = this.#pages;
    this.#none.replaceChildren(...(isEmpty ? [this.#instead()] : []));
    this.#grid.show(isEmpty ? [] : [this.#pages.section]);
  }

  /** Ask for all of it anew. */
  renew() {
    return this.#pages.renew();
  }

  /** Show nothing of it any more. */
  clear() {
    this.#pages.clear();
  }

  dispose() {
    this.#pages.dispose();
    this.#grid.dispose();
    this.#host.replaceChildren();
  }

  /** To the post from which somebody comes back. */
  async #comeBack() {
    const { [LEFT_AT]: id, ...state } = history.state ?? {};
    if (!id) return;
    history.replaceState(state, "");
    if (await this.#pages.reach(id)) this.#grid.focus(id);
  }
}

/**
 * A grid that is all there is on a page.
 * @param {HTMLElement} host
 * @param {{path: string, posts: {items: object[], next_cursor: string | null},
 *   none: {headline: string, sentence: string}}} first `none` is said where there is nothing
 */
export function mount(host, { path, posts, none }) {
  return new PostGrid(host, { path, first: posts, instead: () => wordsInstead(none) });
}

function leadTo(id) {
  history.replaceState({ ...history.state, [LEFT_AT]: id }, "");
  location.assign(`/p/${id}`);
}
