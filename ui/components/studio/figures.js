/** What the smaller copy costs and saves: two bars to scale, and a sentence for how like the original it is. */

import { bytesText, kindText, pixelsText } from "../picture_facts.js";
import { RESULT, STAGE } from "../studio_texts.js";
import { made } from "../made.js";

/**
 * @returns {{element: HTMLElement, original: (facts: {bytes: number, width: number | null, height: number | null}) => void,
 *   result: (result: import("./results.js").Result | null) => void, busy: (isBusy: boolean) => void}}
 */
export function figures() {
  const element = made("div", "k-figures");
  element.setAttribute("role", "group");
  element.ariaLabel = RESULT.region;
  const [before, after] = [row(STAGE.original, "k-figure--original"), row(STAGE.result, "k-figure--result")];
  const sentence = made("p", "k-figures-sentence");
  sentence.setAttribute("role", "status");
  element.append(before.element, after.element, sentence);
  let known = { bytes: 0 };

  const draw = (result) => {
    const most = Math.max(known.bytes, result?.bytes ?? 0, 1);
    before.bar.style.width = `${(100 * known.bytes) / most}%`;
    after.bar.style.width = result ? `max(1px, ${(100 * result.bytes) / most}%)` : "0";
  };
  return {
    element,
    original: (facts) => {
      known = facts;
      before.facts.textContent = [bytesText(facts.bytes), pixelsText(facts)].filter(Boolean).join("  ");
      draw(null);
    },
    result: (result) => {
      after.facts.textContent = result ? resultText(result, known.bytes) : "";
      sentence.replaceChildren(...(result ? saying(result, known.bytes) : []));
      draw(result);
    },
    busy: (isBusy) => after.element.toggleAttribute("data-busy", isBusy),
  };
}

/** @param {{bytes: number, width: number, height: number}} result @param {number} before bytes of the original */
function resultText({ bytes, width, height }, before) {
  return `${bytesText(bytes)}  ${width} × ${height}  ${savingText(bytes, before)}`;
}

/** @param {number} bytes @param {number} before @returns {string} such as `−93 %`, with a real minus, on one line */
export function savingText(bytes, before) {
  const percent = Math.round(100 * (bytes / before - 1));
  return `${percent > 0 ? "+" : percent < 0 ? "−" : ""}${Math.abs(percent)}\u00a0%`;
}

/** @param {number} similarity @returns {string} */
export function likenessText(similarity) {
  return RESULT.likeness.find(([least]) => similarity >= least)[1];
}

/** What is lost of an original that moves, if something is. @param {import("./results.js").Result} result */
export function stillText({ frames, originalFrames, contentType }) {
  return originalFrames > frames ? RESULT.still(originalFrames, kindText(contentType)) : "";
}

function saying(result, before) {
  const { bytes, similarity } = result;
  if (bytes >= before) return [RESULT.larger];
  const still = stillText(result);
  if (still) return [still];
  return [`${likenessText(similarity)} `, made("span", "k-fact k-soft", similarity.toFixed(3))];
}

function row(label, className) {
  const element = made("div", `k-figure ${className}`);
  const [words, facts] = [made("p", "k-figure-words k-fact"), made("span", "k-figure-facts")];
  const [track, bar] = [made("div", "k-figure-track"), made("span")];
  words.append(made("span", "k-figure-label", label), facts);
  track.append(bar);
  element.append(words, track);
  return { element, facts, bar };
}
