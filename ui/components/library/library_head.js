/** The library's head: search, order and tags, in step with the question that is asked. */

import { countText } from "../picture_facts.js";
import { GRID, LIBRARY } from "../library_texts.js";
import { searchField } from "./search_field.js";
import { sortMenu } from "./sort_menu.js";
import { tagMenu } from "./tag_menu.js";

/** @typedef {import("./question.js").Question} Question */

/**
 * @param {(changed: Partial<Question>, how: {isTyped: boolean}) => void} onAsk
 * @returns {{element: HTMLElement, show: (question: Question) => void, found: (total: number | null) => void,
 *   hide: (isHidden: boolean) => void, focus: () => void}}
 */
export function libraryHead(onAsk) {
  const search = searchField((q) => onAsk({ q }, { isTyped: true }));
  const chosen = (changed) => onAsk(changed, { isTyped: false });
  const [sort, tags] = [sortMenu(chosen), tagMenu(chosen)];
  const element = made("div", "k-library-head");
  const title = made("h1", "k-unseen");
  title.textContent = LIBRARY;
  const controls = made("div", "k-library-controls");
  controls.append(search.element, tags.element, sort.element);
  const told = made("p", "k-unseen");
  told.setAttribute("role", "status");
  element.append(title, controls, told);
  return {
    element,
    show: (question) => {
      search.show(question.q);
      sort.show(question);
      tags.show(question);
    },
    found: (total) => (told.textContent = total === null ? "" : countText(total, GRID.picture, GRID.pictures)),
    hide: (isHidden) => (controls.hidden = isHidden),
    focus: search.focus,
  };
}

function made(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
