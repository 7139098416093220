/** Captions and comments as people wrote them, with their hashtags and the people they name as links. */

// As `domain/posts/named_in_text.py` finds them.
const TAG = /(?<![\p{L}\p{N}_&/#])#([\p{L}\p{M}\p{N}_]{1,100})(?![\p{L}\p{M}\p{N}_])/u;
const HANDLE = /(?<![\p{L}\p{N}_@./])@([A-Za-z0-9_]{3,30})(?![\p{L}\p{N}_@])/u;
const NAMED = new RegExp(`${TAG.source}|${HANDLE.source}`, "gu");

/**
 * @param {string} text
 * @param {string[]} [mentions] handles that are people the reader may see; without it every handle is a link
 * @returns {DocumentFragment}
 */
export function richText(text, mentions) {
  const fragment = document.createDocumentFragment();
  const known = mentions && new Set(mentions.map((handle) => handle.toLowerCase()));
  let last = 0;
  for (const found of text.matchAll(NAMED)) {
    const [whole, tag, handle] = found;
    if (handle && known && !known.has(handle.toLowerCase())) continue;
    const href = tag ? `/tags/${encodeURIComponent(tag)}` : `/@${handle}`;
    fragment.append(text.slice(last, found.index), link(whole, href));
    last = found.index + whole.length;
  }
  fragment.append(text.slice(last));
  return fragment;
}

function link(words, href) {
  const element = document.createElement("a");
  element.href = href;
  element.textContent = words;
  return element;
}
