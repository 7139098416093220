/** How much room the grid has: how high rows aim to be, and how far beyond the window its pictures stand ready. */

const SHAPES = [
  { upTo: 600, aim: 150, gap: 2, head: 44, space: 12 },
  { upTo: 1000, aim: 170, gap: 4, head: 48, space: 16 },
  { upTo: Infinity, aim: 220, gap: 4, head: 48, space: 20 },
];
const MOST_SCREENS = 2;
const FEWEST_SCREENS = 0.5;
const MOST_TILES = 110; // on a large screen many small pictures are near; each is some eight elements
const USUAL_ASPECT = 1.3;

/** @typedef {import("./section_layout.js").Room} Room */

/** @param {number} width of the grid in CSS pixels @param {Room} [before] is given back when nothing changed @returns {Room} */
export function roomFor(width, before) {
  const { upTo, ...shape } = SHAPES.find((one) => window.innerWidth < one.upTo);
  return before?.width === width && before.aim === shape.aim ? before : { width, ...shape };
}

/** How many screens of pictures to have in the page above and below the window. @param {Room} room */
export function screensNear({ width, aim, gap }) {
  const onScreen = (width / (aim * USUAL_ASPECT)) * (window.innerHeight / (aim + gap));
  return Math.min(MOST_SCREENS, Math.max(FEWEST_SCREENS, (MOST_TILES / Math.max(1, onScreen) - 1) / 2));
}
