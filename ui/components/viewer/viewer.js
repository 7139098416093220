/** The viewer: one picture, whole, and the way to its neighbours. */

import { actionBar, postAddress, sendCall, smallerAddress } from "../action_bar.js";
import { linksAreOver } from "../picture_links.js";
import { OFFLINE } from "../texts.js";
import { showToast } from "../toast.js";
import { listenToHands } from "./gestures.js";
import { grow } from "./grow.js";
import { QuietControls } from "./quiet_controls.js";
import { Stage, fetchAhead } from "./stage.js";
import { UnsentDetails } from "./unsent_details.js";
import { ViewerAddress } from "./viewer_address.js";
import { listenToKeys } from "./viewer_keys.js";
import { insteadOf, viewerParts } from "./viewer_parts.js";

const GROUNDS = ["black", "grey", "white"];
// Most visits do without these, so the page does not carry them.
const FACTS = () => import("./facts_column.js");
const KEYS = () => import("./keys_list.js");

/** @typedef {import("../picture_links.js").Picture} Picture */

export class Viewer {
  #list;
  #calls;
  #address;
  #stage = new Stage();
  #parts;
  #controls;
  /** @type {Picture | null} */
  #picture = null;
  #facts = null;
  /** @type {typeof import("./facts_column.js") | null} */
  #column = null;
  #unsent;
  #over = new AbortController();

