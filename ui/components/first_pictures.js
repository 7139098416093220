/** The last step of the set-up: the same ways in as the library's; once a picture is there, "Later" leads on to it. */

import { mountUploads } from "./uploads/uploads.js";

const step = document.querySelector("[data-k-first-pictures]");
const choose = step.querySelector("[data-k-choose]");
const later = step.querySelector("[data-k-later]");

const uploads = mountUploads({ maxBytes: Number(step.dataset.maxBytes), added: leadOn });
choose.hidden = false;
choose.addEventListener("click", uploads.choose);

/** There is something to see now: the way to it becomes the main one. */
function leadOn() {
  later.textContent = later.dataset.kAfter;
  later.classList.replace("k-button--quiet", "k-button--main");
  choose.classList.remove("k-button--main");
}
