/** One thing that one is told: who did what, when, with the picture it is about. */

import { ago } from "../feed/ago.js";
import { made, pressable } from "../made.js";
import { avatar } from "../feed/person.js";
import { icon } from "../icons.js";
import { NOTIFICATIONS, andOthers, didWhat, moderatorsDid, reasonGiven } from "../notification_texts.js";
import { followRequests } from "../people/follow_requests.js";
import { ladder } from "../picture_links.js";
import { appealPart } from "./appeal_part.js";

const OPENING = "a, .k-told-appeal button"; // an answered request is not read but gone

/** @typedef {import("./told_list.js").Told} Told */

/**
 * @param {Told} told
 * @param {() => void} opened told when its person turns to it
 * @returns {HTMLLIElement}
 */
export function toldRow(told, opened) {
  const row = made("li", "k-told", face(told), made("div", "k-told-main", ...PARTS[told.kind](told, opened)));
  const picture = thumb(told);
  if (picture) row.append(picture);
  row.dataset.id = told.id;
  row.addEventListener("click", ({ target }) => target.closest(OPENING) && opened());
  showRead(row, told.read);
  return row;
}

/** @param {HTMLElement} row @param {boolean} isRead */
export function showRead(row, isRead) {
  row.toggleAttribute("data-unread", !isRead);
}

const PARTS = {
  followed: (told) => byPeople(told, `/@${told.actors[0]?.handle}`),
  follow_requested: waiting,
  liked: (told) => byPeople(told, postOf(told)),
  commented: (told) => byPeople(told, postOf(told)),
  mentioned: (told) => byPeople(told, postOf(told)),
  taken_down: (told) => {
    const reason = told.text ? [made("p", "k-told-quote", reasonGiven(told.text))] : [];
    return [line(told, null, moderatorsDid(told)), ...reason, when(told), appealPart(told.target)];
  },
  appeal_answered: (told, opened) => {
    const href = postOf(told);
    const read = href ? [] : [pressable("k-link k-told-read", NOTIFICATIONS.read, opened)];
    return [line(told, href, moderatorsDid(told)), when(told), ...read];
  },
};

function byPeople(told, href) {
  const quote = told.comment ? [made("p", "k-told-quote", told.comment.body)] : [];
  return [line(told, href, ...names(told), didWhat(told)), ...quote, when(told)];
}

/** Everybody who waits, each with the two answers. */
function waiting(told) {
  const isAll = told.count <= told.actors.length;
  const first = isAll ? { items: told.actors, next_cursor: null } : null;
  const { element } = followRequests(first, () => {}); // what it watches goes with it once the row is gone
  return [element, when(told)];
}

function line(told, href, ...words) {
  const text = made(href ? "a" : "span", href ? "k-told-link" : "", ...words);
  if (href) text.href = href;
  return made("p", "", text);
}

function names({ actors, count }) {
  const [first, second] = actors.map(({ display_name: name }) => made("strong", "", name));
  if (!first) return [NOTIFICATIONS.somebody];
  if (count === 1) return [first];
  return count === 2 && second ? [first, NOTIFICATIONS.and, second] : [first, andOthers(count - 1)];
}

function when({ updated_at: moment }) {
  const unread = made("span", "k-told-unread k-live", made("span", "k-dot"), NOTIFICATIONS.unread);
  return made("p", "k-told-when k-small k-soft", unread, ago(moment));
}

function postOf({ post }) {
  return post ? `/p/${post.id}` : null;
}

function face({ actors: [newest], kind }) {
  if (newest && kind !== "follow_requested") {
    const link = made("a", "k-told-face", avatar(newest));
    link.href = `/@${newest.handle}`;
    link.tabIndex = -1; // the words beside it lead on, and the person is named there
    link.ariaHidden = "true";
    return link;
  }
  const sign = made("span", "k-avatar", icon(kind === "follow_requested" ? "people" : "moderation"));
  sign.ariaHidden = "true";
  return made("span", "k-told-face", sign);
}

function thumb({ post }) {
  const [smallest] = post?.media[0] ? ladder(post.media[0]) : [];
  if (!smallest) return null;
  const { url: src, width, height } = smallest;
  return Object.assign(made("img", "k-told-picture"), { src, width, height, alt: "", loading: "lazy", decoding: "async" });
}
