/** The library: search, grid, viewer and uploads, put together around one list of pictures. */

import { api } from "../api.js";
import { Grid } from "../grid/grid.js";
import { linksAreOver } from "../picture_links.js";
import { EMPTY, LIBRARY, LOADING_FAILED, TRY_AGAIN, emptySearch } from "../picture_texts.js";
import { showToast } from "../toast.js";
import { mountUploads } from "../uploads/uploads.js";
import { Viewer } from "../viewer/viewer.js";
import { emptyPlace } from "./empty_library.js";
import { HeldDeletions } from "./held_deletions.js";
import { PictureList } from "./picture_list.js";
import { libraryAddress, searchField } from "./search_field.js";
import { WorkingPictures } from "./working_pictures.js";

/** @typedef {import("../picture_links.js").Picture} Picture */

/**
 * @param {HTMLElement} host
 * @param {{items: Picture[], nextCursor: string | null, query: string, opened: Picture | null, maxBytes: number}} first
 *   what came with the page; `maxBytes` is the most one upload may have
 * @returns {{changed: (picture: Picture) => void, removed: (id: string) => void, dispose: () => void}}
 */
export function mountGallery(host, first) {
  const list = new PictureList(first);
  const deletions = new HeldDeletions(list);
  const working = new WorkingPictures(list);
  const viewer = new Viewer(list, {
    address: () => libraryAddress(list.query),
    tileOf: (id) => grid.tileOf(id),
    closed: (id) => grid.focus(id),
    delete: (id) => deletions.delete(id),
    retry: (id) => retry(list, id),
  });

  const foot = made("div", "k-library-foot");
  const loadMore = async () => {
    if (!list.hasMore || foot.hasChildNodes()) return;
    try {
      await list.more();
    } catch (problem) {
      foot.replaceChildren(...loadingFailed(problem, () => (foot.replaceChildren(), loadMore())));
    }
  };

  const place = made("div", "");
  const grid = new Grid(place, {
    open: (picture, element) => viewer.open(picture, { from: element }),
    nearEnd: loadMore,
    broken: (picture) => list.refresh(picture.id).catch(() => {}), // the tile keeps its placeholder
  });
  const uploads = mountUploads({
    maxBytes: first.maxBytes,
    added: (id) => list.fetch(id).catch(() => {}), // it is kept; the next visit shows it
  });
  const search = searchField(list.query, (query) => {
    foot.replaceChildren();
    list.search(query).catch((problem) => showToast(problem.detail));
  });
  const empty = made("div", "");

  const show = () => {
    const isEmpty = !list.pictures.length && !list.hasMore;
    const texts = list.query ? emptySearch(list.query) : EMPTY;
    empty.replaceChildren(...(isEmpty ? [emptyPlace(texts, list.query ? search.clear : uploads.choose)] : []));
    search.element.hidden = isEmpty && !list.query;
    grid.show(list.pictures);
  };
  host.classList.add("k-library");
  host.append(heading(search.element), empty, place, foot);
  list.onChange(show);
  show();
  if (first.opened) viewer.open(first.opened, { isFirst: true });

  const over = new AbortController();
  document.addEventListener("visibilitychange", () => freshen(list, grid), { signal: over.signal });
  return {
    changed: (picture) => list.put(picture),
    removed: (id) => list.hide(id),
    dispose: () => {
      over.abort();
      for (const part of [uploads, viewer, working, deletions, grid]) part.dispose();
    },
  };
}

function heading(search) {
  const head = made("div", "k-library-head");
  const title = made("h1", "k-unseen");
  title.textContent = LIBRARY;
  head.append(title, search);
  return head;
}

function loadingFailed(problem, again) {
  const words = made("span", "");
  words.textContent = `${LOADING_FAILED} ${problem.detail}`;
  const button = made("button", "k-button");
  button.type = "button";
  button.textContent = TRY_AGAIN;
  button.addEventListener("click", again);
  return [words, button];
}

async function retry(list, id) {
  try {
    await api("POST", `/media/${id}/retry`);
    await list.fetch(id);
  } catch (problem) {
    showToast(problem.detail);
  }
}

/** A tab that comes back after an hour has links that are over: those on the screen are renewed before they are missed. */
function freshen(list, grid) {
  if (document.hidden) return;
  for (const picture of list.pictures) {
    if (grid.tileOf(picture.id) && linksAreOver(picture)) list.refresh(picture.id).catch(() => {});
  }
}

function made(tag, className) {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}
