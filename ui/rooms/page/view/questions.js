/** The one dialog before files or words go: who they are from, and whether they may say where they were taken. */

import { icon } from "../../../components/icons.js";
import { made } from "../../../components/made.js";
import { ADD, CANCEL } from "../words.js";
import { openDialog } from "./dialog.js";

const MOST = 60; // characters of a name

/**
 * @param {{heading: string, needsName: boolean, located: number, word: string}} asked `located` is how many of the files say where they were
 *   taken, `word` the button's where there is nothing to choose
 * @returns {Promise<{name: string, removeLocation: boolean} | null>} null when somebody thought better of it
 */
export function openQuestions({ heading, needsName, located, word }) {
  return new Promise((resolve) => {
    const input = nameField();
    const form = made("form", "k-form");
    form.method = "dialog";
    if (needsName) form.append(input.parentElement);
    if (located) form.append(made("p", "k-room-located", icon("place"), made("span", "", ADD.located(located))));
    form.append(made("div", "k-buttons", ...goButtons(located, word)));
    let answer = null;
    form.addEventListener("submit", ({ submitter }) => {
      answer = { name: needsName ? input.value.trim() : "", removeLocation: submitter.value === "remove" };
    });
    openDialog(heading, [form], { closed: () => resolve(answer), closeWord: CANCEL });
    (needsName ? input : form.querySelector("button")).focus();
  });
}

function goButtons(located, word) {
  const button = (className, word, value) => Object.assign(made("button", className, word), { value });
  if (!located) return [button("k-button k-button--main", word, "as-they-are")];
  return [button("k-button", ADD.asTheyAre, "as-they-are"), button("k-button k-button--main", ADD.remove, "remove")];
}

function nameField() {
  const input = Object.assign(made("input", "k-input"), { id: "k-your-name", maxLength: MOST, autocomplete: "given-name" });
  Object.assign(input, { required: true, pattern: ".*\\S.*" });
  const label = made("label", "k-field-label", ADD.name);
  label.htmlFor = input.id;
  made("div", "k-field", label, input);
  return input;
}
