/** People one below the other, page by page. */

import { api } from "../api.js";
import { endless } from "../endless.js";
import { made } from "../made.js";
import { PEOPLE_LIST } from "../people_texts.js";
import { followableRows } from "./followable_rows.js";

const MORE = 50;

/** @typedef {import("./somebody.js").Person} User */
/** @typedef {{items: ({user: User} | User)[], next_cursor: string | null}} PeoplePage of users, or of rows that hold one */

export class PeopleList {
  element = made("div", "k-people");
  #list = made("ul", "k-people-list");
  #path;
  #rows;
  #none;
  #end;
  /** Where the next page begins: undefined before the first, null after the last. @type {string | null | undefined} */
  #cursor;

  /**
   * @param {string} path of a list of people in the API; `?` in it is fine
   * @param {{first?: PeoplePage | null, rows?: (users: User[]) => HTMLElement[], none?: string}} [options]
   *   `first` is the page that is here already; `rows` makes list items of people; `none` is said where there is nobody
   */
  constructor(path, { first = null, rows = followableRows, none = PEOPLE_LIST.none } = {}) {
    this.#path = path;
    this.#rows = rows;
    this.#none = none;
    this.#list.setAttribute("role", "list");
    this.#end = endless({ isWhole: () => this.isWhole, goOn: () => this.#load() });
    this.element.append(this.#list, this.#end.element);
    if (first) this.#show(first);
  }

  /** Whether there are no more than are here. */
  get isWhole() {
    return this.#cursor === null;
  }

  /** Take somebody out. @param {HTMLElement} row */
  remove(row) {
    row.remove();
    this.#end.look();
    this.#sayWhetherNobody();
  }

  dispose() {
    this.#end.dispose();
  }

  async #load() {
    const asked = new URLSearchParams({ limit: String(MORE), ...(this.#cursor && { cursor: this.#cursor }) });
    this.#show(await api("GET", `${this.#path}${this.#path.includes("?") ? "&" : "?"}${asked}`));
  }

  #show({ items, next_cursor: next }) {
    this.#cursor = next;
    this.#list.append(...this.#rows(items.map((one) => one.user ?? one)));
    this.#sayWhetherNobody();
  }

  #sayWhetherNobody() {
    if (this.isWhole && !this.#list.childElementCount) this.element.replaceChildren(made("p", "k-soft", this.#none));
  }
}
