/** Elements, made in one line. */

/**
 * @param {string} tag
 * @param {string} [className]
 * @param {...(Node | string)} content
 * @returns {any} the element
 */
export function made(tag, className = "", ...content) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...content);
  return element;
}

/** @param {string} className @param {string} word @param {(event: MouseEvent) => void} onPress @returns {HTMLButtonElement} */
export function pressable(className, word, onPress) {
  const button = made("button", className, word);
  button.type = "button";
  button.addEventListener("click", onPress);
  return button;
}