  /**
   * @param {import("../library/picture_list.js").PictureList} list
   * @param {{address: () => string, tileOf: (id: string) => HTMLElement | null, closed: (id: string) => void,
   *   delete: (id: string) => void, retry: (id: string) => void}} calls
   */
  constructor(list, calls) {
    this.#list = list;
    this.#calls = calls;
    this.#address = new ViewerAddress(calls.address);
    this.#unsent = new UnsentDetails({
      saved: (picture) => list.put(picture),
      refused: (problem) => showToast(problem.detail),
    });
    const does = {
      close: () => this.leave(),
      step: (by) => this.#step(by),
      facts: () => this.#toggleFacts(),
      keys: () => this.#showKeys(),
      zoom: () => this.#stage.toggleActualSize(),
      ground: () => this.#nextGround(),
    };
    this.#parts = viewerParts(this.#stage.element, does);
    const { dialog } = this.#parts;
    dialog.dataset.ground = GROUNDS[0];
    this.#controls = new QuietControls(dialog, () => dialog.matches(":has(.k-viewer-control:hover, .k-viewer-facts)"));
    const { signal } = this.#over;
    listenToKeys(dialog, {
      ...does,
      save: () => this.#parts.foot.querySelector("a[download]")?.click(),
      delete: () => this.#delete(),
    });
    dialog.addEventListener("cancel", (event) => (event.preventDefault(), this.leave()));
    dialog.addEventListener("close", () => this.#picture && this.leave()); // browsers let a second Esc through
    window.addEventListener("popstate", () => this.#addressChanged(), { signal });
    listenToHands(this.#stage, { ...does, tap: () => this.#controls.toggle() }, signal);
    list.onChange(() => this.#listChanged());
  }

  /**
   * @param {Picture} picture
   * @param {{from?: HTMLElement | null, isFirst?: boolean}} [options] the tile it grows from; whether the page came with it open
   */
  open(picture, { from = null, isFirst = false } = {}) {
    const { dialog } = this.#parts;
    if (!dialog.isConnected) document.body.append(dialog);
    if (!dialog.open) dialog.showModal();
    dialog.focus();
    this.#show(picture);
    if (!isFirst) this.#address.opened(picture.id);
    this.#controls.wake();
    grow(this.#stage.image, from);
    FACTS().catch(() => {}); // so that they are here at once, and also when the line is gone by then
  }

  /** Back to the very tile. */
  leave() {
    if (!this.#address.leave()) this.#close();
  }

  dispose() {
    this.#over.abort();
    this.#controls.stop();
    this.#stage.dispose();
    this.#unsent.dispose();
    this.#parts.dialog.remove();
  }

  async #close() {
    const { dialog } = this.#parts;
    if (!dialog.open || !this.#picture) return;
    const { id } = this.#picture;
    this.#picture = null;
    this.#controls.stop();
    dialog.setAttribute("data-leaving", "");
    await grow(this.#stage.image, this.#calls.tileOf(id), { back: true });
    dialog.removeAttribute("data-leaving");
    if (this.#picture) return; // another one was opened meanwhile
    dialog.close();
    keepToasts(dialog);
    this.#showFacts(false);
    this.#stage.show(null);
    this.#calls.closed(id);
  }

  #show(picture) {
    this.#picture = picture;
    const { title, message, foot } = this.#parts;
    title.textContent = picture.name;
    this.#showPlace();
    this.#stage.show(picture);
    message.replaceChildren(...insteadOf(picture, () => this.#calls.retry(picture.id)));
    const [post, smaller] = [postAddress([picture]), smallerAddress([picture])];
    const [send, original] = [sendCall([picture]), picture.original_url];
    foot.replaceChildren(actionBar({ post, send, smaller, original, delete: () => this.#delete() }));
    if (this.#facts) this.#showFacts(true);
    fetchAhead([this.#beside(1), this.#beside(-1)]);
    if (linksAreOver(picture)) this.#list.refresh(picture.id).catch(() => {}); // the old ones then stay in place
  }

  #showPlace() {
    const { place, buttons } = this.#parts;
    const { total, pictures, places } = this.#list;
    const before = places.placeOf(this.#picture?.id);
    const all = (total ?? pictures.length).toLocaleString("en");
    place.textContent = before < 0 ? "" : `${(before + 1).toLocaleString("en")} / ${all}${total === null ? "+" : ""}`;
    buttons.previous.hidden = before <= 0;
    buttons.next.hidden = before < 0 || before + 1 === total;
  }

  /** The picture after the one that is shown, or before it by −1, if it is here. */
  #beside(by) {
    return this.#list.places.beside(this.#picture.id, by);
  }

  async #step(by) {
    const from = this.#picture;
    const next = this.#beside(by) ?? (await this.#list.places.step(from.id, by)); // none: this is the last for now
    if (!next || this.#picture?.id !== from.id) return;
    this.#show(next);
    this.#address.moved(next.id);
  }

  #delete() {
    const next = this.#beside(1) ?? this.#beside(-1);
    const { id } = this.#picture;
    if (next) {
      this.#show(next);
      this.#address.moved(next.id);
    } else {
      this.leave();
    }
    this.#calls.delete(id);
  }

  #listChanged() {
    if (!this.#picture) return;
    const now = this.#list.find(this.#picture.id);
    if (now && now !== this.#picture) this.#renew(now);
    else this.#showPlace();
  }

  /** The same picture with new facts: whoever is typing into its name goes on undisturbed. */
  #renew(picture) {
    const facts = this.#facts;
    this.#facts = null;
    this.#show(picture);
    this.#facts = facts;
    if (facts) this.#column.renewFacts(facts, picture);
  }

  async #toggleFacts() {
    this.#column ??= await whenWanted(FACTS);
    if (!this.#column || !this.#picture) return; // not to be had, or closed meanwhile
    this.#showFacts(!this.#facts);
    if (this.#facts) this.#list.fetch(this.#picture.id).catch(() => {}); // what the list knows is shown already
  }

  #showFacts(wanted) {
    this.#facts?.remove();
    this.#facts = wanted ? this.#factsNow() : null;
    this.#parts.dialog.toggleAttribute("data-facts", wanted);
    this.#parts.buttons.facts.setAttribute("aria-expanded", String(wanted));
    if (this.#facts) this.#parts.dialog.append(this.#facts);
  }

  #factsNow() {
    return this.#column.factsColumn(this.#picture, this.#unsent, {
      saved: (picture) => this.#list.put(picture),
      close: () => this.#toggleFacts(),
    });
  }

  async #showKeys() {
    const list = await whenWanted(KEYS);
    list?.showKeys(this.#parts.dialog);
  }

  #nextGround() {
    const { dataset } = this.#parts.dialog;
    dataset.ground = GROUNDS[(GROUNDS.indexOf(dataset.ground) + 1) % GROUNDS.length];
  }

  #addressChanged() {
    const id = this.#address.pictureId;
    const picture = id && this.#list.find(id);
    if (picture) return this.open(picture, { isFirst: true });
    if (!id) this.#address.returned();
    this.#close();
  }
}

/** A module that was not loaded with the page; null, and said, where it does not come. */
async function whenWanted(load) {
  try {
    return await load();
  } catch {
    showToast(OFFLINE);
    return null;
  }
}

/** What is said in a dialog would go with it, and with it the way back from a deletion. */
function keepToasts(dialog) {
  const toasts = dialog.querySelector(":scope > .k-toasts");
  const others = document.querySelector("body > .k-toasts");
  if (toasts && others) others.append(...toasts.children);
  else if (toasts) document.body.append(toasts);
}
