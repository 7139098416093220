/** Gets what is missing of the sections: a few at a time, the nearest first, and gives up what is no longer near. */

const AT_ONCE = 3;

export class SectionLoads {
  #load;
  /** @type {Map<string, {control: AbortController, done: Promise<void>, isHeld: boolean}>} */
  #running = new Map();
  /** @type {string[]} */
  #wanted = [];

  /** @param {(key: string, signal: AbortSignal) => Promise<void>} load gets one page more; never rejects but when aborted */
  constructor(load) {
    this.#load = load;
  }

  /** Get these, in this order, and nothing that was wanted before. @param {string[]} keys */
  want(keys) {
    this.#wanted = keys;
    for (const [key, { control, isHeld }] of this.#running) if (!isHeld && !keys.includes(key)) control.abort();
    this.#start();
  }

  /** Get one page more of a section, whatever else is wanted. @param {string} key @returns {Promise<void>} */
  async hold(key) {
    const running = this.#running.get(key) ?? this.#run(key);
    running.isHeld = true;
    await running.done;
  }

  /** Give everything up. */
  stop() {
    this.#wanted = [];
    for (const { control } of this.#running.values()) control.abort();
    this.#running.clear();
  }

  #start() {
    for (const key of this.#wanted) {
      if (this.#running.size >= AT_ONCE) return;
      if (!this.#running.has(key)) this.#run(key);
    }
  }

  #run(key) {
    this.#wanted = this.#wanted.filter((one) => one !== key);
    const control = new AbortController();
    const running = { control, isHeld: false, done: Promise.resolve() };
    this.#running.set(key, running);
    running.done = this.#finish(key, running);
    return running;
  }

  async #finish(key, running) {
    try {
      await this.#load(key, running.control.signal);
    } catch (problem) {
      if (problem.name !== "AbortError") throw problem;
    } finally {
      if (this.#running.get(key) === running) this.#running.delete(key);
      this.#start();
    }
  }
}
