/** The pictures this page knows, in sections; the first came with the page, the others come from the API as needed. */

import { api } from "../api.js";
import { MonthCounts } from "./month_counts.js";
import { Neighbours } from "./neighbours.js";
import { hasMonths } from "./question.js";
import { SectionPages } from "./section_pages.js";
import { Shelf } from "./shelf.js";

const REFRESH_PAUSE = 30_000; // a picture that is broken for another reason must not be asked for again and again
const MOST_KEPT = 4000; // pictures; of months beyond that only the shapes stay

/** @typedef {import("../picture_links.js").Picture} Picture */

export class PictureList {
  /** @type {import("./question.js").Question} */
  question;
  /** Where each picture stands. @type {Neighbours} */
  places;
  #shelf;
  #pages;
  #counts = new MonthCounts(() => this.#hidden.values(), (months) => this.#recount(months));
  /** @type {readonly Picture[] | null} */
  #all = null;
  /** @type {Map<string, Picture | null>} out of sight; null when the server has let it go as well */
  #hidden = new Map();
  #refreshed = new Map();
  #listeners = new Set();
  /** @type {Set<string>} keys of sections, the one that was near last at the end */
  #lately = new Set();
  #near = new Set();
  #silent = false;
  #online = () => this.goOn();

  /**
   * @param {{items: Picture[], nextCursor: string | null, months: import("./shelf.js").MonthCount[],
   *   question: import("./question.js").Question}} first
   */
  constructor({ items, nextCursor, months, question }) {
    this.question = question;
    this.#take(this.#opened(question, months));
    this.#shelf.begin(items, nextCursor);
    window.addEventListener("online", this.#online);
  }

  /** Called after each change. @param {() => void} listener */
  onChange(listener) {
    this.#listeners.add(listener);
  }

  dispose() {
    window.removeEventListener("online", this.#online);
    this.#counts.stop();
    this.#pages.stop();
  }

  /** @returns {readonly import("./section.js").Section[]} */
  get sections() {
    return this.#shelf.sections;
  }

  /** Those that are here, in order. @returns {readonly Picture[]} */
  get pictures() {
    this.#all ??= this.sections.flatMap(({ pictures }) => pictures);
    return this.#all;
  }

  /** How many there are; null while nobody knows. @returns {number | null} */
  get total() {
    const isOpen = this.sections.some(({ key, isWhole }) => key === "" && !isWhole);
    return isOpen ? null : this.sections.reduce((sum, { count }) => sum + count, 0);
  }

  /** @param {string} id @returns {Picture | undefined} if it is here */
  find(id) {
    return this.#shelf.find(id);
  }

  /**
   * Say what is near the window, the nearest first: what is missing there is fetched, and nothing else.
   * @param {{key: string, isMissing: boolean}[]} sections
   */
  near(sections) {
    this.#near = new Set(sections.map(({ key }) => key));
    for (const key of [...this.#near].toReversed()) {
      this.#lately.delete(key);
      this.#lately.add(key);
    }
    this.#pages.want(sections);
  }

  /** Try again what did not come. */
  goOn() {
    const troubled = this.sections.filter(({ trouble }) => trouble);
    for (const { key } of troubled) this.#shelf.trouble(key, null);
    if (troubled.length) this.#told();
  }

  /** Start over with another question. @param {import("./question.js").Question} question @throws {import("../api.js").Problem} */
  async ask(question) {
    this.question = question;
    const opened = this.#opened(question, hasMonths(question) ? await this.#counts.ask() : []);
    const first = opened.shelf.sections[0]?.key;
    if (first !== undefined) await opened.pages.more(first);
    if (this.question !== question) return; // another one was asked meanwhile
    const trouble = opened.shelf.sections[0]?.trouble;
    if (trouble) throw trouble;
    this.#take(opened);
    this.#told();
  }

  /** Take in what the server says of one picture. @param {Picture} picture */
  put(picture) {
    const { q, tag } = this.question;
    if (this.#hidden.has(picture.id)) return;
    if (!this.find(picture.id) && (q || (tag && !picture.tags.includes(tag)))) return; // only the server can search
    if (!this.#shelf.put(picture)) this.#counts.askSoon();
    this.#told();
  }

  /**
   * Take a picture out of sight; `show` brings it back.
   * @param {string} id
   * @param {Picture} [known] what is known of it where it may not be here now
   * @returns {Picture | undefined} it, if it was here
   */
  hide(id, known) {
    const picture = this.#shelf.take(id);
    if (!picture && known) this.#shelf.uncount(known);
    if (!picture && !known && !this.#hidden.has(id) && hasMonths(this.question)) this.#counts.askSoon();
    this.#hidden.set(id, picture ?? known ?? null);
    this.#told();
    return picture;
  }

  /** Tell of many changes once, after the last. @param {() => void} change */
  together(change) {
    this.#silent = true;
    change();
    this.#silent = false;
    this.#told();
  }

  /** Bring a hidden picture back to its place. @param {Picture} picture */
  show(picture) {
    this.#hidden.delete(picture.id);
    if (!this.#shelf.put(picture)) this.#counts.askSoon();
    this.#told();
  }

  /**
   * Ask the server about one picture, for new links or facts.
   * @param {string} id
   * @returns {Promise<Picture | null>} null when it was asked for a moment ago
   * @throws {import("../api.js").Problem}
   */
  async refresh(id) {
    if (Date.now() - (this.#refreshed.get(id) ?? -Infinity) < REFRESH_PAUSE) return null;
    this.#refreshed.set(id, Date.now());
    return this.fetch(id);
  }

  /** The picture as the server has it now. @param {string} id @throws {import("../api.js").Problem} */
  async fetch(id) {
    const picture = await api("GET", `/media/${id}`);
    this.put(picture);
    return picture;
  }

  #opened(question, months) {
    const shelf = new Shelf(question, months);
    const calls = { isHidden: (id) => this.#hidden.has(id), told: (key) => shelf === this.#shelf && this.#loaded(key) };
    return { shelf, pages: new SectionPages(shelf, question, calls) };
  }

  #take({ shelf, pages }) {
    this.#pages?.stop();
    this.#shelf = shelf;
    this.#pages = pages;
    this.places = new Neighbours(shelf, pages);
  }

  /** Something came: what was near longest ago makes room. */
  #loaded(key) {
    this.#lately.add(key);
    const [nearest, ...others] = [...this.#lately].toReversed();
    let kept = this.#shelf.section(nearest)?.pictures.length ?? 0;
    for (const other of others) {
      kept += this.#shelf.section(other)?.pictures.length ?? 0;
      if (kept > MOST_KEPT && !this.#near.has(other)) this.#shelf.letGo(other);
    }
    this.#told();
  }

  #recount(months) {
    if (!hasMonths(this.question)) return;
    this.#pages.renew(this.#shelf.recount(months));
    this.#told();
  }

  #told() {
    this.#all = null;
    if (this.#silent) return;
    for (const listener of this.#listeners) listener();
  }
}
