/** How many pictures each month has, as the server says, less those that are out of sight here. */

import { api } from "../api.js";
import { monthOf } from "./picture_order.js";

const PAUSE = 1000;

/** @typedef {import("./shelf.js").MonthCount} MonthCount */

export class MonthCounts {
  #timer = 0;
  #hidden;
  #onCounts;

  /**
   * @param {() => Iterable<import("../picture_links.js").Picture | null>} hidden those the server still has
   * @param {(months: MonthCount[]) => void} onCounts
   */
  constructor(hidden, onCounts) {
    this.#hidden = hidden;
    this.#onCounts = onCounts;
  }

  /** @returns {Promise<MonthCount[]>} newest first @throws {import("../api.js").Problem} */
  async ask() {
    const months = await api("GET", "/media/months");
    const hidden = [...this.#hidden()].flatMap((one) => (one ? [monthOf(one)] : []));
    const seen = ({ month, count }) => count - hidden.filter((one) => one === month).length;
    return months.map((one) => ({ ...one, count: seen(one) })).filter(({ count }) => count > 0);
  }

  /** Ask once things have been quiet for a moment. */
  askSoon() {
    this.stop();
    this.#timer = setTimeout(() => this.ask().then(this.#onCounts, () => {}), PAUSE); // the next change asks again
  }

  stop() {
    clearTimeout(this.#timer);
  }
}
