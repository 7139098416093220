/** Beginning and ending to follow somebody: it shows at once, and is taken back when the server does not take it. */

import { api } from "../api.js";
import { showToast } from "../toast.js";

export class Following {
  #somebody;
  #done;
  /** What was pressed last, while something is on its way. @type {boolean | null} */
  #wanted = null;

  /** @param {import("./somebody.js").Somebody} somebody @param {() => void} [done] told when the server has taken it */
  constructor(somebody, done = () => {}) {
    this.#somebody = somebody;
    this.#done = done;
  }

  /** Follow, or stop it. */
  async turn() {
    const { user, between } = this.#somebody;
    const isOnItsWay = this.#wanted !== null;
    this.#wanted = !this.#somebody.isWanted;
    this.#somebody.change(foreseen(this.#somebody, this.#wanted));
    if (isOnItsWay) return;
    try {
      await this.#sendLast();
      this.#wanted = null;
      this.#done();
    } catch (problem) {
      this.#wanted = null;
      this.#somebody.change({ user: { followers: user.followers }, between });
      showToast(problem.detail);
    }
  }

  /** Of presses that come faster than answers, the last counts. */
  async #sendLast() {
    let [sent, answer] = [null, null];
    while (sent !== this.#wanted) {
      sent = this.#wanted;
      answer = await api("POST", `${this.#somebody.path}/${sent ? "follow" : "unfollow"}`);
    }
    if (sent) this.#somebody.change({ between: { is_requested: Boolean(answer.requested), is_following: !answer.requested } });
  }
}

function foreseen({ user, between }, isWanted) {
  const is_following = isWanted && !user.is_private;
  const followers = user.followers + Number(is_following) - Number(between.is_following);
  return { user: { followers }, between: { is_following, is_requested: isWanted && user.is_private } };
}
