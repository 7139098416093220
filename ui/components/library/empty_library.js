/** What stands where pictures will be: a headline, one sentence, one button. */

/**
 * @param {{headline: string, sentence: string, button: string}} texts
 * @param {() => void} onPress
 * @returns {HTMLElement}
 */
export function emptyPlace({ headline, sentence, button }, onPress) {
  const place = made("div", "k-empty");
  const told = made("div", "k-empty-words");
  told.append(made("h2", "k-name", headline), made("p", "k-soft", sentence));
  const buttons = made("div", "k-buttons");
  const press = made("button", "k-button k-button--main", button);
  press.type = "button";
  press.addEventListener("click", onPress);
  buttons.append(press);
  place.append(told, buttons);
  return place;
}

function made(tag, className, words = "") {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = words;
  return element;
}
