// On narrow screens the margin is a sheet from below (a drawer on tablets) with the cards of one paragraph, or with all of them and their filter.
import { element, icon, word } from './page.js';
import { blockByKey, blocksOf, numberOf, parsePoint } from './passage.js';

const NARROW = '(max-width: 60rem)';
const FAR = 80;
/** In the place of a paragraph's key. */
const ALL = '';
const BEHIND = '.bar, .col, .toc, .rbar, .all-cards, .tabbar, .skip';

/** @typedef {{ stop: AbortController, head: HTMLElement, scrim: HTMLElement, block: string, back: HTMLElement | null }} Sheet */

/** @type {Map<HTMLElement, Sheet>} */
const sheets = new Map();

export function narrow() {
  return matchMedia(NARROW).matches;
}

/** @param {HTMLElement} root */
export function attach(root) {
  if (sheets.has(root)) {
    return;
  }
  const stop = new AbortController();
  const shut = () => close(root);
  const handle = element('button', { type: 'button', class: 'handle', 'aria-label': word('close'), onclick: shut });
  const head = element('div', { class: 'sheet-head' }, handle, element('b', { class: 'sheet-title' }), element('span', { class: 'meta sheet-count' }),
    element('button', { type: 'button', class: 'iconbtn', 'aria-label': word('close'), onclick: shut }, icon('close')));
  const scrim = element('div', { class: 'scrim', onclick: shut });
  sheets.set(root, { stop, head, scrim, block: '', back: null });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && isOpen(root) && !event.defaultPrevented) {
      close(root);
    }
  }, { signal: stop.signal });
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-all-cards]')) {
      open(root, ALL);
    }
  }, { signal: stop.signal });
  matchMedia(NARROW).addEventListener('change', shut, { signal: stop.signal });
  dragToClose(head, root, stop.signal);
}

/** @param {HTMLElement} root */
export function detach(root) {
  close(root);
  sheets.get(root)?.stop.abort();
  sheets.get(root)?.head.remove();
  sheets.delete(root);
}

/** @param {HTMLElement} root */
export function isOpen(root) {
  return marginOf(root)?.hasAttribute('data-sheet') ?? false;
}

/**
 * Shows the cards of one paragraph, or its open composer.
 * @param {HTMLElement} root @param {string} block the paragraph's key, or ALL
 */
export function open(root, block) {
  const sheet = sheets.get(root);
  const margin = marginOf(root);
  if (!sheet || !margin || !narrow()) {
    return;
  }
  if (!isOpen(root)) {
    sheet.back = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  }
  sheet.block = block;
  root.dispatchEvent(new CustomEvent('cards:unfold', { detail: { block } }));
  margin.setAttribute('data-sheet', block === ALL ? 'all' : 'one');
  margin.setAttribute('role', 'dialog');
  margin.prepend(sheet.head);
  root.append(sheet.scrim);
  document.querySelectorAll(BEHIND).forEach((part) => part.toggleAttribute('inert', true));
  update(root);
  const first = margin.querySelector('.card.compose:not([data-away]) textarea') ?? sheet.head.querySelector('.iconbtn');
  if (first instanceof HTMLElement) {
    first.focus();
  }
}

/** @param {HTMLElement} root */
export function close(root) {
  const sheet = sheets.get(root);
  const margin = marginOf(root);
  if (!sheet || !margin || !isOpen(root)) {
    return;
  }
  margin.removeAttribute('data-sheet');
  margin.removeAttribute('role');
  sheet.head.remove();
  sheet.scrim.remove();
  document.querySelectorAll(BEHIND).forEach((part) => part.removeAttribute('inert'));
  margin.querySelectorAll('[data-away]').forEach((card) => card.removeAttribute('data-away'));
  sheet.back?.focus();
  const composer = margin.querySelector('.card.compose study-composer');
  if (composer) {
    composer.dispatchEvent(new CustomEvent('composer:dismiss'));
  }
}

/** Cards came or went: shows those of the paragraph, and opens for a composer. @param {HTMLElement} root */
export function update(root) {
  const sheet = sheets.get(root);
  const margin = marginOf(root);
  const article = root.querySelector('[data-article]');
  if (!sheet || !margin || !article || !narrow()) {
    return;
  }
  const cards = [...margin.querySelectorAll('.card[data-start]')].filter((card) => card instanceof HTMLElement);
  const composer = cards.find((card) => card.matches('.compose'));
  if (composer && !isOpen(root)) {
    open(root, parsePoint(composer.dataset.start ?? '').block);
    return;
  }
  if (!isOpen(root)) {
    return;
  }
  const blocks = blocksOf(article).map((block) => block.id);
  cards.forEach((card) => card.toggleAttribute('data-away', composer ? card !== composer : !covers(blocks, card, sheet.block)));
  name(sheet, margin, article, composer ? 0 : cards.filter((card) => !card.hasAttribute('data-away')).length);
  if (!composer && sheet.block !== ALL && cards.every((card) => card.hasAttribute('data-away'))) {
    close(root);
  }
}

/** @param {Sheet} sheet @param {HTMLElement} margin @param {Element} article @param {number} count */
function name(sheet, margin, article, count) {
  const block = sheet.block === ALL ? null : blockByKey(article, sheet.block);
  const title = sheet.block === ALL ? word('allComments') : block && numberOf(block) ? word('paragraph', numberOf(block)) : word('heading');
  margin.setAttribute('aria-label', title);
  const [shown, meta] = [sheet.head.querySelector('.sheet-title'), sheet.head.querySelector('.sheet-count')];
  if (shown && meta) {
    shown.textContent = title;
    meta.textContent = count === 0 ? '' : word(count === 1 ? 'oneCard' : 'manyCards', count);
  }
}

/** @param {string[]} blocks in text order @param {HTMLElement} card @param {string} block */
function covers(blocks, card, block) {
  if (block === ALL) {
    return true;
  }
  const first = blocks.indexOf(parsePoint(card.dataset.start ?? '').block);
  const last = blocks.indexOf(parsePoint(card.dataset.end ?? card.dataset.start ?? '').block);
  const place = blocks.indexOf(block);
  return first <= place && place <= last;
}

/** @param {HTMLElement} head @param {HTMLElement} root @param {AbortSignal} signal */
function dragToClose(head, root, signal) {
  let from = 0;
  head.addEventListener('pointerdown', (event) => { from = event.clientY; }, { signal });
  head.addEventListener('pointerup', (event) => {
    if (event.clientY - from > FAR) {
      close(root);
    }
  }, { signal });
}

/** @param {HTMLElement} root @returns {HTMLElement | null} */
function marginOf(root) {
  return root.querySelector('.margin');
}
