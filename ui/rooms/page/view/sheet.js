/** The contact sheet: every frame in its place, of which only those near the window are in the page. */

import { keyGoal, reached } from "../../../components/grid/arrow_keys.js";
import { listenToLongPress } from "../../../components/choosing/long_press.js";
import { picturesBetween } from "../../../components/grid/justified_rows.js";
import { made } from "../../../components/made.js";
import { HEAD } from "../words.js";
import { Print } from "./print.js";
import { sheetLayout } from "./sheet_layout.js";

const NEAR = 1.5; // screens above and below the window

/** @typedef {import("../state.js").Frame} Frame */

export class Sheet {
  element = made("ol", "k-prints");
  /** @type {Frame[]} */
  #frames = [];
  #layout = sheetLayout([], 0);
  #width = 0;
  /** @type {Map<string, Print>} those in the page */
  #prints = new Map();
  #chosen;
  #does;
  /** @type {string | null} the frame that the keys are at */
  #at = null;
  #size = new ResizeObserver(() => this.#resized());
  #over = new AbortController();
  #drawing = 0;

  /**
   * @param {import("./chosen.js").Chosen} chosen
   * @param {{open: (id: string) => void, details: (id: string) => void, favourite: (id: string) => void,
   *   save: (ids: string[]) => void, remove: (ids: string[]) => void}} does
   */
  constructor(chosen, does) {
    this.#chosen = chosen;
    this.#does = does;
    this.element.setAttribute("role", "list");
    this.element.ariaLabel = HEAD.thumbs;
    const { signal } = this.#over;
    window.addEventListener("scroll", () => this.#drawSoon(), { signal, passive: true });
    window.addEventListener("resize", () => this.#drawSoon(), { signal, passive: true });
    this.element.addEventListener("click", (event) => this.#pressed(event), { signal });
    this.element.addEventListener("keydown", (event) => this.#key(event), { signal });
    this.element.addEventListener("focusin", ({ target }) => this.#reach(target.closest(".k-print")?.dataset.id), { signal });
    const choose = (tile) => chosen.toggle(tile.dataset.id, { upTo: false, frames: this.#frames });
    listenToLongPress(this.element, choose, signal);
    chosen.onChange(() => this.#draw());
    this.#size.observe(this.element);
  }

  /** @param {Frame[]} frames */
  show(frames) {
    const before = this.#frames;
    this.#frames = frames;
    const gone = frames.some(({ id }) => id === this.#at) ? null : this.#prints.get(this.#at)?.element;
    const hadFocus = gone?.contains(document.activeElement);
    const isMoved = frames.length !== before.length || frames.some((frame, at) => isElsewhere(frame, before[at]));
    if (isMoved) this.#arrange();
    if (gone !== null) this.#moveOn(before);
    this.#draw();
    if (hadFocus && this.#at) this.goTo(this.#at);
  }

  /** @param {string} id @returns {HTMLElement | null} the tile, when it is in the page */
  tileOf(id) {
    return this.#prints.get(id)?.element.querySelector(".k-print-picture") ?? null;
  }

  /** Bring a frame into the window and give it the focus. @param {string} id */
  goTo(id) {
    const index = this.#frames.findIndex((frame) => frame.id === id);
    if (index < 0) return;
    this.#reach(id);
    const { top, height } = this.#layout.places[index];
    const above = this.element.getBoundingClientRect().top;
    const [from, to] = [above + top - 64, above + top + height + 112]; // bars above and below
    if (from < 0) window.scrollBy({ top: from, behavior: "instant" });
    else if (to > window.innerHeight) window.scrollBy({ top: to - window.innerHeight, behavior: "instant" });
    this.#draw();
    this.#prints.get(id)?.focus();
  }

  dispose() {
    this.#over.abort();
    this.#size.disconnect();
    cancelAnimationFrame(this.#drawing);
  }

  /** The frame the keys were at has gone: its neighbour takes its place. */
  #moveOn(before) {
    const index = before.findIndex(({ id }) => id === this.#at);
    this.#at = this.#frames[Math.min(Math.max(index, 0), this.#frames.length - 1)]?.id ?? null;
  }

  #resized() {
    if (this.element.clientWidth === this.#width) return;
    this.#arrange();
    this.#draw();
  }

  #arrange() {
    this.#width = this.element.clientWidth;
    if (!this.#width) return;
    this.#layout = sheetLayout(this.#frames, this.#width);
    this.element.style.height = `${this.#layout.height}px`;
    for (const print of this.#prints.values()) print.element.remove();
    this.#prints.clear();
  }

  #drawSoon() {
    cancelAnimationFrame(this.#drawing);
    this.#drawing = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    if (!this.#width) return;
    const above = -this.element.getBoundingClientRect().top;
    const screen = window.innerHeight;
    const { first, last } = picturesBetween(this.#layout.rows, above - NEAR * screen, above + (1 + NEAR) * screen);
    const wanted = this.#frames.slice(first, last + 1);
    const ids = new Set(wanted.map(({ id }) => id));
    for (const [id, print] of this.#prints) {
      if (ids.has(id) || (id === this.#at && print.element.contains(document.activeElement))) continue; // it keeps the focus
      print.element.remove();
      this.#prints.delete(id);
    }
    for (const [offset, frame] of wanted.entries()) this.#put(frame, first + offset);
  }

  #put(frame, index) {
    let print = this.#prints.get(frame.id);
    if (!print) {
      print = new Print(frame);
      this.#prints.set(frame.id, print);
      print.stand(this.#layout.places[index]);
      const next = this.#frames.slice(index + 1).find(({ id }) => this.#prints.has(id));
      this.element.insertBefore(print.element, next ? this.#prints.get(next.id).element : null);
    }
    print.isReached = frame.id === this.#at;
    print.count(index, this.#frames.length);
    print.show(frame, this.#chosen.has(frame.id));
  }

  #reach(id) {
    if (!id || id === this.#at) return;
    const before = this.#prints.get(this.#at);
    if (before) before.isReached = false;
    this.#at = id;
    const now = this.#prints.get(id);
    if (now) now.isReached = true;
  }

  #pressed({ target, shiftKey }) {
    const id = target.closest(".k-print")?.dataset.id;
    if (!id) return;
    if (target.closest(".k-tile-ring")) this.#chosen.toggle(id, { upTo: shiftKey, frames: this.#frames });
    else if (target.closest(".k-print-edge")) this.#does.details(id);
    else if (this.#chosen.size) this.#chosen.toggle(id, { upTo: shiftKey, frames: this.#frames });
    else this.#does.open(id);
  }

  #key(event) {
    const id = event.target.closest(".k-print")?.dataset.id;
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return;
    const does = {
      " ": () => this.#chosen.toggle(id, { upTo: false, frames: this.#frames }),
      i: () => this.#does.details(id),
      f: () => this.#does.favourite(id),
      s: () => this.#does.save([id]),
      Delete: () => this.#does.remove([id]),
      Escape: () => this.#chosen.clear(),
    };
    const isOnPicture = event.target.matches(".k-print-picture");
    const call = isOnPicture || event.key !== " " ? does[event.key.length === 1 ? event.key.toLowerCase() : event.key] : null;
    if (call) {
      event.preventDefault();
      call();
      return;
    }
    const goal = this.#goalOf(event.key, id);
    if (goal === null) return;
    event.preventDefault();
    this.goTo(this.#frames[goal].id);
  }

  #goalOf(key, id) {
    const at = this.#frames.findIndex((frame) => frame.id === id);
    const section = { pictures: this.#frames, count: this.#frames.length };
    const geometry = {
      layouts: [{ ...this.#layout, head: 0 }],
      sections: [section],
      tops: [0],
      topOf: ({ at: index }) => this.#layout.places[index].top,
      sectionAt: () => 0,
    };
    const goal = keyGoal(key, { section: 0, at }, geometry, window.innerHeight);
    return goal && reached(goal, this.#layout, section);
  }
}

/** Whether a frame changed in what its place depends on. @param {Frame} frame @param {Frame} before */
function isElsewhere(frame, before) {
  return frame !== before && (frame.id !== before.id || frame.width !== before.width || frame.height !== before.height);
}
