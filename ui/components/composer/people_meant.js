/** People to choose from while somebody writes an @ and the beginning of a name. */

import { api } from "../api.js";
import { CAPTION } from "../composer_texts.js";
import { made } from "../made.js";

const PAUSE = 200; // ms after the last key
const MOST = 5;
const MEANT = /(?<![\w@./])@(\w{2,30})$/;

/**
 * @param {HTMLTextAreaElement} input
 * @param {AbortSignal} signal
 * @returns {HTMLElement} the list, to stand below the field
 */
export function suggestPeople(input, signal) {
  const list = made("ul", "k-people-meant");
  Object.assign(list, { id: "k-people-meant", hidden: true, ariaLabel: CAPTION.people });
  list.setAttribute("role", "listbox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  const me = document.querySelector("[data-k-person]")?.dataset.kPerson;
  let asked = "";
  let timer = 0;

  const beginning = () => MEANT.exec(input.value.slice(0, input.selectionStart))?.[1] ?? "";
  const choose = (at) => {
    const before = list.querySelector("[aria-selected=true]");
    before?.setAttribute("aria-selected", "false");
    const option = list.children[at];
    option?.setAttribute("aria-selected", "true");
    if (option) input.setAttribute("aria-activedescendant", option.id);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = (people) => {
    list.replaceChildren(...people.map((one, at) => optionOf(one, at, take)));
    list.hidden = !people.length;
    choose(people.length ? 0 : -1);
  };
  const take = (handle) => {
    const end = input.selectionStart;
    const start = end - beginning().length;
    input.setRangeText(`${handle} `, start, end, "end");
    show([]);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const ask = async () => {
    const wanted = beginning();
    if (wanted === asked) return;
    asked = wanted;
    if (!wanted) return show([]);
    const address = `/search/users?q=${encodeURIComponent(wanted)}&limit=${MOST}`;
    const { items } = await api("GET", address).catch(() => ({ items: [] })); // one can write the name without help
    if (wanted === beginning()) show(items.filter(({ handle }) => handle !== me)); // nobody is told by themselves
  };
  const keyed = (event) => {
    if (list.hidden || event.isComposing) return;
    const at = [...list.children].findIndex((one) => one.ariaSelected === "true");
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) choose((at + by + list.children.length) % list.children.length);
    else if (event.key === "Enter" || event.key === "Tab") take(list.children[at].dataset.handle);
    else if (event.key === "Escape") show([]);
    else return;
    event.preventDefault();
  };
  const written = () => {
    clearTimeout(timer);
    if (!beginning()) show([]);
    timer = setTimeout(ask, PAUSE);
  };
  input.addEventListener("input", written, { signal });
  input.addEventListener("keydown", keyed, { signal });
  input.addEventListener("blur", () => show([]), { signal });
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  return list;
}

function optionOf({ handle, display_name: name }, at, take) {
  const option = made("li", "k-person-meant");
  option.id = `k-person-meant-${at}`;
  option.dataset.handle = handle;
  option.setAttribute("role", "option");
  option.setAttribute("aria-selected", "false");
  option.append(made("span", "k-person-meant-name", name), made("span", "k-soft", `@${handle}`));
  option.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
  option.addEventListener("click", () => take(handle));
  return option;
}
