/** Where the picture is: only on this device, on its way, or on the server; with a bar while it goes. */

import { bytesText } from "../picture_facts.js";
import { WAY } from "../studio_texts.js";
import { made, pressable } from "../made.js";

/**
 * @param {() => void} cancel
 * @returns {{element: HTMLElement, show: (way: import("./draft.js").Way,
 *   picture: import("./chosen_picture.js").ChosenPicture) => void, making: (isMaking: boolean) => void}}
 */
export function wayLine(cancel) {
  const element = made("div", "k-way");
  const words = made("p", "k-way-words k-small k-soft");
  words.setAttribute("role", "status");
  const bar = made("div", "k-progress");
  bar.setAttribute("role", "progressbar");
  bar.ariaLabel = WAY.bar;
  const part = made("span");
  bar.append(part);
  const stop = pressable("k-button k-button--quiet", WAY.cancel, cancel);
  element.append(words, stop, bar);
  let shown = { phase: "here", sent: 0 };
  let picture = { bytes: 1, file: null };
  let isMaking = false;

  const draw = () => {
    const isGoing = shown.phase === "sending" || shown.phase === "checking";
    words.textContent = sentence(shown, picture, isMaking);
    element.hidden = !words.textContent;
    bar.hidden = shown.phase !== "sending";
    stop.hidden = !isGoing;
    const percent = Math.floor((100 * shown.sent) / picture.bytes);
    part.style.setProperty("--k-part", String(shown.sent / picture.bytes));
    bar.setAttribute("aria-valuenow", String(percent));
    words.ariaLive = shown.phase === "sending" && shown.sent ? "off" : "polite"; // not every number is read out
  };
  return {
    element,
    show: (way, of) => {
      [shown, picture] = [way, of];
      draw();
    },
    making: (is) => {
      isMaking = is;
      draw();
    },
  };
}

function sentence({ phase, sent }, { bytes, media }, isMaking) {
  if (phase === "sending") return WAY.sending(partText(sent, bytes));
  if (phase !== "there") return WAY[phase];
  if (isMaking) return WAY.making;
  return !media || media.draft ? WAY.draft : WAY.inLibrary;
}

/** @param {number} sent @param {number} bytes @returns {string} such as `1.2 MB of 4.7 MB` */
function partText(sent, bytes) {
  return `${bytesText(sent)} of ${bytesText(bytes)}`;
}
