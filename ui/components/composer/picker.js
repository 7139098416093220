/** The dialog in which one chooses pictures of one's library: the newest first, more as one scrolls, or what a search finds. */

import { api } from "../api.js";
import { MOST_PICTURES, PICKER } from "../composer_texts.js";
import { searchField } from "../library/search_field.js";
import { made, pressable } from "../made.js";
import { listenToPickerKeys } from "./picker_keys.js";
import { pickable } from "./pickable.js";

const PAGE = 60;

/** @typedef {import("../picture_links.js").Picture} Picture */

export class Picker {
  #dialog = document.createElement("dialog");
  #list = made("div", "k-picker-list");
  #line = made("p", "k-small k-soft");
  #again = pressable("k-button", PICKER.again, () => this.#more());
  #count = made("span", "k-fact");
  #end = made("div", "k-picker-end");
  /** @type {Map<string, Picture>} in the order in which they were chosen */
  #chosen = new Map();
  #query = "";
  /** @type {string | null} where the next ones begin; null: these were all */
  #cursor = "";
  #asking = new AbortController();
  #take;
  #near = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && this.#more(), { rootMargin: "600px" });

  /** @param {(pictures: Picture[]) => void} take gets all that are chosen in the end */
  constructor(take) {
    this.#take = take;
    const title = made("h2", "k-title", PICKER.title);
    title.id = "k-picker-title";
    this.#dialog.className = "k-dialog k-picker";
    this.#dialog.setAttribute("aria-labelledby", title.id);
    const search = searchField((query) => this.#ask(query));
    const head = made("div", "k-picker-head");
    head.append(title, search.element);
    this.#line.setAttribute("role", "status");
    this.#count.setAttribute("role", "status");
    this.#again.hidden = true;
    this.#end.append(this.#line, this.#again);
    const room = made("div", "k-picker-room");
    room.append(this.#list, this.#end);
    const foot = made("div", "k-picker-foot");
    const done = pressable("k-button k-button--main", PICKER.done, () => this.#done());
    foot.append(this.#count, pressable("k-button", PICKER.cancel, () => this.#dialog.close()), done);
    this.#dialog.append(head, room, foot);
    this.#dialog.addEventListener("close", () => this.#over());
    this.#list.addEventListener("change", ({ target }) => this.#toggled(target));
    listenToPickerKeys(this.#list);
  }

  /** @param {readonly Picture[]} chosen those that are in the post already */
  open(chosen) {
    this.#chosen = new Map(chosen.map((one) => [one.id, one]));
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    this.#ask(this.#query);
    this.#near.observe(this.#end);
  }

  /** Whatever was on its way answers a question that is not asked any more. */
  #over() {
    this.#asking.abort();
    this.#near.disconnect();
    this.#dialog.remove();
  }

  #done() {
    this.#dialog.close();
    this.#take([...this.#chosen.values()]);
  }

  #ask(query) {
    this.#asking.abort();
    this.#query = query;
    this.#cursor = "";
    this.#list.replaceChildren();
    this.#tellCount();
    this.#more();
  }

  async #more() {
    const isUnderWay = this.#line.hasAttribute("data-asking") && !this.#asking.signal.aborted;
    if (this.#cursor === null || isUnderWay) return;
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    this.#line.setAttribute("data-asking", "");
    this.#again.hidden = true;
    const asked = new URLSearchParams({ limit: String(PAGE), q: this.#query, cursor: this.#cursor });
    for (const name of ["q", "cursor"]) if (!asked.get(name)) asked.delete(name);
    try {
      const { items, next_cursor: cursor } = await api("GET", `/media?${asked}`, undefined, { signal });
      if (signal.aborted) return;
      this.#came(items, cursor);
    } catch (problem) {
      if (signal.aborted) return;
      this.#line.textContent = problem.detail;
      this.#again.hidden = false;
    }
    this.#line.removeAttribute("data-asking");
  }

  #came(items, cursor) {
    this.#cursor = cursor;
    const shown = items.filter(({ status }) => status === "completed");
    this.#list.append(...shown.map((one) => pickable(one, this.#chosen.has(one.id))));
    const first = this.#list.querySelector("input");
    if (first && !this.#list.querySelector("input[tabindex='0']")) first.tabIndex = 0;
    const isEmpty = !first && cursor === null;
    this.#line.textContent = !isEmpty ? "" : this.#query ? PICKER.nothing(this.#query) : PICKER.empty;
    this.#near.unobserve(this.#end); // and again, so that it looks once more whether the end is still near
    this.#near.observe(this.#end);
  }

  #toggled(input) {
    const { kPicture: picture } = input;
    if (!input.checked) this.#chosen.delete(picture.id);
    else if (this.#chosen.size < MOST_PICTURES) this.#chosen.set(picture.id, picture);
    else {
      input.checked = false;
      this.#line.textContent = "";
      this.#count.textContent = PICKER.full;
      return;
    }
    this.#tellCount();
  }

  #tellCount() {
    this.#count.textContent = PICKER.chosen(this.#chosen.size);
  }
}
