/** One frame of the contact sheet: the print, and under it its edge with number, sign and name. */

import { icon } from "../../../components/icons.js";
import { made } from "../../../components/made.js";
import { CHOSEN, EDGE, numberText, numbered, percentText, readOut } from "../words.js";
import { ring } from "./ring.js";

/** @typedef {import("../state.js").Frame} Frame */

export class Print {
  element = made("li", "k-tile k-print");
  #picture = made("button", "k-print-picture");
  #choice = made("button", "k-tile-ring", made("span", "k-tile-ring-drawn", icon("check")));
  #edge = made("button", "k-print-edge");
  /** @type {Frame | null} */
  #frame = null;
  #isChosen = null;

  /** @param {Frame} frame */
  constructor(frame) {
    const { number, id } = frame;
    for (const button of [this.#picture, this.#choice, this.#edge]) Object.assign(button, { type: "button", tabIndex: -1 });
    this.element.dataset.id = id;
    this.#choice.role = "checkbox";
    this.#choice.ariaLabel = CHOSEN.choose(number);
    this.element.append(this.#picture, this.#choice, this.#edge);
  }

  /** @param {{left: number, top: number, width: number, height: number}} place */
  stand({ left, top, width, height }) {
    Object.assign(this.element.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` });
    this.#picture.style.height = `${height}px`;
  }

  /** @param {Frame} frame @param {boolean} isChosen */
  show(frame, isChosen) {
    if (this.#isChosen !== isChosen) {
      this.#isChosen = isChosen;
      this.element.toggleAttribute("data-chosen", isChosen);
      this.#choice.ariaChecked = String(isChosen);
    }
    const before = this.#frame;
    if (before === frame) return;
    this.#frame = frame;
    this.element.dataset.sign = frame.sign;
    this.element.style.setProperty("--k-come", frame.sign === "coming" ? String(0.6 + 0.4 * frame.progress) : "1");
    this.#picture.ariaLabel = readOut(frame);
    if (!before || before.thumb !== frame.thumb) this.#picture.replaceChildren(printed(frame));
    this.#edge.replaceChildren(...edge(frame));
    this.#edge.ariaLabel = `${numbered(frame.number)}: ${EDGE[frame.sign][1]}`;
    this.#edge.title = frame.path;
  }

  /** @param {number} index @param {number} all of the sheet, most of which is not in the page */
  count(index, all) {
    this.element.ariaPosInSet = String(index + 1);
    this.element.ariaSetSize = String(all);
  }

  /** Whether the tab key comes here: to one frame of the sheet, from which the arrows lead on. */
  set isReached(reached) {
    for (const button of [this.#picture, this.#choice, this.#edge]) button.tabIndex = reached ? 0 : -1;
  }

  focus() {
    this.#picture.focus({ preventScroll: true });
  }
}

function printed({ thumb, name }) {
  if (!thumb) return made("span", "k-print-kind", kindOf(name));
  const image = made("img", "k-print-image");
  Object.assign(image, { src: thumb, alt: "", draggable: false, decoding: "async" });
  image.addEventListener("load", () => image.classList.add("k-loaded"), { once: true });
  return image;
}

/** The end of a name that says the kind, or the name itself. @param {string} name */
function kindOf(name) {
  return /\.(\w{1,5})$/.exec(name)?.[1].toUpperCase() ?? name;
}

function edge(frame) {
  const { number, sign, picks, receivedBy, name, notes } = frame;
  const shown = made("span", "k-print-number", numberText(number));
  if (picks.length) shown.append(ring(number));
  const isHad = frame.mine && receivedBy.length > 0 && sign !== "trouble" && sign !== "coming";
  const drawn = made("span", "k-print-sign", isHad ? EDGE.saved[0] : EDGE[sign][0]);
  drawn.dataset.sign = isHad ? "saved" : sign;
  const parts = [shown, drawn];
  if (sign === "coming") parts.push(made("span", "k-print-said", percentText(frame.progress)));
  else if (isHad) parts.push(made("span", "k-print-had", receivedBy.join(" ")));
  const called = made("span", "k-print-name", name);
  parts.push(called);
  if (frame.saysWhere) parts.push(icon("place"));
  if (notes.length) parts.push(icon("comment"));
  return parts;
}
