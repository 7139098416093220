/** Keeps the page's address and what the library shows in step, in both directions. */

import { isSame, questionOf, searchOf } from "./question.js";

/** @typedef {import("./question.js").Question} Question */

export class LibraryAddress {
  #list;
  #onProblem;
  /** @type {Question} what was asked last, also while its answer is on its way */
  #asked;
  #over = new AbortController();

  /**
   * @param {import("./picture_list.js").PictureList} list
   * @param {(problem: import("../api.js").Problem) => void} onProblem
   */
  constructor(list, onProblem) {
    this.#list = list;
    this.#onProblem = onProblem;
    this.#asked = list.question;
    window.addEventListener("popstate", () => this.#ask(questionOf(location.search)), { signal: this.#over.signal });
  }

  /** The library's own address, without an open picture. */
  get home() {
    return `/library${searchOf(this.#asked)}`;
  }

  /**
   * Ask for other pictures or another order.
   * @param {Partial<Question>} changed
   * @param {{isTyped: boolean}} how what is typed replaces the address, so that Back does not go through every letter
   */
  ask(changed, { isTyped }) {
    const question = { ...this.#asked, ...changed };
    if (isSame(question, this.#asked)) return;
    const address = `/library${searchOf(question)}`;
    if (isTyped) history.replaceState(history.state, "", address);
    else history.pushState(null, "", address);
    this.#ask(question);
  }

  dispose() {
    this.#over.abort();
  }

  async #ask(question) {
    if (isSame(question, this.#asked)) return;
    this.#asked = question;
    try {
      await this.#list.ask(question);
    } catch (problem) {
      if (question === this.#asked) this.#onProblem(problem);
    }
  }
}
