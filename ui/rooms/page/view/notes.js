/** What people wrote, about one frame or the room, and a field for more. */

import { made } from "../../../components/made.js";
import { NOTE } from "../words.js";
import { orSay } from "./refused.js";

const MOST = 1000; // characters
let fields = 0;

export class Notes {
  element = made("section", "k-notes");
  #list = made("ul", "k-notes-list");
  #shown = "";

  /**
   * @param {string} heading
   * @param {{write: (text: string) => Promise<void>, named: () => Promise<boolean>}} does `named` has a name said first
   * @param {"h2" | "h3"} [level] of the heading
   */
  constructor(heading, { write, named }, level = "h3") {
    this.#list.setAttribute("role", "list");
    const input = Object.assign(made("input", "k-input"), { id: `k-note-${(fields += 1)}`, maxLength: MOST });
    input.placeholder = NOTE.write;
    input.ariaLabel = NOTE.write;
    input.autocomplete = "off";
    const form = made("form", "k-notes-form", input, made("button", "k-button", NOTE.send));
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const text = input.value.trim();
      if (text && (await named()) && (await orSay(write(text)))) input.value = "";
    });
    this.element.append(made(level, "k-notes-heading", heading), this.#list, form);
  }

  /** @param {{by: string, text: string}[]} notes */
  show(notes) {
    const key = JSON.stringify(notes);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#list.hidden = !notes.length;
    this.#list.replaceChildren(...notes.map(({ by, text }) => made("li", "", made("strong", "", by), ` ${text}`)));
  }
}
