/** Controls that leave after a moment without movement, and come back with a move, a tap or a key. */

const PATIENCE = 2500;

export class QuietControls {
  #element;
  #timer = 0;
  #stays;

  /**
   * @param {HTMLElement} element gets `data-quiet` while the controls are away
   * @param {() => boolean} stays whether they must not leave now
   */
  constructor(element, stays) {
    this.#element = element;
    this.#stays = stays;
    element.addEventListener("pointermove", (event) => {
      if (event.pointerType === "mouse") this.wake();
    });
    element.addEventListener("keydown", () => this.wake());
    element.addEventListener("focusin", () => this.wake());
  }

  wake() {
    this.#element.removeAttribute("data-quiet");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#stays() ? this.wake() : this.rest()), PATIENCE);
  }

  rest() {
    clearTimeout(this.#timer);
    this.#element.setAttribute("data-quiet", "");
  }

  /** On touch a tap brings them and takes them away. */
  toggle() {
    if (this.#element.hasAttribute("data-quiet")) this.wake();
    else this.rest();
  }

  stop() {
    clearTimeout(this.#timer);
  }
}
