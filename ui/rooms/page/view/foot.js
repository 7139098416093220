/** The line at the foot of the page: what is happening, how long, and whether one may close it. */

import { made, pressable } from "../../../components/made.js";
import { FOOT, KEEP_LOCKED } from "../words.js";

const MOVING = new Set(["nobody-keeping", "direct", "receiving-direct", "receiving-kept"]);
const SPEAK = 20_000; // ms between two figures that are read out; a new sentence is read at once

export class Foot {
  element = made("footer", "k-room-foot");
  #bar = made("div", "k-progress", made("span"));
  #line = made("p", "k-room-line");
  #said = made("p", "k-unseen");
  #keep;
  #kind = "";
  #text = "";
  #spoken = 0;

  /** @param {{agreeToKeep: () => void}} does */
  constructor({ agreeToKeep }) {
    this.#keep = pressable("k-button", KEEP_LOCKED, agreeToKeep);
    this.#said.role = "status";
    this.#line.ariaHidden = "true"; // read out below, but not at each figure
    this.#bar.ariaHidden = "true";
    this.element.append(this.#bar, made("div", "k-room-foot-row", this.#line, this.#keep), this.#said);
  }

  /** @param {import("../state.js").RoomState} state */
  show(state) {
    const { foot } = state;
    const isMoving = MOVING.has(foot.kind);
    const part = foot.part ?? (foot.total ? foot.done / foot.total : 0);
    this.#bar.hidden = !isMoving;
    if (isMoving) this.#bar.style.setProperty("--k-part", String(part));
    this.#keep.hidden = foot.kind !== "ask-keep";
    const [sentence, first = ""] = FOOT[foot.kind](foot, state);
    const text = `${sentence} ${first}`;
    if (text === this.#text) return;
    this.#text = text;
    this.#line.replaceChildren(...pressed(sentence), ...(first ? [" ", made("strong", "", first)] : []));
    if (this.#kind === foot.kind && performance.now() - this.#spoken < SPEAK) return;
    this.#kind = foot.kind;
    this.#spoken = performance.now();
    this.#said.textContent = text.trim();
  }
}

/** A speed is a fact, and stands in the voice of facts. */
function pressed(sentence) {
  return sentence.split(/(\d[\d.]* [kMGT]?B\/s)/).map((part, at) => (at % 2 ? made("span", "k-fact", part) : part));
}
