/** Keeps NiceGUI from loading the page anew while it holds files, which a new page would not have. */

/**
 * A server that was started again does not know the page any more, and at the first word from it NiceGUI reloads. So a
 * connection lost while files are held is taken up only when they are gone; sending them does not need it.
 */
export class HeldConnection {
  #held = false;

  /** @param {boolean} wanted whether the page holds files now */
  hold(wanted) {
    const { socket } = window; // plain pages have none
    if (!socket || wanted === this.#held) return;
    this.#held = wanted;
    socket.io.reconnection(!wanted);
    if (wanted && !socket.connected) socket.disconnect(); // ends the tries that are under way
    if (!wanted && !socket.connected) socket.connect();
  }
}
