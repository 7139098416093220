/** The address of an open picture: /m/<id>, so that Back closes it and a link or a reload opens it again, among the same. */

export class ViewerAddress {
  #home;

  /** @param {() => string} home the address of the page without a picture */
  constructor(home) {
    this.#home = home;
  }

  /** The id of the picture the address names. @returns {string | null} */
  get pictureId() {
    return /^\/m\/([^/]+)$/.exec(location.pathname)?.[1] ?? null;
  }

  /** A picture was opened from the page: Back leads to the page. @param {string} id */
  opened(id) {
    if (this.pictureId === id) return;
    history.scrollRestoration = "manual"; // Back would scroll to where the viewer was opened, away from the picture seen last
    history.pushState({ ...history.state, kFromLibrary: true }, "", this.#of(id));
  }

  /** The page is there again: whoever comes to it from elsewhere finds it where it was, once the browser has not scrolled. */
  returned() {
    setTimeout(() => {
      if (this.pictureId === null) history.scrollRestoration = "auto";
    });
  }

  /** Another picture without leaving the viewer: Back still leads to the page. @param {string} id */
  moved(id) {
    history.replaceState(history.state, "", this.#of(id));
  }

  /** Which pictures it is among, and in which order, stands behind the path as it does in the library. */
  #of(id) {
    return `/m/${id}${location.search}`;
  }

  /** Leave the viewer. @returns {boolean} whether the browser will tell of it by `popstate` */
  leave() {
    if (this.pictureId === null) return false;
    if (history.state?.kFromLibrary) {
      history.back();
      return true;
    }
    history.replaceState(history.state, "", this.#home());
    return false;
  }
}
