/** One element of the studio: its class, and the words in it. */

/**
 * @param {string} tag
 * @param {string} [className]
 * @param {string} [words]
 * @returns {HTMLElement}
 */
export function made(tag, className = "", words = "") {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.textContent = words;
  return element;
}

/**
 * @param {string} className
 * @param {string} words
 * @param {() => void} onPress
 * @returns {HTMLButtonElement}
 */
export function pressable(className, words, onPress) {
  const button = made("button", className, words);
  button.type = "button";
  button.addEventListener("click", onPress);
  return button;
}
