/** The foot of the form: what stays private, why it could not be sent, and the button that sends it. */

import { COMPOSER } from "../composer_texts.js";
import { icon } from "../icons.js";
import { made } from "../made.js";

/**
 * @param {{word: string, busyWord: string}} words
 * @returns {{element: HTMLElement, say: (sentence: string) => void, isBusy: boolean}} `say` without words takes back what
 *   was said
 */
export function postButton({ word, busyWord }) {
  const element = made("div", "k-composer-foot");
  const trouble = made("p", "k-field-said");
  trouble.setAttribute("role", "alert");
  const press = made("button", "k-button k-button--main", word);
  press.type = "submit";
  const buttons = made("div", "k-buttons");
  buttons.append(press);
  element.append(made("p", "k-small k-soft", COMPOSER.private), trouble, buttons);
  return {
    element,
    say: (sentence) => {
      const words = made("span", "k-field-trouble");
      words.append(icon("trouble"), sentence);
      trouble.replaceChildren(...(sentence ? [words] : []));
    },
    get isBusy() {
      return press.ariaDisabled === "true";
    },
    set isBusy(isBusy) {
      press.ariaDisabled = String(isBusy); // not `disabled`, which would take the focus from whoever pressed it
      press.textContent = isBusy ? busyWord : word;
    },
  };
}
