/** The field that searches the library, and keeps the address of the page in step. */

import { icon } from "../icons.js";
import { SEARCH } from "../picture_texts.js";

const PAUSE = 250; // after the last key, so that a word typed is one question

/**
 * @param {string} query
 * @param {(query: string) => void} onSearch
 * @returns {{element: HTMLElement, clear: () => void}}
 */
export function searchField(query, onSearch) {
  const form = document.createElement("form");
  form.className = "k-library-search";
  form.setAttribute("role", "search");
  const input = document.createElement("input");
  Object.assign(input, { type: "search", name: "q", value: query, maxLength: 100, autocomplete: "off" });
  input.className = "k-input";
  input.placeholder = SEARCH;
  input.ariaLabel = SEARCH;
  form.append(icon("search"), input);

  let asked = query;
  let timer = 0;
  const ask = () => {
    clearTimeout(timer);
    const wanted = input.value.trim();
    if (wanted === asked) return;
    asked = wanted;
    history.replaceState(history.state, "", libraryAddress(wanted));
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
  const clear = () => {
    input.value = "";
    ask();
    input.focus();
  };
  return { element: form, clear };
}

/** The address of the library with a search. @param {string} query */
export function libraryAddress(query) {
  return query ? `/library?${new URLSearchParams({ q: query })}` : "/library";
}
