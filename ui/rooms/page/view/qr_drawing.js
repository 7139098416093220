/** A QR code as one drawing: black on white in both themes, because cameras read it so. */

import { INVITE } from "../panel_words.js";

const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 4; // modules of white around it, which readers need

/** @param {boolean[][]} modules dark ones, row by row @returns {SVGSVGElement} */
export function qrDrawing(modules) {
  const side = modules.length + 2 * MARGIN;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${side} ${side}`);
  svg.setAttribute("class", "k-qr");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", INVITE.qrAlt);
  svg.setAttribute("shape-rendering", "crispEdges");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", modules.flatMap((row, y) => row.map((isDark, x) => (isDark ? dot(x, y) : ""))).join(""));
  svg.append(path);
  return svg;
}

function dot(x, y) {
  return `M${x + MARGIN} ${y + MARGIN}h1v1h-1z`;
}
