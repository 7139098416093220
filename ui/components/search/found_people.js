/** The people a question finds: the first few, and the way to all of them. */

import { api } from "../api.js";
import { made, pressable } from "../made.js";
import { followableRows } from "../people/followable_rows.js";
import { openPeople } from "../people/people_dialog.js";
import { SEARCH } from "../people_texts.js";

const SHOWN = 5;

export class FoundPeople {
  element = made("section", "k-search-people");
  /** Whether it is known that there is nobody. */
  isEmpty = true;
  #told;
  #asking = new AbortController();

  /** @param {() => void} told when the answer is here */
  constructor(told) {
    this.#told = told;
    this.element.hidden = true;
  }

  /** @param {string | null} query null asks nothing */
  async ask(query) {
    this.#asking.abort();
    const asking = (this.#asking = new AbortController());
    if (query === null) return this.#show([], null);
    this.isEmpty = false;
    const path = `/search/users?${new URLSearchParams({ q: query })}`;
    try {
      const { items, next_cursor: next } = await api("GET", `${path}&limit=${SHOWN}`, undefined, { signal: asking.signal });
      this.#show(items, next && path);
    } catch ({ name }) {
      if (name === "AbortError") return;
      this.#show([], null);
      this.isEmpty = false; // nobody knows; the posts, which fail with it, say why
    }
    this.#told();
  }

  #show(users, morePath) {
    this.isEmpty = users.length === 0;
    this.element.hidden = this.isEmpty;
    const list = made("ul", "k-people-list", ...followableRows(users));
    list.setAttribute("role", "list");
    this.element.replaceChildren(made("h2", "k-title", SEARCH.people), list);
    if (morePath) this.element.append(pressable("k-button k-button--quiet", SEARCH.allPeople, () => openPeople(SEARCH.people, morePath)));
  }
}
