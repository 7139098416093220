/** The first control: what the picture is made smaller for. */

import { PURPOSE } from "../studio_texts.js";
import { made } from "../made.js";
import { PURPOSES } from "./purposes.js";
import { refusalLine } from "./refusal_line.js";
import { choiceRow, numberField } from "./studio_fields.js";

const USUAL = { megabytes: 2, webFormat: "webp" };
const WEB_FORMATS = [["webp", "WebP"], ["jpeg", "JPEG"]];

/**
 * @param {(purpose: string, asked: {megabytes: number, webFormat: string}) => void} onChoose
 * @returns {{element: HTMLElement, show: (purpose: string | null) => void,
 *   trouble: (sentence: string, offer?: import("./refusal_line.js").Offer | null) => boolean}}
 *   `trouble` tells whether there is a purpose chosen that it can be said below
 */
export function purposeChoice(onChoose) {
  const asked = { ...USUAL };
  let chosen = null;
  const element = made("fieldset", "k-purposes");
  element.append(made("legend", "k-purposes-legend", PURPOSE.legend));
  const more = {
    form: numberField({
      label: PURPOSE.megabytes,
      min: 0.01,
      max: 100,
      step: "any",
      onChange: (value) => value && tell({ megabytes: value }),
    }),
    website: choiceRow({ label: PURPOSE.webFormat, choices: WEB_FORMATS, onChange: (value) => tell({ webFormat: value }) }),
  };
  more.form.show(asked.megabytes);
  more.website.show(asked.webFormat);

  const tell = (changed) => {
    Object.assign(asked, changed);
    onChoose(chosen, asked);
  };
  const inputs = PURPOSES.map((purpose) => {
    const [word, help] = PURPOSE[purpose];
    const input = document.createElement("input");
    Object.assign(input, { type: "radio", name: "k-purpose", value: purpose });
    input.addEventListener("change", () => {
      chosen = purpose;
      tell({});
    });
    const one = made("label", "k-choice");
    const words = made("span", "", word);
    words.append(made("span", "k-choice-help", help));
    one.append(input, words);
    element.append(one);
    if (more[purpose]) {
      more[purpose].element.classList.add("k-purpose-more");
      element.append(more[purpose].element);
    }
    return input;
  });
  const refusal = refusalLine(() => inputs.find(({ checked }) => checked));
  element.append(refusal.element);

  const show = (purpose) => {
    chosen = purpose;
    for (const input of inputs) input.checked = input.value === purpose;
    for (const [name, field] of Object.entries(more)) field.element.hidden = name !== purpose;
  };
  show(null);
  const trouble = (sentence, offer) => {
    const [input] = inputs.filter(({ value }) => value === chosen);
    refusal.say(input ? sentence : "", offer);
    if (!input) return false;
    (more[chosen]?.element ?? input.parentElement).after(refusal.element);
    return true;
  };
  return { element, show, trouble };
}
