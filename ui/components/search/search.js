/** The search for people and posts: one field, people first, the posts below as a grid. */

import { made } from "../made.js";
import { SEARCH, nothingFound } from "../people_texts.js";
import { wordsInstead } from "../post_grid/words_instead.js";
import { SearchField } from "./search_field.js";
import { FoundPeople } from "./found_people.js";
import { FoundPosts } from "./found_posts.js";

/**
 * @param {HTMLElement} host
 * @param {{q: string, least: number, most: number}} first how long a question is, in characters
 * @returns {{dispose: () => void}}
 */
export function mount(host, { q, least, most }) {
  const none = made("div", "");
  none.setAttribute("role", "status");
  const hint = made("p", "k-soft", SEARCH.hint, " ", linkTo("/explore", SEARCH.explore));
  const show = () => {
    const isNothing = field.query.length >= least && people.isEmpty && posts.isEmpty;
    none.replaceChildren(...(isNothing ? [wordsInstead(nothingFound(field.query))] : []));
  };
  const people = new FoundPeople(show);
  const posts = new FoundPosts(show);
  const askPeople = (query) => people.ask(query.length >= least && !query.startsWith("#") ? query : null);
  const ask = (query) => {
    const isAsked = query.length >= least;
    hint.hidden = isAsked;
    askPeople(query);
    posts.ask(isAsked ? query : null);
    show();
    history.replaceState(history.state, "", query ? `/search?${new URLSearchParams({ q: query })}` : "/search");
  };
  const field = new SearchField(q, most, ask);
  host.classList.add("k-search");
  host.append(made("h1", "k-unseen", SEARCH.title), field.element, hint, people.element, posts.element, none);
  ask(field.query);
  if (!q) field.focus();
  const again = () => askPeople(field.query); // the grid of posts goes on by itself
  window.addEventListener("online", again);
  return {
    dispose: () => {
      window.removeEventListener("online", again);
      posts.ask(null);
    },
  };
}

function linkTo(href, words) {
  const link = made("a", "", words);
  link.href = href;
  return link;
}
