/** Everything one can set in the studio: what it is for, and all else under *More*. */

import { bytesText } from "../picture_facts.js";
import { MORE } from "../studio_texts.js";
import { codecOf, formatControls } from "./format_controls.js";
import { goalControls, sizeControls } from "./goal_controls.js";
import { made } from "../made.js";
import { cutControls, lightControls, metadataControls } from "./picture_controls.js";
import { purposeChoice } from "./purpose_choice.js";
import { DECIDED, settingsFor } from "./purposes.js";
import { AS_IT_IS, formatOf } from "./settings.js";

export class SettingsForm {
  element = made("form", "k-settings");
  /** @type {import("./settings.js").Settings} */
  settings = AS_IT_IS;
  #codecs;
  #calls;
  /** @type {import("./format_controls.js").About} */
  #about = { width: null, height: null };
  #purposes;
  #groups;
  #summary = made("span", "k-fact k-soft");

  /**
   * @param {import("./format_controls.js").Codec[]} codecs
   * @param {{changed: (settings: import("./settings.js").Settings) => void, cut?: (shape: string) => void}} calls
   *   without `cut` nothing can be cut out
   */
  constructor(codecs, { changed, cut }) {
    this.#codecs = codecs;
    this.#calls = { changed };
    this.#purposes = purposeChoice((purpose, asked) => this.#choose(purpose, asked));
    const change = (some) => this.change(some);
    this.#groups = [
      formatControls(codecs, change),
      goalControls(change),
      sizeControls(change),
      cutControls(change, cut),
      lightControls(change),
      metadataControls(change),
    ];
    const more = made("details", "k-more");
    const head = made("summary", "k-more-head");
    head.append(made("span", "k-more-word", MORE.title), this.#summary);
    more.append(head, ...this.#groups.map(({ element }) => element));
    this.element.append(this.#purposes.element, more);
    this.element.addEventListener("submit", (event) => event.preventDefault());
    this.#show();
  }

  /** What the original is. @param {import("./format_controls.js").About} about */
  about(about) {
    this.#about = about;
    this.#show();
  }

  /** Change some settings, as by hand. @param {Partial<import("./settings.js").Settings>} some */
  change(some) {
    if (DECIDED.some((name) => name in some)) this.#purposes.show(null);
    this.#set(some);
  }

  /**
   * Say what is wrong beside the control it is about.
   * @param {import("../api.js").Problem | null} problem
   * @returns {boolean} whether there is one in sight
   */
  trouble(problem) {
    const fields = Object.assign({}, ...this.#groups.map((group) => group.fields));
    for (const field of Object.values(fields)) field.trouble("");
    this.#purposes.trouble("");
    if (!problem) return false;
    const named = problem.errors?.find(({ field }) => fields[field]);
    const field = named && fields[named.field];
    const offer = this.offerOf(problem);
    if (!field?.element.checkVisibility()) return this.#purposes.trouble(problem.detail, offer);
    field.trouble(named.message || problem.detail, offer);
    return true;
  }

  /**
   * What the refusal advises; it serves the purpose, which therefore stays.
   * @param {import("../api.js").Problem} problem
   */
  offerOf({ facts: { suggested_width: width } = {} }) {
    return width ? { word: MORE.tryWidth(width), take: () => this.#set({ width }) } : null;
  }

  #set(some) {
    this.settings = { ...this.settings, ...some };
    this.#show();
    this.#calls.changed(this.settings);
  }

  #choose(purpose, asked) {
    this.settings = settingsFor(purpose, this.settings, { ...this.#about, ...asked });
    this.#purposes.show(purpose);
    this.#show();
    this.#calls.changed(this.settings);
  }

  #show() {
    const codec = codecOf(this.#codecs, formatOf(this.settings, this.#about.contentType));
    for (const group of this.#groups) group.show(this.settings, this.#about, codec);
    this.#summary.textContent = inWords(this.settings, codec);
  }
}

/**
 * Settings in a few words, as on the edge of a film.
 * @param {import("./settings.js").Settings} settings
 * @param {import("./format_controls.js").Codec} codec
 */
function inWords({ goal, quality, targetBytes, minSimilarity, width, height }, codec) {
  const goals = {
    quality: `quality ${quality ?? codec.default_quality}`,
    bytes: `under ${bytesText(targetBytes)}`,
    similarity: `${minSimilarity.toFixed(3)} alike`,
  };
  const sides = [width, height].filter(Boolean);
  const size = sides.length ? `${[...new Set(sides)].join(" × ")} px` : "";
  return [codec.label, goals[goal], size].filter(Boolean).join(" · ");
}
