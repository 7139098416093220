/**
 * What the bars need of the browser: a choice of the `+` menu tells the page, or leads to the page that can do it,
 * the number at the bell follows what the server says,
 * news of the page before are said, and what a tab keeps of somebody goes when they sign out.
 */

import { saidBefore } from "./next_page.js";
import { forgetAll, forgetOthers } from "./tab_shelf.js";

forgetOthers();
const news = saidBefore();
if (news) import("./toast.js").then(({ showToast }) => showToast(news));

document.addEventListener("click", (event) => {
  const choice = event.target.closest?.("[data-k-event]");
  if (!choice) return;
  const told = new CustomEvent(choice.dataset.kEvent, { cancelable: true });
  const done = !document.dispatchEvent(told) || location.pathname === choice.dataset.kHref;
  if (!done) location.assign(choice.dataset.kHref);
});

document.addEventListener("kamra:unread", ({ detail: unread }) => {
  const badge = document.querySelector("[data-k-unread]");
  badge.hidden = unread === 0;
  badge.querySelector("[data-k-number]").textContent = String(unread);
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-k-sign-out]")) return;
  window.addEventListener("pagehide", forgetAll); // not sooner: what is on its way may still be kept until then
});
