/** What is said about choosing pictures and about what is done with many at once: part of the browser's text catalogue. */

import { DELETED } from "../picture_texts.js";

const number = (count) => count.toLocaleString("en");

/** @param {string} name */
export const choose = (name) => `Choose ${name}`;

export const CHOOSING = {
  region: "Chosen pictures",
  none: "No picture is chosen any more.",
  clear: "Choose none",
  all: "All",
  chooseAll: "Choose all pictures",
  chooseAllFound: "Choose all pictures found",
  allIncomplete: "Not all pictures came, so not all are chosen.",
};

/** @param {number} count @param {string} size such as `61 MB` */
export const chosenText = (count, size) => `${number(count)}\u00a0chosen · ${size.replace(" ", "\u00a0")}`;

/** @param {number} count */
export const deletedText = (count) => (count === 1 ? DELETED : `${number(count)} deleted.`);

/** @param {number} kept @param {number} all @param {string} name of the first that was kept @param {string} why */
export const notDeletedText = (kept, all, name, why) =>
  all === 1 ? why : `${number(kept)} of ${number(all)} could not be deleted. ${name}: ${why}`;

export const NOT_DOWNLOADED = "These originals could not be downloaded. Load the page again, then choose.";

/** @param {string} name of the first that is gone @param {number} others gone as well @param {number} left still chosen */
export const goneText = (name, others, left) => {
  const who = others === 0 ? `${name} is` : `${name} and ${others === 1 ? "one other" : `${number(others)} others`} are`;
  const goOn = left === 0 ? "" : ` Download again to get the other ${left === 1 ? "one" : number(left)}.`;
  return `${who} not in your library any more.${goOn}`;
};
