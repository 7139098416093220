/** Choosing pictures in the grid: by ring, finger and keys; while one is chosen, a press on a tile chooses too. */

import { markTile } from "../grid/tile.js";
import { Chosen } from "./chosen.js";
import { listenToChoosingKeys } from "./choosing_keys.js";
import { listenToLongPress } from "./long_press.js";
import { everyPicture, rangeBetween } from "./reach.js";
import { WholeMonths } from "./whole_months.js";

export class Choosing {
  chosen = new Chosen();
  #grid;
  #list;
  #calls;
  #months;
  #over = new AbortController();
  #all = new AbortController();
  #newTiles = new MutationObserver((changes) => this.#markNew(changes));

  /**
   * @param {HTMLElement} grid where the tiles are; it makes them as they come near, and forgets them
   * @param {import("../library/picture_list.js").PictureList} list
   * @param {{failed: (problem: import("../api.js").Problem) => void}} calls `failed` when pictures that are to be chosen
   *   did not come
   */
  constructor(grid, list, calls) {
    this.#grid = grid;
    this.#list = list;
    this.#calls = calls;
    this.#months = new WholeMonths(grid, list, this.chosen);
    const { signal } = this.#over;
    listenToLongPress(grid, (tile) => this.#toggle(tile), signal); // first, because it swallows the click that follows
    grid.addEventListener("pointerdown", (event) => keepFocus(event), { signal });
    grid.addEventListener("mousedown", (event) => this.#noSelection(event), { signal });
    grid.addEventListener("click", (event) => this.#pressed(event), { signal, capture: true });
    listenToChoosingKeys(grid, {
      isChoosing: () => this.chosen.size > 0,
      toggle: (tile) => this.#toggle(tile),
      reach: (tile) => this.#reach(tile),
      month: (key) => this.#toggleMonth(key),
      all: () => this.chooseAll(),
      end: () => this.clear(),
      signal,
    });
    this.#newTiles.observe(grid, { childList: true, subtree: true });
    this.chosen.onChange((ids) => this.#marked(ids));
    list.onChange(() => this.#months.mark());
  }

  /** Choose every picture that the library shows, also those that are not loaded yet. */
  async chooseAll() {
    this.#all.abort();
    this.#all = new AbortController();
    const { signal } = this.#all;
    try {
      for await (const pictures of everyPicture(this.#list, signal)) this.chosen.add(pictures);
    } catch (problem) {
      this.#calls.failed(problem);
    }
  }

  clear() {
    this.#all.abort();
    this.chosen.clear();
  }

  dispose() {
    this.#over.abort();
    this.#all.abort();
    this.#newTiles.disconnect();
  }

  #pressed(event) {
    const month = event.target.closest(".k-month-ring")?.closest(".k-month");
    if (month) return this.#toggleMonth(month.dataset.month);
    const tile = event.target.closest(".k-tile");
    const isRing = Boolean(event.target.closest(".k-tile-ring"));
    if (!tile || !(isRing || this.chosen.size)) return;
    event.preventDefault();
    event.stopPropagation(); // it would open the picture
    if (isRing) tile.firstElementChild.focus({ preventScroll: true });
    if (event.shiftKey && this.chosen.anchor) this.#reach(tile);
    else this.#toggle(tile);
  }

  #toggle(tile) {
    const picture = this.#list.find(tile.dataset.id);
    if (picture) this.chosen.toggle(picture);
  }

  async #toggleMonth(key) {
    try {
      await this.#months.toggle(key);
    } catch (problem) {
      this.#calls.failed(problem);
    }
  }

  async #reach(tile) {
    const { anchor } = this.chosen;
    try {
      this.chosen.add(await rangeBetween(this.#list, anchor ?? tile.dataset.id, tile.dataset.id));
      this.chosen.anchor ??= tile.dataset.id;
    } catch (problem) {
      this.#calls.failed(problem);
    }
  }

  /** Shift would select the words between two presses. */
  #noSelection(event) {
    if (event.shiftKey && this.chosen.size && event.target.closest(".k-tile")) event.preventDefault();
  }

  #marked(ids) {
    this.#grid.toggleAttribute("data-choosing", this.chosen.size > 0);
    const changed = new Set(ids);
    for (const tile of this.#grid.querySelectorAll(".k-tile")) {
      if (changed.has(tile.dataset.id)) markTile(tile, this.chosen.has(tile.dataset.id));
    }
    this.#months.mark();
  }

  #markNew(changes) {
    for (const { addedNodes } of changes) {
      for (const tile of addedNodes) {
        if (tile.classList?.contains("k-tile") && this.chosen.has(tile.dataset.id)) markTile(tile, true);
      }
    }
    if (this.chosen.size) this.#months.mark();
  }
}

/** A ring that is pressed leaves the focus to the link beside it, from which the keys go on. */
function keepFocus(event) {
  if (event.target.closest(".k-tile-ring")) event.preventDefault();
}
