/** Asks about pictures that are still being made, ever less often; a live message makes asking unnecessary. */

import { isBeingMade } from "../picture_links.js";

const FIRST_PAUSE = 1500;
const LONGEST_PAUSE = 15_000;
const AT_ONCE = 6;

export class WorkingPictures {
  #list;
  #timer = 0;
  #pause = FIRST_PAUSE;
  #known = "";
  #over = new AbortController();

  /** @param {import("./picture_list.js").PictureList} list */
  constructor(list) {
    this.#list = list;
    list.onChange(() => this.#changed());
    document.addEventListener("visibilitychange", () => this.#restart(), { signal: this.#over.signal });
    this.#changed();
  }

  dispose() {
    this.#over.abort();
    clearTimeout(this.#timer);
  }

  /** Oldest first, because that is the order the server works in. */
  #working() {
    return this.#list.pictures.filter(isBeingMade).reverse();
  }

  #changed() {
    const known = this.#working()
      .map(({ id, status }) => id + status)
      .join();
    if (known === this.#known) return;
    this.#known = known;
    this.#restart();
  }

  #restart() {
    this.#pause = FIRST_PAUSE;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#askLater();
  }

  #askLater() {
    if (this.#timer || this.#over.signal.aborted || document.hidden || !this.#working().length) return;
    this.#timer = setTimeout(() => this.#ask(), this.#pause);
  }

  async #ask() {
    const asked = this.#working().slice(0, AT_ONCE);
    const answers = await Promise.allSettled(asked.map(({ id }) => this.#list.fetch(id)));
    for (const [at, answer] of answers.entries()) {
      if (answer.status === "rejected" && answer.reason.status === 404) this.#list.hide(asked[at].id);
    }
    this.#pause = Math.min(this.#pause * 1.6, LONGEST_PAUSE);
    this.#timer = 0;
    this.#askLater();
  }
}
