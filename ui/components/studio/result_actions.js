/** What can be done with the smaller copy that is shown: download these very bytes, or keep it. */

import { RESULT } from "../studio_texts.js";
import { icon } from "../icons.js";
import { made, pressable } from "./made.js";

export class ResultActions {
  element = made("div", "k-studio-actions");
  /** @type {import("./results.js").Result | null} */
  result = null;
  #calls;
  #download = made("a", "k-button k-button--main");
  #keep;
  #again;
  #said = made("p", "k-field-trouble");
  /** @type {Set<string>} recipes that are kept */
  #kept = new Set();

  /**
   * @param {{keep: (result: import("./results.js").Result) => Promise<void>, again: () => void}} calls
   */
  constructor(calls) {
    this.#calls = calls;
    this.#keep = pressable("k-button", "", () => this.#keepNow());
    this.#again = pressable("k-button", RESULT.again, calls.again);
    this.#download.append(icon("download"), made("span", "", RESULT.download));
    this.#said.setAttribute("role", "alert");
    this.element.append(this.#download, this.#keep, this.#again, this.#said);
    this.#draw(false);
    this.#say("");
  }

  get hasResult() {
    return this.result !== null;
  }

  /** @param {import("./results.js").Result} result */
  show(result) {
    this.result = result;
    this.#download.href = result.url;
    this.#download.download = result.name;
    this.#draw(false);
    this.#say("");
  }

  busy(isBusy) {
    this.element.toggleAttribute("data-busy", isBusy);
    this.#again.hidden = true;
  }

  /** Nothing came; the last copy, if there is one, stays. @param {boolean} canRetry */
  failed(canRetry) {
    this.#draw(canRetry);
  }

  #draw(canRetry) {
    this.element.toggleAttribute("data-busy", false);
    const isKept = this.result && this.#kept.has(JSON.stringify(this.result.recipe));
    this.#download.hidden = this.#keep.hidden = !this.result;
    this.#again.hidden = !canRetry;
    this.#keep.disabled = Boolean(isKept);
    this.#keep.replaceChildren(...(isKept ? [icon("check")] : []), made("span", "", isKept ? RESULT.kept : RESULT.keep));
  }

  #say(sentence) {
    this.#said.hidden = !sentence;
    this.#said.textContent = sentence;
  }

  async #keepNow() {
    const { result } = this;
    this.#keep.disabled = true;
    let refused = "";
    try {
      await this.#calls.keep(result);
      this.#kept.add(JSON.stringify(result.recipe));
    } catch ({ detail }) {
      refused = detail;
    }
    this.#draw(false);
    this.#say(refused);
  }
}
