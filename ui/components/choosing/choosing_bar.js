/** The bar that rises from below while pictures are chosen: how many and how much, and what to do with them. */

import { actionBar } from "../action_bar.js";
import { icon } from "../icons.js";
import { bytesText } from "../picture_facts.js";
import { CHOOSING, chosenText } from "./choosing_texts.js";

export class ChoosingBar {
  #bar = made("section", "k-choosing");
  #line = made("span", "k-choosing-line k-fact");
  #said = made("span", "k-unseen");
  #actions = made("div", "k-choosing-actions");
  #all;
  #chosen;
  #calls;

  /**
   * @param {import("./chosen.js").Chosen} chosen
   * @param {{clear: () => void, all: () => void, isWhole: () => boolean,
   *   applies: (pictures: import("../picture_links.js").Picture[]) => object}} calls
   *   `isWhole` tells whether every picture the library shows is chosen; `applies` is what `actionBar` takes
   */
  constructor(chosen, calls) {
    this.#chosen = chosen;
    this.#calls = calls;
    this.#bar.ariaLabel = CHOOSING.region;
    this.#bar.inert = true;
    this.#said.setAttribute("role", "status");
    const clear = pressable("k-flat k-choosing-clear", CHOOSING.clear, calls.clear);
    clear.append(icon("close"));
    this.#all = pressable("k-flat k-choosing-all", CHOOSING.chooseAll, calls.all);
    this.#all.textContent = CHOOSING.all;
    this.#bar.append(clear, this.#line, this.#all, this.#actions);
    document.body.append(this.#said, this.#bar);
    chosen.onChange(() => this.#changed());
  }

  /** Bring it in step with what is known of the pictures. */
  show() {
    if (!this.#chosen.size) return; // on its way down it keeps saying what it said
    this.#line.textContent = this.#said.textContent;
    this.#all.hidden = this.#calls.isWhole();
    this.#actions.replaceChildren(actionBar(this.#calls.applies(this.#chosen.pictures), this.#chosen.size));
  }

  #changed() {
    const { size, bytes } = this.#chosen;
    this.#said.textContent = size ? chosenText(size, bytesText(bytes)) : CHOOSING.none;
    this.#bar.inert = size === 0;
    this.#bar.toggleAttribute("data-up", size > 0);
    this.show();
  }

  dispose() {
    this.#said.remove();
    this.#bar.remove();
  }
}

function pressable(className, label, onPress) {
  const button = made("button", className);
  button.type = "button";
  button.ariaLabel = label;
  button.title = label;
  button.addEventListener("click", onPress);
  return button;
}

function made(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
