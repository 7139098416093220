/** One person as the page shows them, with what stands between them and oneself; who draws them is told of changes. */

/**
 * @typedef {import("../feed/person.js").User & {bio: string, is_private: boolean, followers: number, following: number,
 *   posts: number}} Person as the API gives it
 * @typedef {{is_following: boolean, is_followed_by: boolean, is_requested: boolean, is_blocking: boolean,
 *   is_muting: boolean}} Between from one's own side
 */

export class Somebody {
  user;
  between;
  /** @type {(() => void)[]} */
  #listeners = [];

  /** @param {Person} user @param {Between} between */
  constructor(user, between) {
    this.user = user;
    this.between = between;
  }

  /** Where the API has this person. */
  get path() {
    return `/users/${this.user.id}`;
  }

  /** Whether there is a follow, or a request for one. */
  get isWanted() {
    return this.between.is_following || this.between.is_requested;
  }

  /** @param {() => void} listener */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  /** @param {{user?: Partial<Person>, between?: Partial<Between>}} changed */
  change({ user = {}, between = {} }) {
    this.user = { ...this.user, ...user };
    this.between = { ...this.between, ...between };
    for (const listener of this.#listeners) listener();
  }
}
