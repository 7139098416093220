/** One of several pictures: how far it is, and what its smaller copy costs and saves. */

import { icon } from "../icons.js";
import { bytesText } from "../picture_facts.js";
import { BATCH, WAY } from "../studio_texts.js";
import { percentOf } from "../uploads/upload.js";
import { putAway } from "./chosen_picture.js";
import { Draft } from "./draft.js";
import { savingText } from "./figures.js";
import { made, pressable } from "./made.js";
import { compress } from "./results.js";

export class PictureRow {
  element = made("li", "k-several-row");
  picture;
  /** @type {import("./results.js").Result | null} */
  result = null;
  trouble = "";
  #draft;
  #changed;
  #isWaiting = false;
  #facts = made("p", "k-fact k-soft");
  #said = made("p", "k-small");
  #bar = made("span");

  /**
   * @param {import("./chosen_picture.js").ChosenPicture} picture
   * @param {{changed: () => void, remove: () => void}} calls
   */
  constructor(picture, { changed, remove }) {
    this.picture = picture;
    this.#changed = changed;
    this.#draft = new Draft(picture, () => this.#draw());
    const image = made("div", "k-several-picture");
    if (picture.url) {
      const shown = new Image();
      Object.assign(shown, { src: picture.url, alt: "", decoding: "async", draggable: false });
      image.append(shown);
    }
    const words = made("div", "k-several-words");
    words.append(made("p", "k-several-name", picture.name), this.#facts, this.#said);
    const away = pressable("k-kept-does", "", remove);
    away.ariaLabel = BATCH.remove(picture.name);
    away.append(icon("close"));
    const track = made("div", "k-progress");
    track.append(this.#bar);
    this.element.append(image, words, away, track);
    this.#draw();
  }

  /** Whether its copy was made by this recipe. @param {Record<string, unknown>} recipe */
  isFor(recipe) {
    return this.result !== null && JSON.stringify(this.result.recipe) === JSON.stringify(recipe);
  }

  wait() {
    this.#isWaiting = true;
    this.trouble = "";
    this.#draw();
  }

  rest() {
    this.#isWaiting = false;
    this.#draw();
  }

  /**
   * @param {Record<string, unknown>} recipe
   * @param {AbortSignal} signal
   */
  async make(recipe, signal) {
    const stop = () => this.#draft.cancel();
    signal.addEventListener("abort", stop, { once: true });
    this.element.toggleAttribute("data-busy", true);
    try {
      const { id } = await this.#draft.media();
      const result = await compress(id, recipe, signal);
      if (this.result) URL.revokeObjectURL(this.result.url);
      this.result = result;
    } catch (problem) {
      if (problem.name !== "AbortError") this.trouble = problem.detail ?? WAY.unreadable(this.picture.name);
    }
    signal.removeEventListener("abort", stop);
    this.#isWaiting = false;
    this.element.toggleAttribute("data-busy", false);
    this.#draw();
    this.#changed();
  }

  dispose() {
    this.#draft.cancel();
    if (this.result) URL.revokeObjectURL(this.result.url);
    putAway(this.picture);
    this.element.remove();
  }

  #draw() {
    const { bytes } = this.picture;
    const { phase, sent } = this.#draft.way;
    const part = phase === "sending" ? sent / bytes : 0;
    this.#bar.style.setProperty("--k-part", String(part));
    this.#facts.textContent = this.result
      ? `${bytesText(bytes)} → ${bytesText(this.result.bytes)}  ${savingText(this.result.bytes, bytes)}  ${this.result.similarity.toFixed(3)}`
      : bytesText(bytes);
    this.#said.className = this.trouble ? "k-small k-alarm" : "k-small k-soft";
    this.#said.textContent = this.trouble || this.#state(phase, percentOf(sent, bytes));
  }

  #state(phase, percent) {
    if (!this.#isWaiting) return this.result && this.result.bytes >= this.picture.bytes ? BATCH.larger : "";
    if (!this.element.hasAttribute("data-busy")) return BATCH.states.waiting;
    return phase === "sending" ? BATCH.sending(percent) : BATCH.states[phase];
  }
}
