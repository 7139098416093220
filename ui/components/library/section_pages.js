/** Fetches the pictures of sections, page by page, and puts them on the shelf; what fails is noted there. */

import { api } from "../api.js";
import { linksAreOver } from "../picture_links.js";
import { askedOf } from "./question.js";
import { SectionLoads } from "./section_loads.js";

const PAGE = 100;

export class SectionPages {
  #shelf;
  #question;
  #calls;
  #loads = new SectionLoads((key, signal) => this.#load(key, signal));
  /** @type {Set<string>} sections that are here but not as the server has them */
  #stale = new Set();

  /**
   * @param {import("./shelf.js").Shelf} shelf
   * @param {import("./question.js").Question} question
   * @param {{isHidden: (id: string) => boolean, told: (key: string) => void}} calls `told` after a page came or failed
   */
  constructor(shelf, question, calls) {
    this.#shelf = shelf;
    this.#question = question;
    this.#calls = calls;
  }

  /**
   * Fetch what is missing of these, the nearest first, and give up what else was on its way.
   * @param {{key: string, isMissing: boolean}[]} sections
   */
  want(sections) {
    this.#loads.want(sections.filter((one) => this.#isWanted(one)).map(({ key }) => key));
  }

  /** Get one page more. @param {string} key */
  async more(key) {
    await this.#loads.hold(key);
  }

  /** Get pages until that is so, or there are no more. @param {string} key @param {() => boolean} [isEnough] */
  async until(key, isEnough = () => false) {
    for (;;) {
      const section = this.#shelf.section(key);
      if (!section || section.isWhole || section.trouble || isEnough()) return;
      await this.#loads.hold(key);
    }
  }

  /** Have these asked for anew when they are near. @param {string[]} keys */
  renew(keys) {
    for (const key of keys) this.#stale.add(key);
  }

  stop() {
    this.#loads.stop();
  }

  #isWanted({ key, isMissing }) {
    const section = this.#shelf.section(key);
    return section && !section.trouble && ((isMissing && !section.isWhole) || this.#isOver(section));
  }

  /** A section that stood open for an hour has links that are over: they are renewed before they are missed. */
  #isOver({ key, pictures }) {
    return this.#stale.has(key) || (pictures.length > 0 && linksAreOver(pictures[0]));
  }

  async #load(key, signal) {
    const section = this.#shelf.section(key);
    if (!section) return;
    const isAfresh = this.#isOver(section);
    if (section.isWhole && !isAfresh) return;
    try {
      const { items, cursor } = await this.#pages(section, isAfresh, signal);
      const seen = items.filter(({ id }) => !this.#calls.isHidden(id));
      if (isAfresh) this.#shelf.renew(key, seen, cursor);
      else this.#shelf.add(key, seen, cursor);
      this.#stale.delete(key);
    } catch (problem) {
      if (problem.name === "AbortError") throw problem;
      this.#shelf.trouble(key, problem);
    }
    this.#calls.told(key);
  }

  /** The next page or, afresh, as many as are here. */
  async #pages({ key, pictures, cursor: from }, isAfresh, signal) {
    const items = [];
    let cursor = isAfresh ? null : from;
    do {
      const asked = new URLSearchParams({ ...askedOf(this.#question), limit: String(PAGE) });
      if (key) asked.set("month", key);
      if (cursor) asked.set("cursor", cursor);
      const page = await api("GET", `/media?${asked}`, undefined, { signal });
      items.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor && isAfresh && items.length < pictures.length);
    return { items, cursor };
  }
}
