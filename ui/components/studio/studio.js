/** The studio: empty, with one picture on the table, or with several for the same recipe. */

import { emptyPlace } from "../library/empty_library.js";
import { HeldDeletions } from "../library/held_deletions.js";
import { EMPTY, STUDIO } from "../studio_texts.js";
import { showToast } from "../toast.js";
import { refusal } from "../uploads/accepted_files.js";
import { isLeftBehind } from "../uploads/left_behind.js";
import { HeldConnection } from "../uploads/held_connection.js";
import { waysIn } from "../uploads/ways_in.js";
import { pictureOfFile, pictureOfMedia, withMedia } from "./chosen_picture.js";
import { made } from "../made.js";
import { OnePicture } from "./one_picture.js";
import { SeveralPictures } from "./several_pictures.js";

const OFFER = "kamra:make-smaller";

/**
 * @param {HTMLElement} host
 * @param {{pictures: import("../picture_links.js").Picture[], codecs: import("./format_controls.js").Codec[],
 *   maxBytes: number}} first `pictures` of the library that are to be made smaller
 * @returns {{dispose: () => void}}
 */
export function mountStudio(host, { pictures, codecs, maxBytes }) {
  const over = new AbortController();
  const connection = new HeldConnection();
  const place = made("div", "k-studio-place");
  /** @type {OnePicture | SeveralPictures | null} */
  let open = null;

  const take = async (files) => {
    const meant = files.filter(({ name }) => !isLeftBehind(name));
    const refused = meant.map((file) => refusal(file, maxBytes)).filter(Boolean);
    const good = meant.filter((file) => !refusal(file, maxBytes));
    for (const sentence of new Set(refused)) showToast(sentence);
    if (!good.length) return;
    connection.hold(true);
    const chosen = await Promise.all(good.map((file) => pictureOfFile(file)));
    if (open instanceof SeveralPictures) open.add(chosen);
    else show(chosen);
    if (document.activeElement === document.body) open.focus(); // what was pressed to choose is away
  };
  const { choose } = waysIn(take, over.signal, OFFER);

  const show = (chosen) => {
    open?.dispose();
    const clear = () => show([]);
    if (!chosen.length) {
      connection.hold(false);
      open = null;
      history.replaceState(history.state, "", "/studio");
      place.replaceChildren(emptyPlace(EMPTY, choose));
      return;
    }
    if (chosen[0].file) history.replaceState(history.state, "", "/studio"); // a reload must not show another
    open =
      chosen.length === 1
        ? new OnePicture(chosen[0], { codecs, other: choose, remove })
        : new SeveralPictures(chosen, { codecs, add: choose, clear });
    place.replaceChildren(open.element);
  };

  const deletions = new HeldDeletions({
    together: (change) => change(),
    hide: () => {
      show([]);
      place.querySelector("button").focus(); // what was pressed is away
    },
    show: async ({ file, ...media }) => {
      if (open) return; // another one is on the table by now; this one is where it was
      show([file ? withMedia(await pictureOfFile(file), media) : pictureOfMedia(media)]);
      if (!media.draft) history.replaceState(history.state, "", `/studio?media=${media.id}`);
    },
  });
  const remove = ({ media, file }) => deletions.deleteAll([{ ...media, file }]);

  host.classList.add("k-studio");
  host.append(made("h1", "k-unseen", STUDIO), place);
  show(pictures.map((picture) => pictureOfMedia(picture)));
  return {
    dispose: () => {
      over.abort();
      open?.dispose();
      deletions.dispose();
      connection.hold(false);
    },
  };
}
