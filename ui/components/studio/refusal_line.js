/** What is wrong, where one looks for it, and below it what would mend it, where one press does. */

import { icon } from "../icons.js";
import { made, pressable } from "../made.js";

/**
 * @typedef {{word: string, take: () => void}} Offer
 * @param {() => HTMLElement | undefined} [control] what it is about: has the focus when the offer, taken, goes away
 * @returns {{element: HTMLElement, say: (sentence: string, offer?: Offer | null) => void}}
 */
export function refusalLine(control = () => undefined) {
  const element = made("div", "k-refusal");
  const said = made("p", "k-field-trouble");
  said.setAttribute("role", "alert");
  /** @type {Offer | null} */
  let offered = null;
  const mend = pressable("k-button", "", () => {
    control()?.focus();
    offered?.take();
  });
  element.append(said, mend);
  const say = (sentence, offer = null) => {
    offered = offer;
    element.hidden = said.hidden = !sentence;
    said.replaceChildren(...(sentence ? [icon("trouble"), made("span", "", sentence)] : []));
    mend.hidden = !offer;
    mend.textContent = offer?.word ?? "";
  };
  say("");
  return { element, say };
}
