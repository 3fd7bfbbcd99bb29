// From what the reader selects, or the paragraph they stand on, to one of five verbs. Tells the article by
// passage:highlight, passage:comment, passage:ask and passage:link; cite is done here.
import { blockOf, blocksOf, here, numberOf, passageFromRange, passageOfBlock, quoteOf, rangeFromPassage, setHere } from './passage.js';
import { copyFrom } from './cite.js';
import { copy, toast } from './toast.js';
import * as toolbar from './toolbar.js';
import { word } from './page.js';

/** @typedef {import('./passage.js').Passage} Passage @typedef {import('./toolbar.js').Verb} Verb */

const AFTER_MOUSE = 150;
const AFTER_KEYS = 400;
/** @type {Record<string, Verb>} */
const KEYS = { h: 'highlight', c: 'comment', a: 'ask', l: 'link', y: 'cite' };

/** @typedef {{ article: HTMLElement, bar: HTMLElement, stop: AbortController, timer: number, touch: boolean, passage: Passage | null, byHand: boolean }} State */

/** @type {Map<HTMLElement, State>} */
const states = new Map();

/** @param {HTMLElement} article */
export function attach(article) {
  if (states.has(article)) {
    return;
  }
  const stop = new AbortController();
  const signal = stop.signal;
  /** @type {State} */
  const state = { article, bar: document.body, stop, timer: 0, touch: false, passage: null, byHand: false };
  state.bar = document.body.appendChild(toolbar.make((verb) => act(state, verb), mayWrite(article)));
  states.set(article, state);
  rove(article);
  document.addEventListener('pointerdown', (event) => onPointer(state, event), { signal });
  document.addEventListener('pointerup', () => later(state, AFTER_MOUSE), { signal });
  document.addEventListener('selectionchange', () => onSelection(state), { signal });
  document.addEventListener('keydown', (event) => onKey(state, event), { signal });
  article.addEventListener('focusin', (event) => stand(state, /** @type {Node} */ (event.target)), { signal });
  article.addEventListener('click', (event) => onClick(state, event), { signal });
}

/** @param {HTMLElement} article */
export function detach(article) {
  const state = states.get(article);
  states.delete(article);
  state?.stop.abort();
  state?.bar.remove();
  clearTimeout(state?.timer);
}

/** Observers read, link and cite. @param {HTMLElement} article */
function mayWrite(article) {
  return article.dataset.mayWrite !== 'no';
}

/** Paragraphs are one tab stop: the current one. @param {HTMLElement} article */
export function rove(article) {
  const blocks = blocksOf(article).filter((block) => passageOfBlock(block));
  const current = here(article) ?? blocks[0];
  blocks.forEach((block) => block.setAttribute('tabindex', block === current ? '0' : '-1'));
}

/** @param {State} state @param {Node} node */
function stand({ article }, node) {
  const block = blockOf(article, node);
  if (block && block !== here(article)) {
    setHere(article, block);
    article.querySelector('[data-block][tabindex="0"]')?.setAttribute('tabindex', '-1');
    block.setAttribute('tabindex', '0');
  }
}

/** @param {State} state @param {PointerEvent} event */
function onPointer(state, event) {
  state.touch = event.pointerType === 'touch';
  if (!state.bar.contains(/** @type {Node} */ (event.target))) {
    toolbar.hide(state.bar);
    state.passage = null;
  }
}

/** @param {State} state @param {MouseEvent} event */
function onClick(state, event) {
  const target = /** @type {Element} */ (event.target);
  if (target.closest('a, button, summary, input') || !getSelection()?.isCollapsed) {
    return;
  }
  const block = blockOf(state.article, target);
  if (!block) {
    return;
  }
  stand(state, block);
  if (state.touch) {
    offer(state, passageOfBlock(block), true);
  }
}

/** @param {State} state */
function onSelection(state) {
  if (!getSelection()?.isCollapsed) {
    later(state, AFTER_KEYS);
  } else if (!state.byHand) {
    toolbar.hide(state.bar);
    state.passage = null;
  }
}

/** @param {State} state @param {number} delay */
function later(state, delay) {
  clearTimeout(state.timer);
  state.timer = window.setTimeout(() => offerSelection(state), delay);
}

/** @param {State} state @returns {Passage | null} */
function selected({ article }) {
  const selection = getSelection();
  return selection && selection.rangeCount > 0 && !selection.isCollapsed ? passageFromRange(article, selection.getRangeAt(0)) : null;
}

/** @param {State} state */
function offerSelection(state) {
  const passage = selected(state);
  if (passage) {
    offer(state, passage, false);
  }
}

/** @param {State} state @param {Passage | null} passage @param {boolean} byHand whether a paragraph was chosen, not words */
function offer(state, passage, byHand) {
  const line = passage && rangeFromPassage(state.article, passage)?.getClientRects()[0];
  if (line) {
    Object.assign(state, { passage, byHand });
    toolbar.showAt(state.bar, line);
  }
}

