/** Who is in the room now, and what they are called. */

export class People {
  /** @type {Set<string>} */
  present = new Set();
  #names = new Map();
  #replaced = new Set();

  /** @param {string[]} peers */
  are(peers) {
    this.present = new Set(peers);
  }

  /** A page that was loaded anew: the server knows the one before for a while. @param {string} peer */
  replaced(peer) {
    this.#replaced.add(peer);
  }

  /** It is here, whatever was said of it. @param {string} peer */
  seen(peer) {
    this.#replaced.delete(peer);
  }

  /** @returns {string[]} the others who are here */
  get others() {
    return [...this.present].filter((peer) => !this.#replaced.has(peer));
  }

  /** @param {string} peer @param {unknown} name what they say */
  called(peer, name) {
    if (typeof name === "string") this.#names.set(peer, name.slice(0, 60));
  }

  /** @param {string} peer @returns {string} "" while they have none */
  nameOf(peer) {
    return this.#names.get(peer) ?? "";
  }

  /** @param {string} me @param {string} myName @returns {{peer: string, name: string, self: boolean}[]} */
  shown(me, myName) {
    const others = this.others.map((peer) => ({ peer, name: this.nameOf(peer), self: false }));
    return [...others, { peer: me, name: myName, self: true }];
  }
}
