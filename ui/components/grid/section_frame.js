/** A section in the page: its heading, which sticks, the list of its tiles, and what stands where pictures will be. */

import { choose } from "../choosing/choosing_texts.js";
import { icon } from "../icons.js";
import { countText } from "../picture_facts.js";
import { GRID } from "../library_texts.js";
import { monthText } from "./month_words.js";

/** @typedef {import("../library/section.js").Section} Section */

export class SectionFrame {
  element = made("section", "k-month");
  /** Holds the tiles. */
  list = made("div", "k-month-list");
  #count = made("span", "k-fact k-soft");
  #waiting = made("div", "k-month-waiting");
  #trouble = null;
  #goOn;
  /** @type {unknown[]} what it was placed by */
  #placed = [];

  /** @param {Section} section @param {() => void} goOn asks again for what did not come */
  constructor({ key }, goOn) {
    this.#goOn = goOn;
    this.element.dataset.month = key;
    this.list.setAttribute("role", "list");
    this.#waiting.setAttribute("aria-hidden", "true");
    if (key) this.element.append(this.#heading(key));
    else this.list.ariaLabel = GRID.all;
    this.element.append(this.list, this.#waiting);
  }

  /**
   * @param {Section} section
   * @param {import("./section_layout.js").SectionLayout} layout
   * @param {number} top in the grid
   * @param {import("./section_layout.js").Room} room
   */
  place(section, layout, top, room) {
    const by = [section, layout, top, room];
    if (by.every((one, at) => one === this.#placed[at])) return; // this is asked in every frame
    this.#placed = by;
    const { count, pictures, trouble } = section;
    const { head, known, height } = layout;
    const { space, gap } = room;
    Object.assign(this.element.style, { top: `${top}px`, height: `${height}px` });
    const from = head + known + (known ? gap : 0);
    const isMissing = pictures.length < count;
    this.#waiting.hidden = !isMissing;
    if (isMissing) Object.assign(this.#waiting.style, { top: `${from}px`, height: `${height - from - space}px` });
    this.#count.textContent = count.toLocaleString("en");
    this.#count.title = countText(count, GRID.picture, GRID.pictures);
    this.#showTrouble(trouble, from);
  }

  #heading(key) {
    const heading = made("h2", "k-month-name");
    heading.id = `month-${key}`;
    heading.append(monthText(key), " ", this.#count);
    this.list.setAttribute("aria-labelledby", heading.id);
    const head = made("div", "k-month-head");
    head.append(heading, ring(key));
    return head;
  }

  #showTrouble(problem, top) {
    if (this.#trouble?.problem === problem) return;
    this.#trouble?.element.remove();
    this.#trouble = null;
    if (!problem) return;
    const element = made("div", "k-month-trouble");
    element.style.top = `${top}px`;
    const words = made("p", "");
    words.setAttribute("role", "status");
    words.textContent = `${GRID.failed} ${problem.detail}`;
    const again = made("button", "k-button");
    again.type = "button";
    again.textContent = GRID.again;
    again.addEventListener("click", this.#goOn);
    element.append(words, again);
    this.element.append(element);
    this.#trouble = { problem, element };
  }
}

/** Chooses the whole month; like the rings of tiles it is no stop of Tab, because M does the same. */
function ring(key) {
  const button = made("button", "k-month-ring");
  button.type = "button";
  button.tabIndex = -1;
  button.setAttribute("role", "checkbox");
  button.ariaChecked = "false";
  button.ariaLabel = choose(monthText(key));
  const drawn = made("span", "k-tile-ring-drawn");
  drawn.append(icon("check"));
  button.append(drawn);
  return button;
}

function made(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
