/** The bar that rises from below while frames are chosen: how many, how much, and what to do with them. */

import { icon } from "../../../components/icons.js";
import { made, pressable } from "../../../components/made.js";
import { CHOSEN, HEAD } from "../words.js";

export class ChosenBar {
  element = made("section", "k-choosing k-room-chosen");
  #line = made("span", "k-choosing-line k-fact");
  #library = action("library", HEAD.library, () => this.#does.library(this.#chosen.ids));
  #remove = action("trash", CHOSEN.remove, () => this.#does.remove(this.#mine));
  #chosen;
  #does;
  #mine = [];

  /**
   * @param {import("./chosen.js").Chosen} chosen
   * @param {{save: (ids: string[]) => void, favourite: (ids: string[]) => void, library: (ids: string[]) => void,
   *   remove: (ids: string[]) => void}} does
   */
  constructor(chosen, does) {
    this.#chosen = chosen;
    this.#does = does;
    this.element.ariaLabel = CHOSEN.region;
    this.element.inert = true;
    this.#line.role = "status";
    const clear = pressable("k-flat k-choosing-clear", "", () => chosen.clear());
    clear.ariaLabel = CHOSEN.clear;
    clear.append(icon("close"));
    const save = action("download", CHOSEN.save, () => does.save(chosen.ids));
    const favourite = action("heart", CHOSEN.favourite, () => does.favourite(chosen.ids));
    const actions = made("div", "k-actions k-choosing-actions", save, favourite, this.#library, this.#remove);
    this.element.append(clear, this.#line, actions);
  }

  /** @param {import("../state.js").RoomState} state @param {import("../state.js").Frame[]} frames */
  show({ isOwner, hasAccount }, frames) {
    const some = frames.filter(({ id }) => this.#chosen.has(id));
    this.element.inert = !some.length;
    this.element.toggleAttribute("data-up", some.length > 0);
    if (!some.length) return; // on its way down it keeps saying what it said
    this.#mine = some.filter(({ mine }) => mine || isOwner).map(({ id }) => id);
    const line = CHOSEN.line(some.length, some.reduce((sum, { bytes }) => sum + bytes, 0));
    if (this.#line.textContent !== line) this.#line.textContent = line;
    this.#library.hidden = !hasAccount;
    this.#remove.hidden = this.#mine.length < some.length;
  }
}

function action(sign, word, onPress) {
  const button = pressable("k-flat k-action", "", onPress);
  button.title = word;
  button.append(icon(sign), made("span", "", word));
  return button;
}
