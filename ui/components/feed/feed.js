/** The feed, and the page of a single post: the column of posts, news above it, the end below it. */

import { api } from "../api.js";
import { FEED, GONE, POST, QUIET, newPosts } from "../feed_texts.js";
import { REPORT } from "../moderation_texts.js";
import { DELETED } from "../picture_texts.js";
import { showToast } from "../toast.js";
import { Column } from "./column.js";
import { emptyFeed, gonePost } from "./empty_feed.js";
import { Held } from "./held.js";
import { Liking } from "./liking.js";
import { made, pressable } from "../made.js";
import { report } from "./on_demand.js";
import { goBack, keepPlace } from "./place.js";
import { PostList } from "./post_list.js";
import { PostMenu } from "./post_menu.js";

const AHEAD = "300% 0px"; // further posts are asked for this many windows before the end

/**
 * @param {HTMLElement} host
 * @param {{posts: import("./post_list.js").Post[], talk: object[], nextCursor: string | null, alone: boolean,
 *   handle: string, invites: boolean, shows: (ids: string[]) => void}} first
 *   what came with the page; `alone` for the page of one post; `handle` is the reader's, who
 *   `invites` others or not; `shows` is told of later posts
 * @returns {{changed: (ids: string[]) => void, news: () => void, dispose: () => void}}
 */
export function mountFeed(host, first) {
  const list = new PostList(first, first.shows);
  const liking = new Liking(list);
  const held = new Held();
  const menu = new PostMenu();
  const over = new AbortController();
  const remove = (card) => removePost(card, { list, held, isAlone: first.alone });
  const entries = (card) => entriesOf(card, { me: first.handle, remove: () => remove(card) });
  const column = new Column({ list, liking, held, menu, entries, me: first.handle, isAlone: first.alone });

  const news = pressable("k-feed-news", "", () => {
    list.showNews();
    window.scrollTo({ top: 0 });
    column.element.querySelector("a")?.focus({ preventScroll: true });
  });
  const newsPlace = made("div", "k-feed-news-place", news);
  newsPlace.role = "status";
  const end = made("div", "k-feed-end");
  const failed = made("p", "", FEED.failed, " ", pressable("k-link", FEED.again, () => goOn()));
  failed.role = "alert";
  const foot = made("div", "k-feed-foot");

  let isFailed = false;
  let isNear = false;
  const goOn = async () => {
    isFailed = false;
    while (isNear && !isFailed && !list.isWhole && !first.alone) {
      try {
        await list.goOn();
      } catch {
        isFailed = true;
      }
      show();
      await nextFrame(); // the observer tells whether the end is still near
    }
  };
  const show = () => {
    const { count, isMore } = list.fresh;
    news.textContent = newPosts(count, isMore);
    newsPlace.hidden = count === 0;
    column.show(list.cards);
    const isEmpty = list.cards.length === 0;
    if (isFailed) foot.replaceChildren(failed);
    else if (isEmpty && first.alone) foot.replaceChildren(gonePost(GONE));
    else if (isEmpty && list.isWhole) foot.replaceChildren(emptyFeed(QUIET, first.invites));
    else if (list.isWhole && !first.alone) foot.replaceChildren(made("hr"), made("p", "k-soft", FEED.end));
    else foot.replaceChildren();
  };
  const watch = new IntersectionObserver(
    ([{ isIntersecting }]) => {
      isNear = isIntersecting;
      if (isNear && !isFailed) goOn();
    },
    { rootMargin: AHEAD },
  );

  host.classList.add("k-feed");
  host.toggleAttribute("data-alone", first.alone);
  host.append(newsPlace, column.element, foot, end);
  list.onChange(show);
  show();
  watch.observe(end);
  if (!first.alone) {
    keepPlace(column, over.signal);
    goBack(column, list).catch(() => {}); // the next posts did not come: the feed begins at its top
  }
  document.addEventListener("keydown", (event) => likeByKey(event, column, liking), { signal: over.signal });

  return {
    changed: (ids) => list.refresh(ids).catch(() => {}), // the next change asks again
    news: () => list.lookForNews().catch(() => {}),
    dispose: () => {
      over.abort();
      watch.disconnect();
      for (const part of [held, menu, column]) part.dispose();
    },
  };
}

function likeByKey(event, column, liking) {
  if (event.key.toLowerCase() !== "l" || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select, [contenteditable], dialog")) return;
  const id = column.current;
  if (id) liking.toggle(id);
}

function entriesOf({ id, author, media }, { me, remove }) {
  const copy = { word: POST.copyLink, icon: "link", act: () => copyLink(id) };
  if (author.handle !== me) {
    const what = { kind: "post", id, name: author.display_name };
    return [copy, { word: REPORT.send, icon: "flag", act: () => report(what) }];
  }
  const edit = { word: POST.edit, icon: "pencil", href: `/compose?post=${id}` };
  const originals = media.map(({ id: mediaId }) => ({ mediaId }));
  const send = { word: POST.send, icon: "send", act: async () => (await import("../action_bar.js")).sendThese(originals) };
  return [edit, send, copy, { word: POST.delete, icon: "trash", act: remove }];
}

async function copyLink(id) {
  try {
    await navigator.clipboard.writeText(new URL(`/p/${id}`, location.href).href);
    showToast(POST.linkCopied);
  } catch {
    showToast(POST.linkNotCopied); // the clipboard needs a secure address
  }
}

function removePost(card, { list, held, isAlone }) {
  held.hold(card.id, DELETED, {
    send: async () => {
      await api("DELETE", `/posts/${card.id}`, undefined, { keepalive: true });
      if (isAlone) location.assign("/");
    },
    back: () => list.insert(card),
  });
  list.remove(card.id);
}

function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
