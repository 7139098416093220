/** What one sets in the studio: a slider with its number, a number to write, a choice, a tick. */

import { made } from "../made.js";
import { refusalLine } from "./refusal_line.js";

let count = 0;

/**
 * @typedef {{element: HTMLElement, show: (value: any) => void,
 *   trouble: (sentence: string, offer?: import("./refusal_line.js").Offer | null) => void}} Field
 * @param {{label: string, min: number, max: number, step?: number, text?: (value: number) => string,
 *   onChange: (value: number) => void}} options
 * @returns {Field}
 */
export function slider({ label, min, max, step = 1, text = String, onChange }) {
  const input = document.createElement("input");
  Object.assign(input, { type: "range", min, max, step, className: "k-slider" });
  const amount = made("output", "k-fact k-soft");
  const say = () => {
    amount.textContent = text(Number(input.value));
    input.setAttribute("aria-valuetext", amount.textContent);
    input.style.setProperty("--k-part", String((Number(input.value) - min) / (max - min)));
  };
  input.addEventListener("input", () => {
    say();
    onChange(Number(input.value));
  });
  const parts = field(label, input, amount);
  return {
    ...parts,
    show: (value) => {
      if (Number(input.value) !== value || !amount.textContent) input.value = String(value);
      say();
    },
  };
}

/**
 * @param {{label: string, min: number, max: number, step?: number | "any", placeholder?: string,
 *   onChange: (value: number | null) => void}} options `onChange` gets null for an empty field
 * @returns {Field & {hint: (placeholder: string) => void}}
 */
export function numberField({ label, min, max, step = 1, onChange }) {
  const input = document.createElement("input");
  Object.assign(input, { type: "number", min, max, step, className: "k-input k-fact-input", inputMode: "decimal" });
  input.addEventListener("input", () => {
    if (!input.validity.badInput) onChange(input.value === "" ? null : Number(input.value));
  });
  const parts = field(label, input);
  return {
    ...parts,
    show: (value) => {
      const written = value === null ? "" : String(value);
      if (document.activeElement !== input && input.value !== written) input.value = written;
    },
    hint: (placeholder) => (input.placeholder = placeholder),
  };
}

/**
 * @param {{label: string, choices: [value: string, word: string][], onChange: (value: string) => void}} options
 * @returns {Field & {words: (choices: [string, string][]) => void}}
 */
export function choiceField({ label, choices, onChange }) {
  const select = document.createElement("select");
  select.className = "k-input";
  select.addEventListener("change", () => onChange(select.value));
  const words = (all) => select.replaceChildren(...all.map(([value, word]) => new Option(word, value)));
  words(choices);
  return { ...field(label, select), show: (value) => (select.value = value), words };
}

/** @param {{label: string, onChange: (isOn: boolean) => void}} options @returns {Field} */
export function tick({ label, onChange }) {
  const element = made("label", "k-choice k-tick");
  const input = document.createElement("input");
  input.type = "checkbox";
  input.addEventListener("change", () => onChange(input.checked));
  element.append(input, made("span", "", label));
  return { element, show: (value) => (input.checked = value), trouble: () => {} };
}

/**
 * A row of few choices that are all in sight.
 * @param {{label: string, choices: [value: string, word: string][], onChange: (value: string) => void}} options
 * @returns {Field}
 */
export function choiceRow({ label, choices, onChange }) {
  const element = made("fieldset", "k-choice-row");
  const name = `k-choice-row-${(count += 1)}`;
  const inputs = choices.map(([value, word]) => {
    const input = document.createElement("input");
    Object.assign(input, { type: "radio", name, value });
    input.addEventListener("change", () => onChange(value));
    const one = made("label", "k-choice-part");
    one.append(input, made("span", "", word));
    return { input, one };
  });
  const row = made("div", "k-choice-parts");
  row.append(...inputs.map(({ one }) => one));
  element.append(made("legend", "k-field-label", label), row);
  return {
    element,
    show: (value) => inputs.forEach(({ input }) => (input.checked = input.value === value)),
    trouble: () => {},
  };
}

function field(label, input, aside = null) {
  const element = made("div", "k-field");
  const head = made("div", "k-field-head");
  const name = made("label", "k-field-label", label);
  input.id = name.htmlFor = `k-studio-field-${(count += 1)}`;
  head.append(name, ...(aside ? [aside] : []));
  const refusal = refusalLine(() => input);
  refusal.element.id = `${input.id}-refusal`;
  element.append(head, input, refusal.element);
  const trouble = (sentence, offer) => {
    refusal.say(sentence, offer);
    for (const [name, value] of Object.entries({ "aria-invalid": "true", "aria-describedby": refusal.element.id })) {
      if (sentence) input.setAttribute(name, value);
      else input.removeAttribute(name);
    }
  };
  return { element, trouble };
}
