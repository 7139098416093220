/** What scripts add to plain forms: passwords can be shown, broken rules are said at once, a name suggests a handle. */

import { HIDE_PASSWORD, SHOW_PASSWORD } from "./texts.js";
import { icon } from "./icons.js";

for (const input of document.querySelectorAll("input[type=password]")) input.after(shower(input));
for (const form of document.forms) holdBack(form);
for (const name of document.querySelectorAll("[data-k-suggests]")) suggest(name);

/** The button that shows what stands in a password field. */
function shower(input) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "k-input-aside";
  button.textContent = SHOW_PASSWORD;
  button.setAttribute("aria-controls", input.id);
  button.addEventListener("click", () => {
    const shown = input.type === "text";
    input.type = shown ? "password" : "text";
    button.textContent = shown ? SHOW_PASSWORD : HIDE_PASSWORD;
  });
  return button;
}

/** Keep the form from being sent while a rule is broken that has a sentence, and say that sentence. */
function holdBack(form) {
  form.noValidate = true;
  form.addEventListener("submit", (event) => {
    if (!allFollowTheRules(form)) event.preventDefault();
  });
  form.addEventListener("input", ({ target }) => {
    if (target.ariaInvalid === "true") say(target, "");
  });
}

/**
 * Whether every field inside follows its rule; says what is wrong and goes to the first that does not.
 * @param {ParentNode} part
 * @returns {boolean}
 */
export function allFollowTheRules(part) {
  const broken = [...part.querySelectorAll("input[data-k-broken]")].filter((input) => !input.checkValidity());
  for (const input of broken) say(input, input.dataset.kBroken);
  broken[0]?.focus();
  return broken.length === 0;
}

function say(input, sentence) {
  input.setAttribute("aria-invalid", String(sentence !== ""));
  const said = document.getElementById(`${input.id}-trouble`);
  const words = document.createElement("span");
  words.className = "k-field-trouble";
  words.append(icon("trouble"), sentence);
  said.replaceChildren(...(sentence ? [words] : []));
}

/** Fill in a handle made from the name until the person writes one. */
function suggest(name) {
  const handle = document.getElementById(name.dataset.kSuggests);
  let own = handle.value !== "";
  handle.addEventListener("input", () => (own = handle.value !== ""));
  name.addEventListener("input", () => {
    if (!own) handle.value = handleFrom(name.value);
  });
}

function handleFrom(name) {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.trim().replace(/[^a-z0-9_]+/g, "_").replace(/^_+|_+$/g, "").slice(0, 30);
}
