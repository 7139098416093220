/** The choice who sees the post. */

import { WHO } from "../composer_texts.js";
import { made } from "../made.js";

/**
 * @param {{value: string, hasPublicPages: boolean}} first `value` is `public`, `followers` or `me`
 * @returns {{element: HTMLElement, value: string}}
 */
export function whoSees({ value, hasPublicPages }) {
  const element = made("fieldset", "k-choices");
  element.append(made("legend", "k-field-label", WHO.legend));
  const kinds = { public: hasPublicPages ? WHO.world : WHO.public, followers: WHO.followers, me: WHO.me };
  for (const [kind, [word, help]] of Object.entries(kinds)) element.append(choice(kind, word, help, kind === value));
  return {
    element,
    get value() {
      return element.querySelector("input:checked").value;
    },
  };
}

function choice(kind, word, help, isChosen) {
  const label = made("label", "k-choice");
  const input = document.createElement("input");
  Object.assign(input, { type: "radio", name: "k-who-sees", value: kind, checked: isChosen });
  const words = made("span", "", word);
  if (help) words.append(made("span", "k-choice-help", help));
  label.append(input, words);
  return label;
}
