// Which paragraph is in the reader's eyes: their place in the text, the line under the bar, and a word to whoever asks.
import * as contents from './contents.js';
import { blockOf, blocksOf, here, numberOf, setHere } from './passage.js';

const EVERY = 2_000;
/** The part of the window where people read. */
const EYES = '-20% 0px -60% 0px';

/** @typedef {{ observer: IntersectionObserver, stop: AbortController, seen: Set<Element>, timer: number, told: string, report: (block: string) => void }} Watch */

/** @type {Map<HTMLElement, Watch>} */
const watches = new Map();

/**
 * @param {HTMLElement} article
 * @param {(block: string) => void} [report] called with the key of the block, at most every two seconds
 */
export function attach(article, report = () => {}) {
  detach(article);
  const stop = new AbortController();
  const observer = new IntersectionObserver((entries) => look(article, entries), { rootMargin: EYES });
  watches.set(article, { observer, stop, seen: new Set(), timer: 0, told: '', report });
  blocksOf(article).filter(numberOf).forEach((block) => observer.observe(block));
  document.addEventListener('visibilitychange', () => tellLater(article), { signal: stop.signal });
  document.addEventListener('scroll', () => isAtEnd() && settle(article), { signal: stop.signal, passive: true });
}

/** @param {HTMLElement} article */
export function detach(article) {
  const watch = watches.get(article);
  watches.delete(article);
  watch?.observer.disconnect();
  watch?.stop.abort();
  clearTimeout(watch?.timer);
}

/** @param {HTMLElement} article @param {IntersectionObserverEntry[]} entries */
function look(article, entries) {
  const watch = watches.get(article);
  if (!watch) {
    return;
  }
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) {
      watch.seen.add(target);
    } else {
      watch.seen.delete(target);
    }
  }
  settle(article);
}

function isAtEnd() {
  const page = document.documentElement;
  return page.scrollTop > 0 && page.scrollTop + page.clientHeight >= page.scrollHeight - 2;
}

/** Where the page scrolls no further, its last paragraphs never come up to the eyes: the last one is the place then. @param {HTMLElement} article */
function settle(article) {
  const watch = watches.get(article);
  const blocks = blocksOf(article);
  const place = isAtEnd()
    ? blocks.findLast((block) => numberOf(block) && block.getBoundingClientRect().top < window.innerHeight)
    : blocks.find((block) => watch?.seen.has(block));
  if (watch && place) {
    // Whoever walks by keyboard has said where they are; scrolling does not take that away.
    const chosen = blockOf(article, document.activeElement);
    setHere(article, chosen && watch.seen.has(chosen) ? chosen : place);
    progress(article, place);
    contents.follow(article, place);
    tellLater(article);
  }
}

/** @param {HTMLElement} article @param {HTMLElement} place */
function progress(article, place) {
  const blocks = blocksOf(article).filter(numberOf);
  const part = (blocks.indexOf(place) + 1) / blocks.length;
  const line = document.getElementById('reading-progress');
  if (line) {
    line.style.transform = `scaleX(${part})`;
    line.setAttribute('aria-valuenow', String(Math.round(part * 100)));
  }
  document.querySelectorAll('[data-place]').forEach((shown) => shown.replaceChildren(numberOf(place)));
}

/** @param {HTMLElement} article */
function tellLater(article) {
  const watch = watches.get(article);
  const place = here(article)?.id ?? '';
  if (!watch || watch.timer !== 0 || document.hidden || place === '' || place === watch.told) {
    return;
  }
  watch.told = place;
  watch.report(place);
  watch.timer = window.setTimeout(() => {
    watch.timer = 0;
    tellLater(article);
  }, EVERY);
}
