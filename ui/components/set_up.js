/** Shows the questions of the set-up one after the other; without this module they stand below each other. */

import { allFollowTheRules } from "./plain_forms.js";

const form = document.querySelector("[data-k-steps]");
const steps = [...form.querySelectorAll(".k-step")];
const broken = steps.findIndex((step) => step.querySelector("[aria-invalid=true], .k-field-trouble"));

form.classList.add("k-stepping");
for (const control of form.querySelectorAll("[data-k-moves], [data-k-back]")) control.hidden = false;
form.addEventListener("click", ({ target }) => {
  if (target.closest("[data-k-next]")) move(1);
  if (target.closest("[data-k-back]")) move(-1);
});
form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.target.tagName !== "INPUT" || now() === steps.length - 1) return;
  event.preventDefault(); // Enter would press the form's last button, questions unanswered
  move(1);
});
show(Math.max(broken, 0));

function now() {
  return steps.findIndex((step) => !step.hidden);
}

function move(by) {
  const from = now();
  if (by > 0 && !allFollowTheRules(steps[from])) return;
  show(from + by);
  (steps[from + by].querySelector("input[type=text], input[type=password]") ?? steps[from + by].querySelector("h1")).focus();
}

function show(at) {
  for (const [number, step] of steps.entries()) step.hidden = number !== at;
}
