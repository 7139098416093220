/** The grid: sections of justified rows, of which only what is near the window is in the page. */

import { aboveFor, anchorAt } from "./anchor.js";
import { keyGoal, reached } from "./arrow_keys.js";
import { Geometry } from "./geometry.js";
import { Pace } from "./pace.js";
import { roomFor, screensNear } from "./room.js";
import { SectionFrames } from "./section_frames.js";
import { ShownTiles } from "./shown_tiles.js";
import { nearSections, wantedSections, wantedTiles } from "./wanted_tiles.js";

const SETTLED = 120; // ms

/** @typedef {import("../picture_links.js").Picture} Picture */
/** @typedef {import("../library/section.js").Section} Section */

export class Grid {
  #host;
  #calls;
  #geometry = new Geometry([], roomFor(0), null);
  #frames;
  #tiles;
  /** @type {string | null} the picture Tab leads to */
  #current = null;
  /** @type {{key: string, goal: import("./arrow_keys.js").Goal} | null} where the focus goes once it is here */
  #heading = null;
  #frame = 0;
  #settling = 0;
  #pace = new Pace();
  /** @type {{anchor: import("./anchor.js").Anchor, scrolled: number} | null} */
  #held = null;
  #listeners = new Set();
  #over = new AbortController();
  #size = new ResizeObserver(() => this.#resized());