/** @param {State} state @param {KeyboardEvent} event */
function onKey(state, event) {
  const target = /** @type {Element} */ (event.target);
  if (event.key === 'Escape' && !state.bar.hidden) {
    event.preventDefault();
    dismiss(state);
    return;
  }
  if (event.key === 'Tab' && !event.shiftKey && !state.bar.hidden && !state.bar.contains(target)) {
    event.preventDefault();
    state.bar.querySelector('button')?.focus();
    return;
  }
  if (event.key === 'Enter' && target.matches('[data-block]') && state.article.contains(target)) {
    event.preventDefault();
    enter(state, /** @type {HTMLElement} */ (target));
    return;
  }
  if (plainKey(event, target)) {
    onLetter(state, event);
  }
}

/** Single letters act only outside of fields, without modifiers, and where the reader did not switch them off. @param {KeyboardEvent} event @param {Element} target */
export function plainKey(event, target) {
  return !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && document.documentElement.dataset.keys !== 'off'
    && !target.closest('input, textarea, select, [contenteditable], dialog[open], [popover]:popover-open');
}

/** @param {State} state @param {KeyboardEvent} event */
function onLetter(state, event) {
  const verb = KEYS[event.key];
  if (event.key === 'j' || event.key === 'k') {
    event.preventDefault();
    step(state, event.key === 'j' ? 1 : -1, (block) => passageOfBlock(block) !== null);
  } else if (event.key === ']' || event.key === '[') {
    event.preventDefault();
    step(state, event.key === ']' ? 1 : -1, (block) => /^H\d$/.test(block.tagName));
  } else if (event.key === 'q') {
    state.article.closest('.rgrid')?.dispatchEvent(new CustomEvent('marks:toggle', { bubbles: true }));
  } else if (verb && (mayWrite(state.article) || verb === 'link' || verb === 'cite')) {
    event.preventDefault();
    act(state, verb);
  }
}

/** @param {State} state @param {number} direction @param {(block: HTMLElement) => boolean} fits */
function step({ article }, direction, fits) {
  const blocks = blocksOf(article);
  const at = blocks.findIndex((block) => block === here(article));
  const ahead = direction > 0 ? blocks.slice(at + 1) : blocks.slice(0, Math.max(at, 0)).reverse();
  const next = ahead.find(fits);
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

/** Opens the cards of a paragraph; where there are none, offers the verbs. @param {State} state @param {HTMLElement} block */
function enter(state, block) {
  const asked = new CustomEvent('passage:paragraph', { bubbles: true, cancelable: true, detail: { block: block.id, from: 'keyboard' } });
  if (block.dispatchEvent(asked)) {
    offer(state, passageOfBlock(block), true);
    state.bar.querySelector('button')?.focus();
  }
}

/** @param {State} state */
function dismiss(state) {
  const inside = state.bar.contains(document.activeElement);
  toolbar.hide(state.bar);
  state.passage = null;
  getSelection()?.removeAllRanges();
  if (inside) {
    here(state.article)?.focus({ preventScroll: true });
  }
}

/** @param {State} state @param {Verb} verb */
function act(state, verb) {
  const { article } = state;
  const place = here(article);
  const passage = state.passage ?? selected(state) ?? (place && passageOfBlock(place));
  if (!passage) {
    return;
  }
  const quote = quoteOf(article, passage);
  dismiss(state);
  if (verb === 'link') {
    const asked = new CustomEvent('passage:link', { bubbles: true, cancelable: true, detail: { passage, quote } });
    if (article.dispatchEvent(asked)) {
      share(linkTo(passage), 'linkCopied');
    }
  } else if (verb === 'cite') {
    const from = `${location.pathname}/citation?block=${passage.start.block}&format=`;
    const forms = [['asBibtex', 'bibtex'], ['asCsl', 'csl']];
    share(citationOf(article, passage, quote), 'citationCopied', ...forms.map(([label, format]) => ({ label: word(label), act: () => void copyFrom(from + format) })));
  } else {
    article.dispatchEvent(new CustomEvent(`passage:${verb}`, { bubbles: true, cancelable: true, detail: { passage, quote } }));
  }
}

/** @param {string} text @param {string} done @param {...{ label: string, act: () => void }} actions */
async function share(text, done, ...actions) {
  toast(word((await copy(text)) ? done : 'notCopied'), ...actions);
}

/** @param {Passage} passage */
function linkTo(passage) {
  return `${location.origin}${location.pathname}#${passage.start.block}`;
}

/** “quote” (Author, *Title*, ¶ n, address) @param {HTMLElement} article @param {Passage} passage @param {string} quote */
function citationOf(article, passage, quote) {
  const [from, to] = [passage.start.block, passage.end.block].map((key) => numberOf(/** @type {Element} */ (document.getElementById(key))));
  const place = from ? `¶ ${to && to !== from ? `${from}–${to}` : from}` : '';
  const title = article.dataset.title ? `*${article.dataset.title}*` : '';
  return `“${quote}” (${[article.dataset.author, title, place, linkTo(passage)].filter(Boolean).join(', ')})`;
}
