/** A form of one field: a link, a password, a name. */

import { icon } from "../../../components/icons.js";
import { made } from "../../../components/made.js";
import { refusalText } from "./refused.js";
import { REFUSALS } from "../words.js";

let forms = 0;

/**
 * @param {{label: string, word: string, send: (text: string) => Promise<void>, type?: string, typed?: string,
 *   refused?: string | null, most?: number, isWide?: boolean}} options `refused` is a key of REFUSALS
 * @returns {HTMLFormElement}
 */
export function askForm({ label, word, send, type = "text", typed = "", refused = null, most = 4000, isWide = true }) {
  const input = Object.assign(made("input", "k-input"), { id: `k-ask-${(forms += 1)}`, type, value: typed });
  Object.assign(input, { required: true, maxLength: most, autocomplete: "off", spellcheck: false, autocapitalize: "none" });
  const caption = made("label", "k-field-label", label);
  caption.htmlFor = input.id;
  const trouble = made("span", "k-field-said");
  trouble.id = `${input.id}-trouble`;
  trouble.role = "alert";
  input.setAttribute("aria-describedby", trouble.id);
  const say = (sentence) => {
    input.ariaInvalid = String(Boolean(sentence));
    trouble.replaceChildren(...(sentence ? [made("span", "k-field-trouble", icon("trouble"), sentence)] : []));
  };
  const button = made("button", `k-button k-button--main${isWide ? " k-button--wide" : ""}`, word);
  const form = made("form", "k-form", made("div", "k-field", caption, made("div", "k-input-row", input), trouble), button);
  form.noValidate = true;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!input.value.trim()) return input.focus();
    button.disabled = true;
    say("");
    try {
      await send(input.value.trim());
    } catch (error) {
      say(refusalText(error));
      input.select();
    } finally {
      button.disabled = false;
    }
  });
  input.addEventListener("input", () => say(""));
  if (refused) say(REFUSALS[refused]);
  return form;
}
