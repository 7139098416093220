/** The sentences of the library page: part of the browser's half of the text catalogue. */

export const GRID = {
  all: "Pictures",
  picture: "picture",
  pictures: "pictures",
  failed: "The next pictures did not come.",
  again: "Try again",
};

export const SCRUBBER = "Month";

export const LIBRARY = "Library";
export const SEARCH = "Search your pictures";

export const SORTS = { taken: "Month taken", created: "Added", name: "Name", bytes: "Size" };
export const ORDERS = {
  taken: { desc: "Newest first", asc: "Oldest first" },
  created: { desc: "Newest first", asc: "Oldest first" },
  name: { asc: "From A to Z", desc: "From Z to A" },
  bytes: { desc: "Largest first", asc: "Smallest first" },
};
export const SORT = {
  legend: "Sort by",
  order: "Order",
  /** @param {string} chosen */
  button: (chosen) => `Sort by: ${chosen}`,
};
export const TAGS = {
  button: "Tags",
  none: "No tags yet. Open a picture and write one among its facts.",
  coming: "Looking for your tags.",
  /** @param {string} tag */
  clear: (tag) => `Clear the filter: ${tag}`,
};

export const PICTURE_TAGS = {
  label: "Tags",
  help: "One at a time. Press a tag to see all pictures with it.",
  /** @param {string} tag */
  remove: (tag) => `Remove the tag ${tag}`,
};

export const EMPTY = {
  headline: "Nothing here yet.",
  sentence: "Drop pictures anywhere on this page. The originals stay exactly as they are.",
  button: "Choose pictures",
};
/** @param {import("./library/question.js").Question} question */
export const emptyFilter = ({ q, tag }) => ({
  headline: "No picture fits.",
  sentence: !tag
    ? `No name, tag or description has “${q}” in it.`
    : q
      ? `Nothing with the tag “${tag}” has “${q}” in its name or description.`
      : `Nothing has the tag “${tag}”.`,
  button: "Clear the filter",
});
