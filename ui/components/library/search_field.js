/** The field that searches the library. */

import { icon } from "../icons.js";
import { SEARCH } from "../library_texts.js";

const PAUSE = 250; // after the last key, so that a word typed is one question

/**
 * @param {(query: string) => void} onSearch
 * @returns {{element: HTMLElement, show: (query: string) => void, focus: () => void}}
 */
export function searchField(onSearch) {
  const form = document.createElement("form");
  form.className = "k-library-search";
  form.setAttribute("role", "search");
  const input = document.createElement("input");
  Object.assign(input, { type: "search", name: "q", maxLength: 100, autocomplete: "off" });
  input.className = "k-input";
  input.placeholder = SEARCH;
  input.ariaLabel = SEARCH;
  form.append(icon("search"), input);

  let asked = "";
  let timer = 0;
  const ask = () => {
    clearTimeout(timer);
    const wanted = input.value.trim();
    if (wanted === asked) return;
    asked = wanted;
    onSearch(wanted);
  };
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  const show = (query) => {
    if (query === asked) return; // whoever is typing goes on undisturbed
    clearTimeout(timer);
    asked = query;
    input.value = query;
  };
  return { element: form, show, focus: () => input.focus() };
}
