/** How pictures come into the post: from the library, or from this device and thereby into the library as well. */

import { api } from "../api.js";
import { PICTURES } from "../composer_texts.js";
import { icon } from "../icons.js";
import { WorkingPictures } from "../library/working_pictures.js";
import { made, pressable } from "../made.js";
import { showToast } from "../toast.js";
import { mountUploads } from "../uploads/uploads.js";
import { Picker } from "./picker.js";

/**
 * @param {import("./post_pictures.js").PostPictures} pictures
 * @param {number} maxBytes the most one upload may have
 * @returns {{element: HTMLElement, focus: () => void, isBusy: boolean, dispose: () => void}} `isBusy` while files are sent
 */
export function waysToAdd(pictures, maxBytes) {
  const add = (picture) => {
    if (!pictures.add([picture])) showToast(PICTURES.full);
  };
  const uploads = mountUploads({
    maxBytes,
    added: (id) => {
      add(coming(id));
      pictures.fetch(id).catch(() => {}); // it is asked for again until it is ready
    },
    known: (id) => api("GET", `/media/${id}`).then(add, (problem) => showToast(problem.detail)),
    makingText: PICTURES.making,
  });
  const working = new WorkingPictures(pictures);
  const picker = new Picker((chosen) => pictures.choose(chosen));
  const library = pressable("k-button", "", () => picker.open(pictures.pictures));
  library.append(icon("library"), made("span", "", PICTURES.library));
  const device = pressable("k-button", "", uploads.choose);
  device.append(icon("upload"), made("span", "", PICTURES.device));
  const lead = made("p", "k-soft", PICTURES.empty);
  const element = made("div", "k-composer-ways");
  const buttons = made("div", "k-buttons");
  buttons.append(library, device);
  element.append(lead, buttons);
  const show = () => (lead.hidden = pictures.pictures.length > 0);
  pictures.onChange(show);
  show();
  return {
    element,
    focus: () => library.focus(),
    get isBusy() {
      return uploads.isBusy;
    },
    dispose: () => {
      uploads.dispose();
      working.dispose();
    },
  };
}

/** What is known of a picture that the server has all bytes of and has not read yet. */
function coming(id) {
  return { id, name: "", status: "uploaded", width: null, height: null, alt: "", placeholder: null, renditions: [] };
}
