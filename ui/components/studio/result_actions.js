/** What can be done with the smaller copy that is shown: download these very bytes, keep it, or send it into a room. */

import { RESULT } from "../studio_texts.js";
import { icon } from "../icons.js";
import { made, pressable } from "../made.js";
import { passFocus } from "./passed_focus.js";
import { refusalLine } from "./refusal_line.js";

export class ResultActions {
  element = made("div", "k-studio-actions");
  /** @type {import("./results.js").Result | null} */
  result = null;
  #calls;
  #download = made("a", "k-button k-button--main");
  #keep;
  #send;
  #again;
  #refusal = refusalLine();
  /** @type {Map<string, string>} the kept copies' ids, by recipe */
  #kept = new Map();

  /**
   * @param {{keep: (result: import("./results.js").Result) => Promise<string>, isKept: (id: string) => boolean,
   *   again: () => void, send: (result: import("./results.js").Result) => void}} calls `keep` gives the id of what is kept
   */
  constructor(calls) {
    this.#calls = calls;
    this.#keep = pressable("k-button", "", () => this.#keepNow());
    this.#send = pressable("k-button", "", () => calls.send(this.result));
    this.#send.append(icon("send"), made("span", "", RESULT.send));
    this.#again = pressable("k-button", RESULT.again, calls.again);
    this.#download.append(icon("download"), made("span", "", RESULT.download));
    this.element.append(this.#download, this.#keep, this.#send, this.#again, this.#refusal.element);
    this.#draw(false);
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
    this.#refusal.say("");
  }

  busy(isBusy) {
    this.element.toggleAttribute("data-busy", isBusy);
    passFocus([this.#download, this.#keep, this.#send, this.#again], () => (this.#again.hidden = true));
    if (isBusy) this.#refusal.say("");
  }

  /**
   * Nothing came; the last copy, if there is one, stays.
   * @param {boolean} canRetry
   * @param {string} [sentence] why, where nothing else says it
   * @param {import("./refusal_line.js").Offer | null} [offer] what would mend it
   */
  failed(canRetry, sentence = "", offer = null) {
    this.#draw(canRetry);
    this.#refusal.say(sentence, sentence ? offer : null);
  }

  /** After what is kept is another. */
  drawKept() {
    const id = this.result && this.#kept.get(JSON.stringify(this.result.recipe));
    const isKept = Boolean(id) && this.#calls.isKept(id);
    this.#rest(isKept);
    this.#keep.replaceChildren(...(isKept ? [icon("check")] : []), made("span", "", isKept ? RESULT.kept : RESULT.keep));
  }

  #draw(canRetry) {
    this.element.toggleAttribute("data-busy", false);
    this.#download.hidden = this.#keep.hidden = this.#send.hidden = !this.result;
    this.#again.hidden = !canRetry;
    this.drawKept();
  }

  /** Not `disabled`, which would take the focus from whoever pressed it. */
  #rest(isResting) {
    this.#keep.ariaDisabled = String(isResting);
  }

  async #keepNow() {
    if (this.#keep.ariaDisabled === "true") return;
    const { result } = this;
    this.#rest(true);
    let refused = "";
    try {
      this.#kept.set(JSON.stringify(result.recipe), await this.#calls.keep(result));
    } catch ({ detail }) {
      refused = detail;
    }
    this.#draw(false);
    this.#refusal.say(refused);
  }
}
