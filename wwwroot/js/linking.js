// Links two passages: a bar keeps the first in sight while the second is looked for; and leads along a link within one text.
import { isDown } from './connection.js';
import * as editions from './editions.js';
import { word } from './page.js';
import { blockByKey, numberOf, quoteOf, setHere } from './passage.js';
import * as sheet from './sheet.js';
import { copy, toast } from './toast.js';

/** @typedef {import('./passage.js').Passage} Passage */
/** @typedef {{ root: HTMLElement, article: HTMLElement, island: any, stop: AbortController, isLinking: boolean }} Linking */

/** So much of the words the dialog shows. */
const SHOWN = 400;

/** @type {Map<Element, Linking>} */
const pages = new Map();

/** @param {HTMLElement} list the element that holds the cards @param {any} island */
export function attach(list, island) {
  const root = list.closest('.rgrid');
  const article = root?.querySelector('[data-article]');
  if (!(root instanceof HTMLElement) || !(article instanceof HTMLElement)) {
    return;
  }
  const page = { root, article, island, stop: new AbortController(), isLinking: false };
  pages.set(list, page);
  // While the line is cut the verb copies the address, which needs nobody else.
  root.addEventListener('passage:link', (event) => {
    if (!isDown()) {
      event.preventDefault();
      offer(page, /** @type {CustomEvent} */ (event).detail.passage);
    }
  }, { signal: page.stop.signal });
}

/** @param {HTMLElement} list */
export function detach(list) {
  end(list);
  pages.get(list)?.stop.abort();
  pages.delete(list);
}

/**
 * The first passage is kept: shows it until the other one is chosen, on this page or another.
 * @param {HTMLElement} list @param {{ title: string, quote: string, here: string, paragraph: string, name: string, copy: string, cancel: string, address: string }} words
 */
export function begin(list, words) {
  const page = pages.get(list);
  if (!page) {
    return;
  }
  const place = async (/** @type {Passage} */ passage) => {
    offer(page, passage);
    return false;
  };
  editions.choose(page.article, words, place, {
    more: [
      { label: words.name, act: () => call(page, 'NamePassage') },
      { label: words.copy, act: () => void share(words.address) },
    ],
    leave: () => {
      page.isLinking = false;
      call(page, 'DropLinkAsync');
    },
  });
  page.isLinking = true;
}

/** The link is made, or the page goes. @param {HTMLElement} list */
export function end(list) {
  const page = pages.get(list);
  if (page?.isLinking) {
    page.isLinking = false;
    editions.hide();
  }
}

/** Goes to the other end in the same text. @param {HTMLElement} list @param {string} key */
export function follow(list, key) {
  const page = pages.get(list);
  const block = page && blockByKey(page.article, key);
  if (!page || !block) {
    return;
  }
  sheet.close(page.root);
  setHere(page.article, block);
  block.scrollIntoView({ block: 'center' });
  block.focus({ preventScroll: true });
}

/** @param {Linking} page @param {Passage} passage */
function offer(page, passage) {
  const block = blockByKey(page.article, passage.start.block);
  call(page, 'LinkAsync', { editionId: page.article.dataset.edition, ...passage }, Number(block ? numberOf(block) : '') || null, quoteOf(page.article, passage).slice(0, SHOWN));
}

/** @param {Linking} page @param {string} method @param {...unknown} values */
function call({ island }, method, ...values) {
  if (isDown()) {
    toast(word('notSentYet'));
  } else {
    island.invokeMethodAsync(method, ...values).catch(() => {});
  }
}

/** @param {string} address */
async function share(address) {
  toast(word((await copy(new URL(address, location.origin).href)) ? 'linkCopied' : 'notCopied'));
}
