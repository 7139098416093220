/** The scrubber at the right edge: it says which month one is at, and leads to any other at once. */

import { SCRUBBER } from "../library_texts.js";
import { monthText } from "./month_words.js";
import { yearMarks } from "./scrubber_marks.js";

const FEWEST_PICTURES = 60; // fewer are scrolled through in a moment
const YEAR = 12;
const REST = 1600; // ms after which it fades on a screen that one touches

export class Scrubber {
  element = made("div", "k-scrubber");
  #grid;
  #years = made("div", "k-scrubber-years");
  #thumb = made("div", "k-scrubber-thumb");
  #word = made("div", "k-scrubber-word");
  /** @type {{key: string, at: number, top: number}[]} */
  #months = [];
  #drawn = null;
  /** @type {{key: string, held: import("./anchor.js").Anchor} | null} the month that was asked for, until somebody scrolls */
  #asked = null;
  #rest = 0;
  #scrolled = 0;
  #covered = 0; // of the window by the bar above, in CSS pixels
  #height = 0;
  #grip = 0; // how far from the thumb's middle it is held
  #size = new ResizeObserver(() => this.#measure());

  /** @param {import("./grid.js").Grid} grid */
  constructor(grid) {
    this.#grid = grid;
    this.#thumb.tabIndex = 0;
    this.#thumb.setAttribute("role", "slider");
    this.#thumb.setAttribute("aria-orientation", "vertical");
    this.#thumb.ariaLabel = SCRUBBER;
    this.#thumb.ariaValueMin = "0";
    this.#word.setAttribute("aria-hidden", "true");
    this.#years.setAttribute("aria-hidden", "true");
    this.#thumb.append(this.#word);
    this.element.append(this.#years, this.#thumb);
    this.element.hidden = true;
    this.element.addEventListener("pointerdown", (event) => this.#grabbed(event));
    this.element.addEventListener("pointermove", (event) => this.#moved(event));
    for (const end of ["pointerup", "pointercancel"]) this.element.addEventListener(end, () => this.#letGo());
    this.#thumb.addEventListener("keydown", (event) => this.#keyed(event));
    grid.onDraw((seen) => this.#follow(seen));
    this.#size.observe(this.element);
  }

  /** Whether these sections are worth a scrubber. @param {readonly import("../library/section.js").Section[]} sections */
  static fits(sections) {
    const total = sections.reduce((sum, { count }) => sum + count, 0);
    return sections.length > 1 && sections[0].key !== "" && total >= FEWEST_PICTURES;
  }

  dispose() {
    this.#size.disconnect();
    clearTimeout(this.#rest);
  }

  /** How far the grid can be scrolled, in CSS pixels. */
  get #way() {
    return Math.max(1, this.#grid.geometry.height - window.innerHeight + this.#covered);
  }

  #measure() {
    this.#covered = parseFloat(getComputedStyle(this.element).scrollMarginTop);
    this.#height = this.element.clientHeight;
    this.#drawn = null;
    this.#follow({ above: this.#grid.above, scrolled: window.scrollY });
  }

  #follow({ above: below, scrolled }) {
    const { geometry } = this.#grid;
    this.element.hidden = !Scrubber.fits(geometry.sections);
    if (this.element.hidden) return;
    if (this.#drawn !== geometry) this.#takeOver(geometry);
    const above = below + this.#covered;
    const part = Math.min(1, Math.max(0, above / this.#way));
    this.#thumb.style.top = `${part * 100}%`;
    if (this.#asked && this.#asked.held !== this.#grid.held) this.#asked = null; // what comes moves the page as well
    const key = this.#asked?.key ?? geometry.sections[geometry.sectionAt(above + 1)].key;
    this.#say(key);
    this.#wake(scrolled);
  }

  /** On a screen that one touches it shows itself only while somebody scrolls. */
  #wake(scrolled) {
    if (scrolled === this.#scrolled) return;
    this.#scrolled = scrolled;
    this.element.toggleAttribute("data-awake", true);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.element.toggleAttribute("data-awake", false), REST);
  }

  #takeOver(geometry) {
    this.#drawn = geometry;
    const way = this.#way;
    this.#months = geometry.sections.map(({ key }, index) => {
      const top = geometry.tops[index];
      return { key, top, at: Math.min(1, top / way) };
    });
    this.#thumb.ariaValueMax = String(this.#months.length - 1);
    const marks = yearMarks(this.#months, this.#height);
    this.#years.replaceChildren(
      ...marks.map(({ year, at }) => {
        const mark = made("span", "k-scrubber-year k-fact");
        mark.textContent = year;
        mark.style.top = `${at * 100}%`;
        return mark;
      }),
    );
  }

  #say(key) {
    const text = monthText(key);
    if (this.#word.textContent === text) return;
    this.#word.textContent = text;
    this.#thumb.ariaValueText = text;
    this.#thumb.ariaValueNow = String(this.#months.findIndex((one) => one.key === key));
  }

  #grabbed(event) {
    if (event.button !== 0) return;
    event.preventDefault();
    this.element.setPointerCapture(event.pointerId);
    this.element.toggleAttribute("data-held", true);
    const { top, height } = this.#thumb.getBoundingClientRect();
    this.#grip = this.#thumb.contains(event.target) ? event.clientY - top - height / 2 : 0;
    if (event.pointerType === "mouse") this.#thumb.focus({ preventScroll: true });
    this.#scrollTo(event);
  }

  #moved(event) {
    if (this.element.hasAttribute("data-held")) this.#scrollTo(event);
  }

  #letGo() {
    this.element.toggleAttribute("data-held", false);
  }

  #scrollTo({ clientY }) {
    const { top, height } = this.element.getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (clientY - this.#grip - top) / height));
    this.#asked = null;
    this.#grid.scrollTo(part * this.#way - this.#covered, this.#covered + 1);
  }

  #keyed(event) {
    const now = Number(this.#thumb.ariaValueNow);
    const last = this.#months.length - 1;
    const to = {
      ArrowDown: now + 1,
      ArrowRight: now + 1,
      ArrowUp: now - 1,
      ArrowLeft: now - 1,
      PageDown: now + YEAR,
      PageUp: now - YEAR,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const { key, top } = this.#months[Math.min(last, Math.max(0, to))];
    this.#grid.scrollTo(top - this.#covered, this.#covered + 1);
    this.#asked = { key, held: this.#grid.held };
    this.#measure();
  }
}

function made(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
