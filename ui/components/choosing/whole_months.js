/** A whole month at once: the ring beside its heading chooses all of it or, when all of it is chosen, lets it go. */

export class WholeMonths {
  #grid;
  #list;
  #chosen;

  /**
   * @param {HTMLElement} grid
   * @param {import("../library/picture_list.js").PictureList} list
   * @param {import("./chosen.js").Chosen} chosen
   */
  constructor(grid, list, chosen) {
    this.#grid = grid;
    this.#list = list;
    this.#chosen = chosen;
  }

  /**
   * Those of its pictures that are not here are fetched.
   * @param {string} key such as `2024-06`
   * @throws {import("../api.js").Problem}
   */
  async toggle(key) {
    const pictures = await this.#list.places.month(key);
    const isWhole = pictures.every(({ id }) => this.#chosen.has(id));
    if (isWhole) this.#chosen.remove(pictures.map(({ id }) => id));
    else this.#chosen.add(pictures);
  }

  /** Show on the rings in the page which months are chosen. */
  mark() {
    for (const ring of this.#grid.querySelectorAll(".k-month-ring")) {
      ring.ariaChecked = String(this.#isWhole(ring.closest(".k-month").dataset.month));
    }
  }

  #isWhole(key) {
    const month = this.#chosen.size ? this.#list.sections.find((one) => one.key === key) : null;
    return Boolean(month?.isWhole) && month.pictures.every(({ id }) => this.#chosen.has(id));
  }
}
