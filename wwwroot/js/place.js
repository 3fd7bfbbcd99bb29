// Where the reader was, across a reload that the page makes by itself. The history entry keeps keys and ids, no words.
import { blockByKey, blocksOf } from './passage.js';

/** @typedef {{ block?: string, top: number, card?: string, itself?: boolean }} Place */

/** @type {Place | null} where the page was before it loaded itself again */
let found = null;
let path = '';
/** Whether the reader has gone elsewhere since. */
let moved = false;

/**
 * Notes the topmost visible block, or post of a thread, how far below the window's top it stands, and the open card.
 * @param {boolean} itself whether the page loads itself again, which the reader did not ask for
 */
export function remember(itself) {
  const article = articleOf();
  const candidates = article ? blocksOf(article) : postsOf();
  const block = candidates.find((candidate) => candidate.getBoundingClientRect().bottom > 0);
  const card = document.querySelector('.margin .card.on[data-annotation]');
  const place = { ...(block ? { block: block.id, top: block.getBoundingClientRect().top } : { top: -window.scrollY }), card: card instanceof HTMLElement ? card.dataset.annotation : undefined, itself };
  history.replaceState({ ...history.state, place }, '');
}

/** Where this page came back to by itself: then no link says where to go. @returns {Place | null} */
export function returned() {
  return location.pathname === path ? found : null;
}

/** Takes the note, once: what the reader loads anew begins as its address says. */
export function recall() {
  found = history.state?.place ?? null;
  path = location.pathname;
  moved = false;
  for (const name of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    window.addEventListener(name, () => { moved = true; }, { once: true, passive: true });
  }
  if (found) {
    history.replaceState({ ...history.state, place: undefined }, '');
  }
}

/**
 * A long thread is shown around one of its posts: loads it again around this one.
 * @param {string} id of a post that is not on the page @param {boolean} returns whether the page goes on to the place where it was
 * @returns {boolean} whether it does, which it tries once
 */
export function loadAround(id, returns = false) {
  const comment = id.startsWith('c-') ? id.slice(2) : '';
  if (comment === '' || new URLSearchParams(location.search).get('comment') === comment) {
    return false;
  }
  history.replaceState({ ...history.state, place: (returns && returned()) || undefined }, '', `${location.pathname}?comment=${encodeURIComponent(comment)}#${id}`);
  location.reload();
  return true;
}

/** Goes back there, once the typefaces have their size; asked again when the page has grown, as long as the reader stays. */
export async function restore() {
  const place = returned();
  if (!place) {
    return;
  }
  await document.fonts.ready;
  if (moved) {
    return;
  }
  const article = articleOf();
  const block = place.block ? (article ? blockByKey(article, place.block) : document.getElementById(place.block)) : null;
  if (place.block && !block) {
    return;
  }
  const top = block ? block.getBoundingClientRect().top - place.top + window.scrollY : -place.top;
  window.scrollTo({ top, behavior: 'instant' });
}

function articleOf() {
  const article = document.querySelector('[data-article]');
  return article instanceof HTMLElement ? article : null;
}

function postsOf() {
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.post[data-comment]')]);
}
