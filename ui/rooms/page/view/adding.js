/** Adding files: what is asked before they go (a name the first time, and whether they may say where they were taken). */

import { showToast } from "../../../components/toast.js";
import { ADD, HANDED } from "../words.js";
import { orSay } from "./refused.js";

export class Adding {
  #actions;
  #name;

  /**
   * @param {import("../state.js").Actions} actions
   * @param {() => string} name of who is here, "" before they said it
   */
  constructor(actions, name) {
    this.#actions = actions;
    this.#name = name;
  }

  /** @param {import("../state.js").Chosen[]} chosen */
  async add(chosen) {
    if (!chosen.length) return;
    const located = await this.#actions.located(chosen).catch(() => 0);
    if (this.#name() && !located) {
      await orSay(this.#actions.add(chosen, { removeLocation: false }));
      return;
    }
    const { openQuestions } = await import("./questions.js");
    const answer = await openQuestions({ heading: ADD.heading, needsName: !this.#name(), located, word: ADD.go });
    if (!answer) return;
    if (answer.name) await orSay(this.#actions.setName(answer.name));
    await orSay(this.#actions.add(chosen, { removeLocation: answer.removeLocation }));
  }

  /** Add what another page of Kamra handed over for this room, if it did. */
  async addHanded() {
    const { chosen, missing } = await this.#actions.handed((count) => showToast(HANDED.coming(count)));
    if (missing) showToast(HANDED.missing(missing), { seconds: 8 });
    await this.add(chosen);
  }

  /** Have a name before something is written or marked. @returns {Promise<boolean>} whether there is one */
  async named() {
    if (this.#name()) return true;
    const { openQuestions } = await import("./questions.js");
    const answer = await openQuestions({ heading: ADD.nameHeading, needsName: true, located: 0, word: ADD.nameGo });
    return Boolean(answer) && (await orSay(this.#actions.setName(answer.name)));
  }
}
