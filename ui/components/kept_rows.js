/** Rows of a list that changes: one stays the same element as long as it shows the same, so what is in it stays too. */

/** @template {{id: string}} Item */
export class KeptRows {
  #parent;
  #make;
  #facts;
  /** @type {Map<string, {row: HTMLElement, as: string}>} */
  #shown = new Map();

  /**
   * @param {HTMLElement} parent
   * @param {(item: Item) => HTMLElement} make
   * @param {(item: Item) => object} [facts] what a row depends on
   */
  constructor(parent, make, facts = (item) => item) {
    this.#parent = parent;
    this.#make = make;
    this.#facts = facts;
  }

  /** @param {Item[]} items in the order to be shown in @returns {HTMLElement[]} their rows */
  show(items) {
    const rows = items.map((item) => this.#rowOf(item));
    const ids = new Set(items.map(({ id }) => id));
    for (const id of [...this.#shown.keys()]) if (!ids.has(id)) this.#shown.delete(id);
    for (const row of [...this.#parent.children]) if (!rows.includes(row)) row.remove();
    rows.forEach((row, at) => {
      const there = this.#parent.children[at] ?? null;
      if (there !== row) this.#parent.insertBefore(row, there);
    });
    return rows;
  }

  /** What somebody is busy with is not taken from under their hands; it is true again with the next change. */
  #rowOf(item) {
    const as = JSON.stringify(this.#facts(item));
    const before = this.#shown.get(item.id);
    if (before && (before.as === as || before.row.contains(document.activeElement))) return before.row;
    const row = this.#make(item);
    this.#shown.set(item.id, { row, as });
    return row;
  }
}
