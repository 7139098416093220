/** The grid: justified rows of which only those near the window are in the page. */

import { aspectOf } from "../picture_links.js";
import { arrowTarget } from "./arrow_keys.js";
import { justifiedRows, picturesBetween } from "./justified_rows.js";
import { ShownTiles } from "./shown_tiles.js";

const SCREENS_EACH_WAY = 2;
const SCREENS_AHEAD = 4;
const SHAPES = [
  { upTo: 600, aim: 150, gap: 2 },
  { upTo: 1000, aim: 170, gap: 4 },
  { upTo: Infinity, aim: 220, gap: 4 },
];

/** @typedef {import("../picture_links.js").Picture} Picture */

export class Grid {
  #host;
  #calls;
  /** @type {Picture[]} */
  #pictures = [];
  #layout = justifiedRows([], { width: 0, aim: 1, gap: 0 });
  #tiles;
  #current = 0;
  #frame = 0;
  #width = 0;
  /** @type {{id: string, offset: number, scrolled: number} | null} */
  #held = null;
  #over = new AbortController();
  #size = new ResizeObserver(() => this.#resized());

  /**
   * @param {HTMLElement} host
   * @param {{open: (picture: Picture, element: HTMLElement) => void, nearEnd: () => void,
   *   broken: (picture: Picture) => void}} calls
   */
  constructor(host, calls) {
    this.#host = host;
    this.#calls = calls;
    this.#tiles = new ShownTiles(host, calls.broken);
    host.classList.add("k-grid");
    host.setAttribute("role", "list");
    const options = { signal: this.#over.signal };
    window.addEventListener("scroll", () => this.#drawSoon(), { ...options, passive: true });
    host.addEventListener("click", (event) => this.#pressed(event), options);
    host.addEventListener("keydown", (event) => this.#keyed(event), options);
    host.addEventListener("focusin", (event) => this.#focused(event), options);
    this.#size.observe(host);
  }

  /** Show these, in this order; what one is looking at stays where it is on the screen. @param {Picture[]} pictures */
  show(pictures) {
    const anchor = this.#anchor();
    const current = this.#pictures[this.#current]?.id;
    const moved = pictures.findIndex((one) => one.id === current);
    this.#pictures = pictures;
    this.#current = moved >= 0 ? moved : Math.min(this.#current, Math.max(0, pictures.length - 1));
    this.#arrange(anchor);
  }

  /** The tile of a picture, if it is in the page now. @param {string} id @returns {HTMLElement | null} */
  tileOf(id) {
    return this.#tiles.of(id);
  }

  /** Bring a picture into view and give it the focus. @param {string} id */
  focus(id) {
    const index = this.#pictures.findIndex((one) => one.id === id);
    if (index >= 0) this.#focusIndex(index);
  }

  dispose() {
    this.#over.abort();
    this.#size.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#host.replaceChildren();
  }

  #resized() {
    if (this.#host.clientWidth === this.#width) return;
    this.#arrange(this.#anchor());
  }

  #arrange(anchor) {
    this.#width = this.#host.clientWidth;
    const { aim, gap } = SHAPES.find(({ upTo }) => window.innerWidth < upTo);
    this.#layout = justifiedRows(this.#pictures.map(aspectOf), { width: this.#width, aim, gap });
    this.#host.style.height = `${this.#layout.height}px`;
    this.#keep(anchor);
    this.#draw();
  }

  /**
   * A picture in the middle of the screen, unless the top of the grid itself is there. Until somebody scrolls it stays
   * the same one: chosen anew at each change, the view would creep from row to row.
   */
  #anchor() {
    const above = -this.#host.getBoundingClientRect().top;
    if (above <= 0) return null;
    if (this.#held?.scrolled === window.scrollY) return this.#held;
    const middle = above + window.innerHeight / 2;
    const { first, last } = picturesBetween(this.#layout.rows, middle, middle);
    if (last < first) return null;
    return { id: this.#pictures[first].id, offset: this.#layout.places[first].top - above };
  }

  #keep(anchor) {
    const index = anchor ? this.#pictures.findIndex((one) => one.id === anchor.id) : -1;
    if (index < 0) return;
    const offset = this.#layout.places[index].top + this.#host.getBoundingClientRect().top;
    if (offset !== anchor.offset) window.scrollBy({ top: offset - anchor.offset, behavior: "instant" });
    this.#held = { ...anchor, scrolled: window.scrollY };
  }

  #drawSoon() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw() {
    const above = -this.#host.getBoundingClientRect().top;
    const screen = window.innerHeight;
    const near = SCREENS_EACH_WAY * screen;
    const { first, last } = picturesBetween(this.#layout.rows, above - near, above + screen + near);
    const indexes = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    if (this.#current < first) indexes.unshift(this.#current);
    else if (this.#current > last) indexes.push(this.#current);
    const wanted = indexes
      .filter((index) => index < this.#pictures.length)
      .map((index) => ({ index, picture: this.#pictures[index], place: this.#layout.places[index] }));
    this.#tiles.become(wanted, this.#width, this.#current);
    if (above + screen * (1 + SCREENS_AHEAD) > this.#layout.height) this.#calls.nearEnd();
  }

  #indexOf(event) {
    const id = event.target.closest?.(".k-tile")?.dataset.id;
    return id ? this.#pictures.findIndex((one) => one.id === id) : -1;
  }

  #pressed(event) {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    const index = this.#indexOf(event);
    if (index < 0 || elsewhere) return;
    event.preventDefault();
    this.#calls.open(this.#pictures[index], event.target.closest(".k-tile"));
  }

  #keyed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const index = this.#indexOf(event);
    const target = index < 0 ? null : arrowTarget(event.key, index, this.#layout);
    if (target === null) return;
    event.preventDefault();
    this.#focusIndex(target);
  }

  #focused(event) {
    const index = this.#indexOf(event);
    if (index < 0 || index === this.#current) return;
    const before = this.tileOf(this.#pictures[this.#current]?.id);
    if (before) before.firstElementChild.tabIndex = -1;
    this.#current = index;
    event.target.tabIndex = 0;
  }

  #focusIndex(index) {
    this.#current = index;
    this.#draw();
    const element = this.tileOf(this.#pictures[index].id);
    element.firstElementChild.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }
}