  /**
   * @param {HTMLElement} host
   * @param {{open: (picture: Picture, element: HTMLElement) => void, broken: (picture: Picture) => void,
   *   near: (sections: {key: string, isMissing: boolean}[]) => void, goOn: () => void,
   *   tile?: typeof import("./tile.js").tile}} calls
   *   `near` says what the window is near to, the nearest first; `goOn` that what did not come is to be tried again;
   *   `tile` makes tiles of another kind than the library's
   */
  constructor(host, calls) {
    this.#host = host;
    this.#calls = calls;
    this.#frames = new SectionFrames(host, calls.goOn);
    this.#tiles = new ShownTiles(calls.broken, calls.tile);
    host.classList.add("k-grid");
    const options = { signal: this.#over.signal };
    window.addEventListener("scroll", () => this.#drawSoon(), { ...options, passive: true });
    document.addEventListener("visibilitychange", () => this.#drawSoon(), options); // what is near may be too old by now
    host.addEventListener("click", (event) => this.#pressed(event), options);
    host.addEventListener("keydown", (event) => this.#keyed(event), options);
    host.addEventListener("focusin", (event) => this.#focused(event), options);
    this.#size.observe(host);
  }

  /** Where everything stands. */
  get geometry() {
    return this.#geometry;
  }

  /** How much of the grid is above the window, in CSS pixels. */
  get above() {
    return -this.#host.getBoundingClientRect().top;
  }

  /** What stays in its place since it was scrolled to; null once somebody has scrolled elsewhere. */
  get held() {
    return this.#held?.scrolled === window.scrollY ? this.#held.anchor : null;
  }

  /**
   * Called after each drawing with how much of the grid was above the window then: to measure it anew would have the
   * browser lay the page out once more.
   * @param {(seen: {above: number, scrolled: number}) => void} listener
   */
  onDraw(listener) {
    this.#listeners.add(listener);
  }

  /** Show these; what one is looking at stays where it is on the screen. @param {readonly Section[]} sections */
  show(sections) {
    if (this.#held?.scrolled !== window.scrollY) this.#heading = null; // somebody has scrolled elsewhere meanwhile
    this.#arrange(sections);
    this.#goOnHeading();
  }

  /**
   * Scroll, and stay there while heights change.
   * @param {number} above how much of the grid is to be above the window
   * @param {number} [line] how far below the window's top stands what is to stay
   */
  scrollTo(above, line = window.innerHeight / 2) {
    window.scrollBy({ top: above - this.above, behavior: "instant" });
    const anchor = anchorAt(this.#geometry, this.above, line);
    this.#held = anchor && { anchor, scrolled: window.scrollY };
  }

  /** The tile of a picture, if it is in the page now. @param {string} id @returns {HTMLElement | null} */
  tileOf(id) {
    return this.#tiles.of(id);
  }

  /** Bring a picture into view; the focus stays where it is. @param {string} id */
  reveal(id) {
    const spot = this.#geometry.find(id);
    if (!spot) return;
    this.#current = id;
    this.scrollTo(this.#geometry.topOf(spot) - window.innerHeight / 3, window.innerHeight / 3 + 1);
  }

  /** Bring a picture into view and give it the focus. @param {string} id */
  focus(id) {
    if (!this.#geometry.find(id)) return;
    this.#current = id;
    this.#draw();
    const element = this.tileOf(id);
    element.firstElementChild.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }

  dispose() {
    this.#over.abort();
    this.#size.disconnect();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#settling);
    this.#host.replaceChildren();
  }

  #resized() {
    if (this.#host.clientWidth !== this.#geometry.room.width) this.#arrange(this.#geometry.sections);
  }

  #arrange(sections) {
    const isHeld = this.#held?.scrolled === window.scrollY;
    const anchor = isHeld ? this.#held.anchor : anchorAt(this.#geometry, this.above, window.innerHeight / 2);
    const before = this.#geometry;
    this.#geometry = new Geometry(sections, roomFor(this.#host.clientWidth, before.room), before);
    this.#host.style.height = `${this.#geometry.height}px`;
    this.#current = this.#geometry.find(this.#current) ? this.#current : this.#geometry.inPlaceOf(this.#current, before);
    this.#keep(anchor);
    this.#draw({ isSettled: true });
  }

  /** Until somebody scrolls the anchor stays the same: chosen anew at each change, the view would creep from row to row. */
  #keep(anchor) {
    const wanted = anchor && aboveFor(anchor, this.#geometry);
    if (wanted === null) return;
    const off = wanted - this.above;
    if (Math.abs(off) >= 1) window.scrollBy({ top: off, behavior: "instant" });
    this.#held = { anchor, scrolled: window.scrollY };
  }

  #drawSoon() {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw({ isSettled = false } = {}) {
    const screen = window.innerHeight;
    const scrolled = window.scrollY;
    const view = { above: this.above, screen, near: screensNear(this.#geometry.room) * screen };
    const current = this.#geometry.find(this.#current);
    const shown = wantedSections(this.#geometry, view, current);
    this.#frames.become(shown, this.#geometry);
    const wanted = wantedTiles(this.#geometry, view, current, shown, (key) => this.#frames.listOf(key));
    this.#pace.tell(view, !isSettled);
    if (!this.#tiles.become(wanted, this.#geometry.room.width, this.#pace)) this.#drawSoon();
    this.#tellNear(view);
    for (const listener of this.#listeners) listener({ above: view.above, scrolled });
  }

  /** While one rushes through the months nothing is asked for, and what is on its way is given up. */
  #tellNear(view) {
    const { isFlying, isRushing } = this.#pace;
    clearTimeout(this.#settling);
    if (isFlying || isRushing) this.#settling = setTimeout(() => this.#draw(), SETTLED);
    this.#calls.near(isRushing ? [] : nearSections(this.#geometry, view));
  }

  #pictureOf(event) {
    const spot = this.#geometry.find(event.target.closest?.(".k-tile")?.dataset.id ?? null);
    return spot && this.#geometry.pictureAt(spot);
  }

  #pressed(event) {
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    const picture = this.#pictureOf(event);
    if (!picture || elsewhere) return;
    event.preventDefault();
    this.#calls.open(picture, event.target.closest(".k-tile"));
  }

  #keyed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const spot = this.#geometry.find(this.#pictureOf(event)?.id ?? null);
    const goal = spot && keyGoal(event.key, spot, this.#geometry, window.innerHeight);
    if (!goal) return;
    event.preventDefault();
    this.#heading = { key: this.#geometry.sections[goal.section].key, goal };
    this.#goOnHeading();
  }

  /** To where the keys lead; what is not here yet is brought near, and the focus follows when it has come. */
  #goOnHeading() {
    if (!this.#heading) return;
    const { key, goal } = this.#heading;
    const index = this.#geometry.sections.findIndex((one) => one.key === key);
    if (index < 0) return;
    const section = this.#geometry.sections[index];
    const at = reached(goal, this.#geometry.layouts[index], section);
    if (at === null) return this.scrollTo(this.#geometry.whereIs(index, goal) - window.innerHeight / 2);
    this.#heading = null;
    this.focus(section.pictures[at].id);
  }

  #focused(event) {
    const id = this.#pictureOf(event)?.id;
    if (!id || id === this.#current) return;
    const before = this.tileOf(this.#current);
    if (before) before.firstElementChild.tabIndex = -1;
    this.#current = id;
    this.tileOf(id).firstElementChild.tabIndex = 0;
  }
}
