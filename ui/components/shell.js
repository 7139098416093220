/** What the bars need of the browser: a choice of the `+` menu tells the page, or leads to the page that can do it. */

document.addEventListener("click", (event) => {
  const choice = event.target.closest?.("[data-k-event]");
  if (!choice) return;
  const told = new CustomEvent(choice.dataset.kEvent, { cancelable: true });
  const done = !document.dispatchEvent(told) || location.pathname === choice.dataset.kHref;
  if (!done) location.assign(choice.dataset.kHref);
});
