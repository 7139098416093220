/** All tags of one's pictures, and the one they are filtered by as a word that can be taken away again. */

import { api } from "../api.js";
import { icon } from "../icons.js";
import { TAGS } from "../library_texts.js";
import { menu } from "./menu.js";

/** @typedef {import("./question.js").Question} Question */

/**
 * @param {(changed: Partial<Question>) => void} onChoose
 * @returns {{element: HTMLElement, show: (question: Question) => void}}
 */
export function tagMenu(onChoose) {
  const { button, panel, say } = menu({ className: "k-tag-menu", label: TAGS.button, onOpen: () => fill() });
  say(TAGS.button, TAGS.button);
  const fill = async () => {
    if (!panel.hasChildNodes()) panel.append(sentence(TAGS.coming));
    try {
      const tags = await api("GET", "/media/tags");
      panel.replaceChildren(...(tags.length ? tags.map((one) => tagItem(one, choose)) : [sentence(TAGS.none)]));
    } catch (problem) {
      panel.replaceChildren(sentence(problem.detail));
    }
  };
  const choose = (tag) => {
    panel.hidePopover();
    onChoose({ tag });
  };
  const chosen = document.createElement("button");
  chosen.type = "button";
  chosen.className = "k-filter-word";
  const word = document.createElement("span");
  chosen.append(word, icon("close"));
  chosen.addEventListener("click", () => {
    onChoose({ tag: "" });
    button.focus();
  });
  const element = document.createElement("div");
  element.className = "k-library-tags";
  element.append(button, panel, chosen);
  const show = ({ tag }) => {
    chosen.hidden = !tag;
    word.textContent = tag;
    chosen.ariaLabel = TAGS.clear(tag);
  };
  return { element, show };
}

function tagItem({ tag, count }, onChoose) {
  const item = document.createElement("button");
  item.type = "button";
  item.className = "k-menu-item";
  const [word, number] = [document.createElement("span"), document.createElement("span")];
  word.textContent = tag;
  number.className = "k-fact k-soft";
  number.textContent = count.toLocaleString("en");
  item.append(word, number);
  item.addEventListener("click", () => onChoose(tag));
  return item;
}

function sentence(text) {
  const words = document.createElement("p");
  words.className = "k-small k-soft";
  words.setAttribute("role", "status");
  words.textContent = text;
  return words;
}
