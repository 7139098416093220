/** The posts a question finds, as a grid; what was found before stays until the next answer is here. */

import { made } from "../made.js";
import { SEARCH } from "../people_texts.js";
import { PostGrid } from "../post_grid/post_grid.js";

export class FoundPosts {
  element = made("section", "k-search-posts");
  /** Whether it is known that there is nothing. */
  isEmpty = true;
  #told;
  /** @type {PostGrid | null} what is shown */
  #grid = null;
  /** @type {PostGrid | null} what was asked last */
  #asked = null;

  /** @param {() => void} told when the answer is here */
  constructor(told) {
    this.#told = told;
    this.element.hidden = true;
  }

  /** @param {string | null} query null asks nothing */
  ask(query) {
    if (this.#asked !== this.#grid) this.#asked?.dispose();
    this.#asked = null;
    this.isEmpty = query === null;
    if (query === null) return this.#become(null);
    const place = made("div");
    const answered = () => this.#answered(grid, place);
    const path = `/search/posts?${new URLSearchParams({ q: query })}`;
    const grid = new PostGrid(place, { path, instead: () => made("span"), answered });
    this.#asked = grid;
  }

  #answered(grid, place) {
    if (grid !== this.#asked) return;
    this.isEmpty = grid.isEmpty;
    if (grid !== this.#grid) this.#become(grid, place);
    this.element.hidden = this.isEmpty;
    this.#told();
  }

  #become(grid, place) {
    this.#grid?.dispose();
    this.#grid = grid;
    this.element.hidden = !grid;
    this.element.replaceChildren(...(grid ? [made("h2", "k-title", SEARCH.posts), place] : []));
  }
}
