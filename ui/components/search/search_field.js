/** The field one types into; what stands in it is asked a moment after the last key. */

import { made } from "../made.js";
import { icon } from "../icons.js";
import { SEARCH } from "../people_texts.js";

const PAUSE = 200; // ms after the last key, so that a word typed is one question

export class SearchField {
  element = made("form", "k-search-form", icon("search"));
  #input = made("input", "k-input");
  #timer = 0;
  #asked;
  #ask;

  /** @param {string} first @param {number} most characters @param {(query: string) => void} ask told of each other question */
  constructor(first, most, ask) {
    this.#ask = ask;
    Object.assign(this.#input, { type: "search", name: "q", maxLength: most, autocomplete: "off", value: first });
    this.#input.enterKeyHint = "search";
    this.#input.placeholder = SEARCH.label;
    this.#input.ariaLabel = SEARCH.label;
    this.#asked = this.query;
    this.element.setAttribute("role", "search");
    this.element.append(this.#input);
    this.#input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#tell(), PAUSE);
    });
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#tell();
    });
  }

  /** What stands in it, without space around. */
  get query() {
    return this.#input.value.trim();
  }

  focus() {
    this.#input.focus({ preventScroll: true });
  }

  #tell() {
    clearTimeout(this.#timer);
    if (this.query === this.#asked) return;
    this.#asked = this.query;
    this.#ask(this.query);
  }
}
