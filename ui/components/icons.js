/** Icons for plain modules, drawn from the same sprite as those of the server. */

const SPRITE = new URL("../theme/icons.svg", import.meta.url).href;
const SVG = "http://www.w3.org/2000/svg";

/**
 * An icon as a decoration: its word or an aria-label stands beside it.
 * @param {string} name the id of a symbol in `ui/theme/icons.svg`
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "k-icon");
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `${SPRITE}#${name}`);
  svg.append(use);
  return svg;
}
