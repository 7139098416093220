/** One of several pictures: how far it is, and what its smaller copy costs and saves. */

import { icon } from "../icons.js";
import { bytesText } from "../picture_facts.js";
import { BATCH, MORE, WAY } from "../studio_texts.js";
import { percentOf } from "../uploads/upload.js";
import { putAway } from "./chosen_picture.js";
import { Draft } from "./draft.js";
import { likenessText, savingText, stillText } from "./figures.js";
import { made, pressable } from "../made.js";
import { refusalLine } from "./refusal_line.js";
import { compress } from "./results.js";

export class PictureRow {
  element = made("li", "k-several-row");
  picture;
  /** @type {import("./results.js").Result | null} */
  result = null;
  trouble = "";
  /** @type {number | undefined} the width at which the size that was asked for can be reached */
  widthToTry;
  #draft;
  #calls;
  #madeFor = "";
  #keptFor = "";
  /** @type {"make" | "keep" | null} what it waits for, or what is being done */
  #doing = null;
  #image = made("div", "k-several-picture");
  #facts = made("p", "k-fact k-soft");
  #said = made("p", "k-small k-soft");
  #refusal = refusalLine(() => this.element);
  #bar = made("span");

  /**
   * @param {import("./chosen_picture.js").ChosenPicture} picture
   * @param {{changed: () => void, remove: () => void, tryWidth: (width: number) => void}} calls `tryWidth` has the
   *   copy made at this width, for this picture alone
   */
  constructor(picture, calls) {
    this.picture = picture;
    this.#calls = calls;
    this.#draft = new Draft(picture, () => this.#draw());
    this.element.tabIndex = -1; // has the focus while what was pressed in it is away
    this.#show(picture.url);
    const words = made("div", "k-several-words");
    words.append(made("p", "k-several-name", picture.name), this.#facts, this.#said, this.#refusal.element);
    const away = pressable("k-flat k-kept-does", "", calls.remove);
    away.ariaLabel = BATCH.remove(picture.name);
    away.append(icon("close"));
    const track = made("div", "k-progress");
    track.append(this.#bar);
    this.element.append(this.#image, words, away, track);
    this.#draw();
  }

  /** Whether its copy was made by this recipe. @param {Record<string, unknown>} recipe */
  isFor(recipe) {
    return this.result !== null && this.#madeFor === JSON.stringify(recipe);
  }

  /** Whether the copy that is shown is kept beside the picture. */
  get isKept() {
    return this.result !== null && this.#keptFor === JSON.stringify(this.result.recipe);
  }

  /** @param {"make" | "keep"} doing what it will be its turn for */
  wait(doing) {
    this.#doing = doing;
    this.#trouble("");
    this.#draw();
  }

  rest() {
    this.#doing = null;
    this.#draw();
  }

  /**
   * @param {Record<string, unknown>} recipe
   * @param {AbortSignal} signal
   * @param {number} [width] of this picture's own, where the recipe's is too much for it
   */
  make(recipe, signal, width) {
    const asked = width ? { ...recipe, width } : recipe;
    return this.#busy(signal, async () => {
      const result = await this.#draft.freshly(async () => compress((await this.#draft.media()).id, asked, signal));
      if (this.result) URL.revokeObjectURL(this.result.url);
      this.result = result;
      this.#madeFor = JSON.stringify(recipe);
      if (!this.picture.url) this.#show(result.url); // a kind that this browser does not show
    });
  }

  /** Keep the copy that is shown beside its picture. @param {AbortSignal} signal */
  keep(signal) {
    const { recipe } = this.result;
    return this.#busy(signal, async () => {
      await this.#draft.keep(recipe, signal);
      this.#keptFor = JSON.stringify(recipe);
    });
  }

  async #busy(signal, work) {
    const stop = () => this.#draft.cancel();
    signal.addEventListener("abort", stop, { once: true });
    this.element.toggleAttribute("data-busy", true);
    this.#draw();
    try {
      await work();
    } catch (problem) {
      if (problem.name !== "AbortError") this.#trouble(problem.detail ?? WAY.unreadable(this.picture.name), problem.facts);
    }
    signal.removeEventListener("abort", stop);
    this.element.toggleAttribute("data-busy", false);
    this.rest();
    this.#calls.changed();
  }

  #show(url) {
    const image = new Image();
    Object.assign(image, { alt: "", decoding: "async", draggable: false });
    if (url) image.src = url;
    this.#image.replaceChildren(url ? image : icon("picture"));
  }

  #trouble(sentence, { suggested_width: width } = {}) {
    this.trouble = sentence;
    this.widthToTry = width;
    this.#refusal.say(sentence, width ? { word: MORE.tryWidth(width), take: () => this.#calls.tryWidth(width) } : null);
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
    this.#said.replaceChildren(...this.#state(phase, percentOf(sent, bytes)));
  }

  #state(phase, percent) {
    if (!this.#doing) return this.#ended();
    if (!this.element.hasAttribute("data-busy")) return [BATCH.states.waiting];
    if (phase === "sending") return [BATCH.sending(percent)];
    return [this.#doing === "keep" && phase === "there" ? BATCH.states.keeping : BATCH.states[phase]];
  }

  #ended() {
    if (this.isKept) return [icon("check"), BATCH.states.kept];
    if (!this.result || this.trouble) return [];
    if (this.result.bytes >= this.picture.bytes) return [BATCH.larger];
    return [stillText(this.result) || likenessText(this.result.similarity)];
  }
}
