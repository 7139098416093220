/** The posts of one page, newest first, each as the API gives it to this viewer, with the few lines under it. */

import { api } from "../api.js";

const MORE = 30; // posts of one call
const AT_ONCE = 40; // ids of one address

/**
 * @typedef {import("./person.js").User} User
 * @typedef {{id: string, width: number | null, height: number | null, alt: string, placeholder: string | null,
 *   renditions: import("../picture_links.js").Rendition[]}} PostPicture
 * @typedef {{id: string, post_id: string, author: User, body: string, reply_to: string | null, created_at: string}} Said
 * @typedef {{id: string, author: User, caption: string | null, hashtags: string[], mentions: string[],
 *   visibility: "public" | "followers" | "me", media: PostPicture[], like_count: number, comment_count: number,
 *   liked_by_me: boolean, created_at: string, edited_at: string | null}} Post as the API gives it
 * @typedef {Post & {liked_by: User | null, comments: Said[]}} Card with somebody else who likes it and its newest comments
 */

export class PostList {
  /** @type {Card[]} */
  #cards;
  #nextCursor;
  /** @type {Set<() => void>} */
  #listeners = new Set();
  /** @type {((card: Card) => Card)[]} */
  #overlays = [];
  #loading = null;
  /** @type {{cards: Card[], nextCursor: string | null} | null} */
  #fresh = null;
  /** What is out of sight here though others may still give it. @type {Set<string>} */
  #hidden = new Set();
  #shows;

  /**
   * @param {{posts: Post[], talk: object[], nextCursor: string | null}} first
   * @param {(ids: string[]) => void} shows told of posts that come in later
   */
  constructor(first, shows) {
    this.#cards = cardsOf(first.posts, first.talk);
    this.#nextCursor = first.nextCursor;
    this.#shows = shows;
  }

  get cards() {
    return this.#cards;
  }

  get isWhole() {
    return this.#nextCursor === null;
  }

  /** How many posts are newer than what is shown, and whether there may be more. */
  get fresh() {
    return { count: this.#fresh?.cards.length ?? 0, isMore: this.#isGap() };
  }

  /** @param {string} id @returns {Card | undefined} */
  find(id) {
    return this.#cards.find((card) => card.id === id);
  }

  /** @param {() => void} listener */
  onChange(listener) {
    this.#listeners.add(listener);
  }

  /** Say what is true already of every card, though the server may not know it yet. @param {(card: Card) => Card} change */
  overlay(change) {
    this.#overlays.push(change);
  }

  /** Put a card that is here in a newer form. @param {Card} card */
  put(card) {
    this.#set(this.#cards.map((one) => (one.id === card.id ? card : one)));
  }

  /** Put a card back to its place. @param {Card} card */
  insert(card) {
    this.#hidden.delete(card.id);
    const others = this.#cards.filter(({ id }) => id !== card.id);
    const at = others.findIndex(({ id }) => id < card.id);
    this.#set(at < 0 ? [...others, card] : others.toSpliced(at, 0, card));
  }

  /** @param {string} id */
  remove(id) {
    this.#hidden.add(id);
    this.#set(this.#cards.filter((card) => card.id !== id));
  }

  /** The posts before the last. @throws {import("../api.js").Problem} */
  goOn() {
    if (this.isWhole) return Promise.resolve();
    this.#loading ??= this.#load().finally(() => (this.#loading = null));
    return this.#loading;
  }

  /** Ask again for these, which changed or are gone. @param {string[]} ids */
  async refresh(ids) {
    const here = ids.filter((id) => this.find(id));
    if (!here.length) return;
    const talk = await talkOf(here); // which leaves out what is gone; asked for, that would be an error in the console
    const posts = await Promise.all(talk.map(({ post_id: id }) => onePost(id)));
    const cards = new Map(cardsOf(posts.filter(Boolean), talk).map((card) => [card.id, this.#overlaid(card)]));
    const isStill = (card) => !here.includes(card.id) || cards.has(card.id);
    this.#set(this.#cards.filter(isStill).map((card) => cards.get(card.id) ?? card));
  }

  /** Look for posts newer than the first. */
  async lookForNews() {
    const page = await feedPage(null);
    const newest = this.#cards[0]?.id ?? "";
    const cards = page.cards.filter(({ id }) => id > newest && !this.find(id) && !this.#hidden.has(id));
    this.#fresh = cards.length ? { ...page, cards } : null;
    this.#set(this.#cards);
  }

  /** Show them; where more came than one call brings, the list begins anew. */
  showNews() {
    const fresh = this.#fresh;
    if (!fresh) return;
    const isGap = this.#isGap();
    this.#fresh = null;
    if (isGap) this.#nextCursor = fresh.nextCursor;
    this.#shows(fresh.cards.map(({ id }) => id));
    this.#set(isGap ? fresh.cards : [...fresh.cards, ...this.#cards]);
  }

  #isGap() {
    return this.#fresh?.cards.length === MORE && this.#fresh.nextCursor !== null;
  }

  async #load() {
    const { cards, nextCursor } = await feedPage(this.#nextCursor);
    this.#nextCursor = nextCursor;
    const news = cards.filter(({ id }) => !this.find(id));
    this.#shows(news.map(({ id }) => id));
    this.#set([...this.#cards, ...news]);
  }

  #overlaid(card) {
    return this.#overlays.reduce((one, change) => change(one), card);
  }

  #set(cards) {
    this.#cards = cards;
    for (const listener of this.#listeners) listener();
  }
}

async function feedPage(cursor) {
  const after = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
  const { items, next_cursor: nextCursor } = await api("GET", `/feed?limit=${MORE}${after}`);
  return { cards: cardsOf(items, await talkOf(items.map(({ id }) => id))), nextCursor };
}

/** @param {string} id @returns {Promise<Post | null>} null when it went in this moment */
async function onePost(id) {
  try {
    return await api("GET", `/posts/${id}`);
  } catch (problem) {
    if (problem.status === 404) return null;
    throw problem;
  }
}

async function talkOf(ids) {
  if (!ids.length) return [];
  if (ids.length > AT_ONCE) return [...(await talkOf(ids.slice(0, AT_ONCE))), ...(await talkOf(ids.slice(AT_ONCE)))];
  return (await api("GET", `/feed/talk?posts=${ids.join(",")}`)).items;
}

function cardsOf(posts, talk) {
  const byPost = new Map(talk.map((one) => [one.post_id, one]));
  return posts.map((post) => {
    const { liked_by = null, comments = [] } = byPost.get(post.id) ?? {};
    return { ...post, liked_by, comments };
  });
}
