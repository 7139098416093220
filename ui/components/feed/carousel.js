/** Several pictures in one frame as high as the first: arrows, swipes and keys lead from one to the next. */

import { icon } from "../icons.js";
import { PICTURES, pictureOf, pictures, undescribed } from "../feed_texts.js";
import { aspectOf } from "../picture_links.js";
import { made, pressable } from "../made.js";
import { fillBox, pictureBox } from "./post_picture.js";

const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

/**
 * @param {import("./post_list.js").Card} card
 * @param {{at: number, moved: (at: number) => void, onBroken: () => void}} how
 *   `at` is the picture to begin with, from 0
 * @returns {{element: HTMLElement, place: HTMLElement, near: () => void,
 *   renew: (card: import("./post_list.js").Card) => void}}
 *   `place` says "2 / 5"; `near` is to be called once it stands near the window
 */
export function carousel(card, { at, moved, onBroken }) {
  let { media } = card;
  const { author } = card;
  const track = made("div", "k-carousel-track");
  Object.assign(track, { tabIndex: 0, role: "group", ariaLabel: pictures(media.length) });
  track.setAttribute("aria-roledescription", PICTURES.carousel);
  const boxes = media.map((picture) => pictureBox(picture));
  track.append(...boxes.map((box) => made("div", "k-carousel-slide", box)));
  const place = made("span", "k-fact k-carousel-place");
  const previous = arrow("left", PICTURES.previous, () => go(at - 1));
  const next = arrow("right", PICTURES.next, () => go(at + 1));
  const element = made("div", "k-carousel", track, previous, next);
  element.style.setProperty("--k-shape", String(aspectOf(media[0])));
  element.style.setProperty("--k-most", `${media[0].width ?? 0}px`);

  const go = (to) => track.scrollTo({ left: placeOf(to), behavior: isStill() ? "instant" : "smooth" });
  const placeOf = (to) => within(to) * track.clientWidth;
  const nearOf = (place) => [place, place + 1, place - 1].filter((one) => boxes[one]);
  const within = (to) => Math.min(media.length - 1, Math.max(0, to));
  let isNear = false;
  const show = () => {
    fill();
    for (const [button, isThere] of [[previous, at > 0], [next, at < media.length - 1]]) {
      if (!isThere && button === document.activeElement) track.focus({ preventScroll: true });
      button.hidden = !isThere;
    }
    place.replaceChildren(shown(at + 1, media.length), read(at + 1, media.length));
  };
  const fill = (isRenewed = false) => {
    for (const index of isNear ? nearOf(at) : []) {
      const words = undescribed(author.display_name, index + 1, media.length);
      fillBox(boxes[index], media[index], { words, onBroken, isRenewed });
    }
  };

  track.addEventListener("keydown", (event) => {
    if (!(event.key in STEPS) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(at + STEPS[event.key]);
  });
  track.addEventListener(
    "scroll",
    () => {
      const now = within(Math.round(track.scrollLeft / (track.clientWidth || 1)));
      if (now === at) return;
      at = now;
      moved(at);
      show();
    },
    { passive: true },
  );
  show();
  place.setAttribute("aria-live", "polite"); // after its first words, which nobody asked for
  return {
    element,
    place,
    near: () => {
      isNear = true;
      track.scrollTo({ left: placeOf(at), behavior: "instant" });
      fill();
    },
    renew: (newer) => {
      media = newer.media;
      fill(true);
    },
  };
}

function shown(place, count) {
  const words = made("span", "", `${place} / ${count}`);
  words.ariaHidden = "true";
  return words;
}

function read(place, count) {
  return made("span", "k-unseen", pictureOf(place, count));
}

function arrow(name, label, onPress) {
  const button = pressable(`k-flat k-carousel-arrow k-carousel-arrow--${name}`, "", onPress);
  button.ariaLabel = label;
  button.append(icon(name));
  return button;
}

function isStill() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
