/** By what the pictures are sorted, and from which end. */

import { icon } from "../icons.js";
import { ORDERS, SORT, SORTS as WORDS } from "../library_texts.js";
import { menu } from "./menu.js";
import { SORTS, naturalOrder } from "./question.js";

/** @typedef {import("./question.js").Question} Question */

/**
 * @param {(changed: Partial<Question>) => void} onChoose
 * @returns {{element: HTMLElement, show: (question: Question) => void}}
 */
export function sortMenu(onChoose) {
  const { button, panel, say } = menu({ className: "k-sort-menu", label: SORT.legend });
  const sorts = choices("sort", SORT.legend, (sort) => onChoose({ sort, order: naturalOrder(sort) }));
  const orders = choices("order", SORT.order, (order) => onChoose({ order }));
  panel.append(sorts.element, document.createElement("hr"), orders.element);
  panel.addEventListener("click", (event) => event.detail > 0 && event.target.matches("input") && panel.hidePopover());
  const element = document.createElement("div");
  element.append(button, panel);
  const show = ({ sort, order }) => {
    sorts.show(SORTS.map((one) => [one, WORDS[one]]), sort);
    const natural = naturalOrder(sort);
    const keys = [natural, natural === "asc" ? "desc" : "asc"];
    orders.show(keys.map((one) => [one, ORDERS[sort][one]]), order);
    const word = order === natural ? WORDS[sort] : `${WORDS[sort]}, ${ORDERS[sort][order].toLowerCase()}`;
    say(word, SORT.button(word));
  };
  return { element, show };
}

function choices(name, legendText, onChoose) {
  const element = document.createElement("fieldset");
  element.className = "k-menu-choices";
  const legend = document.createElement("legend");
  legend.className = "k-unseen";
  legend.textContent = legendText;
  element.addEventListener("change", (event) => onChoose(event.target.value));
  let said = "";
  const show = (words, chosen) => {
    if (said !== String(words)) element.replaceChildren(legend, ...words.map(([value, word]) => choice(name, value, word)));
    said = String(words);
    for (const input of element.querySelectorAll("input")) input.checked = input.value === chosen;
  };
  return { element, show };
}

function choice(name, value, word) {
  const label = document.createElement("label");
  label.className = "k-menu-item";
  const input = document.createElement("input");
  Object.assign(input, { type: "radio", name: `library-${name}`, value, className: "k-unseen" });
  const words = document.createElement("span");
  words.textContent = word;
  label.append(input, words, icon("check"));
  return label;
}
