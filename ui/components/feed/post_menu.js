/** The menu behind `⋯`: one panel for all posts of the page, filled for the one it is opened at. */

import { icon } from "../icons.js";
import { below } from "../library/menu.js";
import { POST } from "../feed_texts.js";
import { made, pressable } from "../made.js";

/** @typedef {{word: string, icon: string, href?: string, act?: () => void}} Entry a link, or something to do */

export class PostMenu {
  #panel = made("div", "k-menu");
  /** @type {HTMLButtonElement | null} */
  #button = null;
  #over = new AbortController();

  constructor() {
    this.#panel.popover = "auto";
    this.#panel.role = "group";
    this.#panel.ariaLabel = POST.menu;
    this.#panel.addEventListener("toggle", ({ newState }) => {
      const isOpen = newState === "open";
      this.#button?.setAttribute("aria-expanded", String(isOpen));
      if (isOpen) below(this.#button, this.#panel, { isAtEnd: true });
    });
    const options = { passive: true, signal: this.#over.signal };
    window.addEventListener("scroll", () => this.#close(), options);
    document.body.append(this.#panel);
  }

  /** @param {string} name whose post it is @param {() => Entry[]} entries @returns {HTMLButtonElement} */
  button(name, entries) {
    const button = pressable("k-flat k-post-more", "", () => {
      this.#button = button;
      this.#panel.replaceChildren(...entries().map((entry) => this.#item(entry)));
    });
    button.popoverTargetElement = this.#panel; // the browser opens and closes it after the press is told above
    button.ariaLabel = `${POST.menu}: ${name}`;
    button.setAttribute("aria-expanded", "false");
    button.append(icon("more"));
    return button;
  }

  dispose() {
    this.#over.abort();
    this.#panel.remove();
  }

  #item({ word, icon: name, href, act }) {
    if (href) {
      const link = made("a", "k-menu-item", icon(name), word);
      link.href = href;
      return link;
    }
    const item = pressable("k-menu-item", "", () => {
      this.#close();
      act();
    });
    item.append(icon(name), word);
    return item;
  }

  #close() {
    if (this.#panel.matches(":popover-open")) this.#panel.hidePopover();
  }
}
