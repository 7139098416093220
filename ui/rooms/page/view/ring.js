/** The ring somebody draws by hand around the number of a favourite: one of three strokes, always the same for a number. */

const SVG = "http://www.w3.org/2000/svg";
// Each begins a little inside or outside of where it ends, as a pen does.
const STROKES = [
  "M6.5 6.2C14 1.4 33.5.9 37.2 8.6c3.2 7.4-8.6 12.4-20.4 11.9C6.8 20 .9 15.6 2.3 10.4 3.9 5 15.3 2.2 25.8 3.3",
  "M31.5 4.6C22.2.6 5.6 2.3 2.6 9.6-.2 16.9 10.9 21.1 22 20.3c10.4-.7 17.4-5.5 15.6-11.1C35.8 4 23.3 1.9 12.6 4.1",
  "M4.2 13.9C1 7.2 10.2 2.1 21.4 2.2c10.6.2 17.5 4.5 16.2 10.2-1.4 5.9-12 9-22.1 7.9C7 19.3 1.6 15.1 3.6 10c1-2.6 3.4-4.5 6.8-5.9",
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
