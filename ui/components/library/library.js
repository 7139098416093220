/** The library: head, grid, viewer and uploads, put together around one list of pictures. */

import { api } from "../api.js";
import { Choosing } from "../choosing/choosing.js";
import { choosingBar } from "../choosing/choosing_actions.js";
import { Grid } from "../grid/grid.js";
import { Scrubber } from "../grid/scrubber.js";
import { EMPTY, emptyFilter } from "../library_texts.js";
import { showToast } from "../toast.js";
import { mountUploads } from "../uploads/uploads.js";
import { Viewer } from "../viewer/viewer.js";
import { emptyPlace } from "./empty_library.js";
import { HeldDeletions } from "./held_deletions.js";
import { LibraryAddress } from "./library_address.js";
import { libraryHead } from "./library_head.js";
import { PictureList } from "./picture_list.js";
import { isFiltered } from "./question.js";
import { WorkingPictures } from "./working_pictures.js";

/** @typedef {import("../picture_links.js").Picture} Picture */

/**
 * @param {HTMLElement} host
 * @param {{items: Picture[], nextCursor: string | null, months: {month: string, count: number}[],
 *   question: import("./question.js").Question, opened: Picture | null, maxBytes: number}} first
 *   what came with the page; `maxBytes` is the most one upload may have
 * @returns {{changed: (picture: Picture) => void, removed: (id: string) => void, dispose: () => void}}
 */
export function mountGallery(host, first) {
  const list = new PictureList(first);
  const deletions = new HeldDeletions(list);
  const working = new WorkingPictures(list);
  const address = new LibraryAddress(list, (problem) => showToast(problem.detail));
  const viewer = new Viewer(list, {
    address: () => address.home,
    tileOf: (id) => grid.tileOf(id),
    closed: (id) => grid.focus(id),
    delete: (id) => deletions.delete(id),
    retry: (id) => retry(list, id),
  });

  const place = made("div", "k-library-pictures");
  const grid = new Grid(place, {
    open: (picture, element) => viewer.open(picture, { from: element }),
    near: (sections) => list.near(sections),
    goOn: () => list.goOn(),
    broken: (picture) => list.refresh(picture.id).catch(() => {}), // the tile keeps its placeholder
  });
  const choosing = new Choosing(place, list, { failed: (problem) => showToast(problem.detail) });
  const bar = choosingBar(choosing, list, deletions);
  const scrubber = new Scrubber(grid);
  const uploads = mountUploads({
    maxBytes: first.maxBytes,
    added: (id) => list.fetch(id).catch(() => {}), // it is kept; the next visit shows it
  });
  const head = libraryHead((changed, how) => address.ask(changed, how));
  const clear = () => {
    address.ask({ q: "", tag: "" }, { isTyped: false });
    head.focus();
  };
  const empty = made("div", "");

  const show = () => {
    const [isEmpty, isSome] = [list.total === 0, isFiltered(list.question)];
    const shown = isSome ? emptyPlace(emptyFilter(list.question), clear) : emptyPlace(EMPTY, uploads.choose);
    empty.replaceChildren(...(isEmpty ? [shown] : []));
    head.hide(isEmpty && !isSome);
    head.show(list.question);
    head.found(list.total);
    host.toggleAttribute("data-scrubber", Scrubber.fits(list.sections));
    grid.show(list.sections);
  };
  host.classList.add("k-library");
  host.append(head.element, empty, place, scrubber.element);
  list.onChange(show);
  show();
  if (first.opened) openFirst(first.opened, { list, viewer, grid });

  return {
    changed: (picture) => list.put(picture),
    removed: (id) => {
      choosing.chosen.remove([id]);
      list.hide(id);
    },
    dispose: () => {
      for (const part of [uploads, viewer, working, deletions, choosing, bar, scrubber, grid, address, list]) part.dispose();
    },
  };
}

/** The picture the page was asked for; the grid behind the viewer goes to its place meanwhile. */
async function openFirst(picture, { list, viewer, grid }) {
  viewer.open(picture, { isFirst: true });
  await list.places.locate(picture);
  grid.reveal(picture.id);
}

async function retry(list, id) {
  try {
    await api("POST", `/media/${id}/retry`);
    await list.fetch(id);
  } catch (problem) {
    showToast(problem.detail);
  }
}

function made(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
