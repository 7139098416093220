/** The location in XMP: properties whose names begin with GPS, in whichever way they are written. */

const NAME = "[\\w.-]+:GPS\\w*";
const ATTRIBUTE = new RegExp(`\\s${NAME}\\s*=\\s*(?:"[^"]*"|'[^']*')`, "gi");
const ELEMENT = new RegExp(`<(${NAME})(?:\\s[^>]*)?(?:/>|>[\\s\\S]*?</\\1\\s*>)`, "gi");

/** @param {string} text XMP, a character for each byte @returns {string} as long, with spaces in their place */
export function blanked(text) {
  const spaces = (found) => " ".repeat(found.length);
  return text.replace(ELEMENT, spaces).replace(ATTRIBUTE, spaces);
}
