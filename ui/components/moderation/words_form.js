/** A form for a few words to or from moderators: reports, reasons, appeals. */

import { made, pressable } from "../made.js";
import { CANCEL } from "../texts.js";

let forms = 0;

/**
 * @param {{label: string, word: string, most: number, send: (words: string) => Promise<void>, away: () => void,
 *   more?: HTMLElement[]}} how
 *   `word` of the button that sends; `most` characters; `away` when it is given up; `more` fields below the words
 * @returns {{element: HTMLFormElement, focus: () => void}}
 */
export function wordsForm({ label, word, most, send, away, more = [] }) {
  const id = `k-words-${(forms += 1)}`;
  const named = made("label", "k-field-label", label);
  const field = made("textarea", "k-input");
  Object.assign(field, { id, maxLength: most, required: true });
  named.htmlFor = id;
  const trouble = made("p", "k-field-trouble");
  trouble.role = "alert";
  const submit = made("button", "k-button k-button--main", word);
  const buttons = made("div", "k-dialog-actions", pressable("k-button", CANCEL, away), submit);
  const element = made("form", "k-form", made("div", "k-field", named, field, trouble), ...more, buttons);

  const show = () => (submit.disabled = !field.value.trim());
  field.addEventListener("input", () => {
    trouble.textContent = "";
    show();
  });
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (submit.disabled) return;
    submit.disabled = true;
    trouble.textContent = "";
    try {
      await send(field.value.trim());
    } catch ({ detail }) {
      trouble.textContent = detail;
      field.focus();
    }
    show();
  });
  show();
  return { element, focus: () => field.focus() };
}
