/** The ring somebody draws by hand around the number of a favourite: one of three strokes, always the same for a number. */

const SVG = "http://www.w3.org/2000/svg";
// None of them closes: each ends beside or beyond where it began, as a pen does.
const STROKES = [
  "M9.5 5.5C15.5 1.8 31 .6 36.2 5.6c5 5.2-1.6 12.6-14 14.2C11 21.2 2 18.4 2.2 11.6 2.5 5.3 13 1.6 27.5 3.6",
  "M33.5 3.2C24-.2 8.6 1.4 3.8 7.4-.6 13.2 6 20 18.6 20.4c11.6.3 19.6-4.6 19-10.6C37 4.4 27 1.8 15.4 3.9",
  "M5.6 17.2C-.6 12.2 2.6 4.6 13.4 2.3c11-2.3 23.4.5 24.3 7.6.8 6.5-8.4 10.9-19.1 10.4C9.4 19.9 3 16.6 3.2 11c.1-2.4 1.6-4.6 4.2-6.4",
];

/** @param {number} number @returns {SVGSVGElement} a decoration: the frame's name says whose favourite it is */
export function ring(number) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "k-print-ring");
  svg.setAttribute("viewBox", "0 0 40 22");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", STROKES[number % STROKES.length]);
  svg.append(path);
  return svg;
}
