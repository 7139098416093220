/** The sections of the library in their order, and what becomes of them when pictures come, change and go. */

import { aspectOf } from "../picture_links.js";
import { comparing, monthOf, placeAmong } from "./picture_order.js";
import { hasMonths } from "./question.js";
import { awaited, changed, extended, letGo } from "./section.js";

/** @typedef {import("../picture_links.js").Picture} Picture */
/** @typedef {import("./section.js").Section} Section */
/** @typedef {{month: string, count: number}} MonthCount */

export class Shelf {
  /** @type {readonly Section[]} */
  sections = [];
  #question;
  #compare;
  /** @type {Map<string, string>} where each picture that is here stands: id to key */
  #keys = new Map();

  /** @param {import("./question.js").Question} question @param {MonthCount[]} months none for a list without months */
  constructor(question, months) {
    this.#question = question;
    this.#compare = comparing(question);
    this.sections = hasMonths(question) ? this.#inOrder(months).map(({ month, count }) => awaited(month, count)) : [];
    if (!hasMonths(question)) this.sections = [awaited("", 0)];
  }

  /** Take in the first page, which may hold pictures of many months. @param {Picture[]} items @param {string | null} cursor */
  begin(items, cursor) {
    const groups = Map.groupBy(items, (one) => this.#keyOf(one));
    if (!groups.size && this.sections[0]?.key === "") groups.set("", []);
    const last = [...groups.keys()].at(-1);
    for (const [key, pictures] of groups) {
      const isCut = key === last && cursor !== null && (key === "" || pictures.length < (this.section(key)?.count ?? 0));
      this.add(key, pictures, isCut ? cursor : null);
    }
  }

  /** @param {string} key @returns {Section | undefined} */
  section(key) {
    return this.sections.find((one) => one.key === key);
  }

  /** @param {string} id @returns {Picture | undefined} if it is here */
  find(id) {
    return this.section(this.#keys.get(id))?.pictures.find((one) => one.id === id);
  }

  /** The section a picture stands in or, while it is not here, would stand in. @param {Picture} picture */
  keyOf(picture) {
    return this.#keys.get(picture.id) ?? this.#keyOf(picture);
  }

  /** Put the next page of a section behind what is here; `cursor` is where the one after it begins. */
  add(key, items, cursor) {
    const section = this.section(key) ?? awaited(key, 0);
    const fresh = items.filter((one) => !this.#keys.has(one.id));
    for (const { id } of fresh) this.#keys.set(id, key);
    this.#become(extended(section, fresh, cursor));
  }

  /** Put a section that was asked for anew in the place of what is here. */
  renew(key, items, cursor) {
    const section = this.section(key);
    if (!section) return;
    this.#forget(section);
    this.#become({ ...awaited(key, section.count), shapes: section.shapes });
    this.add(key, items, cursor);
  }

  /**
   * Take in what is known of one picture now.
   * @param {Picture} picture
   * @returns {boolean} false when nobody here can tell whether it is counted already
   */
  put(picture) {
    const before = this.section(this.#keys.get(picture.id));
    const at = before?.pictures.findIndex((one) => one.id === picture.id) ?? -1;
    if (at >= 0 && this.#staysAt(before, at, picture)) {
      this.#become({ ...before, pictures: before.pictures.with(at, picture) });
      return true;
    }
    if (at >= 0) this.take(picture.id);
    return this.#insert(picture, at >= 0);
  }

  /** Take a picture away. @param {string} id @returns {Picture | undefined} it, if it was here */
  take(id) {
    const section = this.section(this.#keys.get(id));
    const picture = section?.pictures.find((one) => one.id === id);
    if (!picture) return undefined;
    this.#keys.delete(id);
    this.#become(changed(section, section.pictures.filter((one) => one.id !== id), section.count - 1));
    return picture;
  }

  /** Count one less where a picture that is not here would stand. @param {Picture} picture */
  uncount(picture) {
    const section = this.section(this.#keyOf(picture));
    if (section?.key && !section.isWhole) this.#become({ ...section, count: section.count - 1 });
  }

  /** Say why the next pictures of a section did not come, or null that they may be asked for again. */
  trouble(key, problem) {
    const section = this.section(key);
    if (section && section.trouble !== problem) this.#become({ ...section, trouble: problem });
  }

  /** Keep the height of a section and let its pictures go. @param {string} key */
  letGo(key) {
    const section = this.section(key);
    if (!section?.pictures.length) return;
    this.#forget(section);
    this.#become(letGo(section, aspectOf));
  }

  /**
   * Take in how many pictures each month has now.
   * @param {MonthCount[]} months
   * @returns {string[]} the months that are here whole and differ: they must be asked for anew
   */
  recount(months) {
    const counts = new Map(months.map(({ month, count }) => [month, count]));
    const differ = this.sections.filter((one) => one.isWhole && counts.get(one.key) !== one.count);
    for (const section of this.sections) if (!counts.has(section.key)) this.#forget(section);
    this.sections = this.#inOrder(months).map(({ month, count }) => {
      const section = this.section(month);
      return !section ? awaited(month, count) : section.isWhole ? section : { ...section, count };
    });
    return differ.map(({ key }) => key).filter((key) => counts.has(key));
  }

  #keyOf(picture) {
    return hasMonths(this.#question) ? monthOf(picture) : "";
  }

  #staysAt(section, at, picture) {
    const others = section.pictures.toSpliced(at, 1);
    return this.#keyOf(picture) === section.key && placeAmong(others, picture, this.#compare) === at;
  }

  #insert(picture, isCounted) {
    const key = this.#keyOf(picture);
    const section = this.section(key) ?? { ...awaited(key, 0), isWhole: true };
    const at = placeAmong(section.pictures, picture, this.#compare);
    if (at < section.pictures.length || section.isWhole) {
      this.#keys.set(picture.id, key);
      this.#become(changed(section, section.pictures.toSpliced(at, 0, picture), section.count + 1));
      return true;
    }
    if (isCounted && key) this.#become({ ...section, count: section.count + 1 });
    return isCounted || key === "";
  }

  #forget(section) {
    for (const { id } of section.pictures) this.#keys.delete(id);
  }

  /** Months come and go with their pictures; the one list without months stays. */
  #become(section) {
    const others = this.sections.filter((one) => one.key !== section.key);
    const at = this.sections.findIndex((one) => one.key === section.key);
    if (section.key !== "" && section.count <= 0) this.sections = others;
    else if (at >= 0) this.sections = this.sections.with(at, section);
    else this.sections = [...others, section].sort((one, other) => this.#sign * (one.key < other.key ? -1 : 1));
  }

  get #sign() {
    return this.#question.order === "asc" ? 1 : -1;
  }

  /** As the API gives them, the newest comes first. */
  #inOrder(months) {
    return this.#question.order === "asc" ? months.toReversed() : months;
  }
}
