/** The sentences about writing a post: part of the browser's half of the text catalogue. */

export const MOST_PICTURES = 10; // `domain/posts/rules.py`
export const MOST_CAPTION = 2200; // characters; the same
export const MOST_ALT = 2000; // `domain/media/details.py`

export const COMPOSER = {
  write: "Write a post",
  change: "Change your post",
  post: "Post",
  save: "Save",
  posting: "Posting",
  saving: "Saving",
  posted: "Posted.",
  saved: "Saved.",
  private: "Your originals stay private. Others see smaller copies, which do not say where they were taken.",
};

export const PICTURES = {
  title: "Pictures",
  empty: "Choose up to ten pictures, or drop them anywhere on this page.",
  library: "From your library",
  device: "From this device",
  full: `A post has up to ${MOST_PICTURES} pictures. The others are in your library.`,
  /** @param {number} done @param {number} all */
  making: (done, all) => (all === 1 ? "Your picture is here and is being read." : `All ${all} are here; ${done} of ${all} are ready.`),
  none: "Choose at least one picture.",
  coming: "Some pictures are still on their way. Post when they are here.",
  unread: "One of the pictures could not be read. Take it out, then post.",
  /** @param {number} place @param {number} count */
  place: (place, count) => `Picture ${place} of ${count}`,
  /** @param {number} place @param {number} count */
  moved: (place, count) => `Now ${place} of ${count}.`,
  /** @param {number} count */
  removed: (count) => `Taken out. ${count} left.`,
  earlier: "Move earlier",
  later: "Move later",
  remove: "Take out",
  drag: "Drag to put it elsewhere",
};

export const ALT = {
  label: "Say what is in it, for those who cannot see it.",
  /** @param {number} described @param {number} all */
  counted: (described, all) => `${described} of ${all} ${described === 1 ? "has" : "have"} a description.`,
};

export const CAPTION = {
  label: "Caption",
  optional: "(optional)",
  help: "#words can be searched for, @names are told of it.",
  /** @param {number} count */
  left: (count) => `${count.toLocaleString("en")} left`,
  /** @param {number} count */
  over: (count) => `${count.toLocaleString("en")} too many`,
  tooLong: `A caption has up to ${MOST_CAPTION.toLocaleString("en")} characters.`,
  /** @param {string} tags such as `#lake #autumn` */
  tags: (tags) => `Searched for by ${tags}`,
  people: "People whose name fits",
};

export const WHO = {
  legend: "Who sees it?",
  public: ["Everyone here", "Whoever is signed in to this Kamra."],
  world: ["The whole world", "Also people who are not signed in."],
  followers: ["Your followers", ""],
  me: ["Only you", ""],
};

export const PICKER = {
  title: "Choose from your library",
  /** @param {number} count */
  chosen: (count) => `${count} of ${MOST_PICTURES} chosen`,
  done: "Take these",
  cancel: "Cancel",
  again: "Try again",
  empty: "Nothing is in your library yet. Drop pictures on the page behind, or choose some from this device.",
  /** @param {string} query */
  nothing: (query) => `No name, tag or description has “${query}” in it.`,
  full: `${MOST_PICTURES} are the most a post can have. Take one out to choose another.`,
};
