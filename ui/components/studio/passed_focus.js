/** Where the focus goes when what has it goes away, so that keys and screen readers do not begin at the top again. */

/**
 * Of buttons that come and go, the first that is there takes the focus of one that went.
 * @param {HTMLElement[]} buttons
 * @param {() => void} change hides some and shows others
 */
export function passFocus(buttons, change) {
  const focused = buttons.find((one) => one === document.activeElement); // a hidden one loses it at once
  change();
  if (focused?.hidden) buttons.find((one) => !one.hidden)?.focus();
}

/**
 * Something that is read on from, though nobody can press it.
 * @param {HTMLElement} element
 */
export function goOnFrom(element) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
