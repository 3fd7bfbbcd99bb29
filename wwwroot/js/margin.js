// The margin of a reading: cards beside their words, the leader line of the open one; on narrow screens a sheet.
// root is the grid that holds the text ([data-article]), the margin (.margin with .cards) and svg.lead.
import { arrange, crowdsOf } from './layout.js';
import { element, word } from './page.js';
import { blockByKey, numberOf, parsePoint, rangeFromPassage } from './passage.js';
import * as sheet from './sheet.js';

const SVG = 'http://www.w3.org/2000/svg';
const OFFSET = 8;

/** @typedef {{ root: HTMLElement, article: HTMLElement, margin: HTMLElement, stop: AbortController, observers: { disconnect(): void }[], unfolded: Set<string>, frame: number, keep: boolean, held: HTMLElement | null, cards: ResizeObserver, changes: MutationObserver }} Margin */

/** @type {Map<HTMLElement, Margin>} */
const margins = new Map();

/** @param {HTMLElement} root */
export function attach(root) {
  const article = root.querySelector('[data-article]');
  const margin = root.querySelector('.margin');
  if (!(article instanceof HTMLElement) || !(margin instanceof HTMLElement) || margins.has(root)) {
    return;
  }
  const stop = new AbortController();
  const cards = new ResizeObserver(() => schedule(root, true));
  const text = new ResizeObserver(() => schedule(root, false));
  const changes = new MutationObserver((records) => schedule(root, records.some(({ type }) => type === 'childList')));
  margins.set(root, { root, article, margin, stop, observers: [cards, text, changes], unfolded: new Set(), frame: 0, keep: false, held: null, cards, changes });
  text.observe(article);
  watch(changes, margin);
  sheet.attach(root);
  document.fonts.ready.then(() => schedule(root, false));
  window.addEventListener('resize', () => schedule(root, false), { signal: stop.signal });
  window.addEventListener('scroll', () => letGo(root), { signal: stop.signal, passive: true });
  schedule(root, false);
}

/** @param {HTMLElement} root */
export function detach(root) {
  const margin = margins.get(root);
  margins.delete(root);
  margin?.stop.abort();
  margin?.observers.forEach((observer) => observer.disconnect());
  cancelAnimationFrame(margin?.frame ?? 0);
  sheet.detach(root);
}

/** Who scrolls looks at something else: the next arrival spares other cards. @param {HTMLElement} root */
function letGo(root) {
  const state = margins.get(root);
  if (state) {
    state.held = null;
  }
}

/** @param {MutationObserver} changes @param {HTMLElement} margin */
function watch(changes, margin) {
  changes.observe(margin, { childList: true, subtree: true, attributeFilter: ['class', 'data-start', 'data-end'] });
}

/**
 * Lays the cards out before the next picture.
 * @param {HTMLElement} root @param {boolean} keep whether what the reader sees must stay where it is
 */
function schedule(root, keep) {
  const state = margins.get(root);
  if (!state) {
    return;
  }
  state.keep ||= keep;
  if (state.frame === 0) {
    state.frame = requestAnimationFrame(() => {
      state.frame = 0;
      layout(root);
    });
  }
}

/** Lays the cards out at once. @param {HTMLElement} root */
export function layout(root) {
  const state = margins.get(root);
  if (!state) {
    return;
  }
  const { margin, changes } = state;
  changes.disconnect();
  sheet.update(root);
  if (sheet.narrow()) {
    cardsOf(margin).forEach((card) => card.style.removeProperty('top'));
  } else if (margin.querySelector('.cards')?.checkVisibility()) {
    arrangeCards(state);
    drawLead(state);
  }
  state.keep = false;
  watch(changes, margin);
}

/** @param {HTMLElement} margin @returns {HTMLElement[]} */
export function cardsOf(margin) {
  return [...margin.querySelectorAll('.card[data-start]')].filter((card) => card instanceof HTMLElement);
}

/** The first box of a card's passage, or of its paragraph. @param {HTMLElement} article @param {HTMLElement} card */
function boxOf(article, card) {
  const start = parsePoint(card.dataset.start ?? '');
  const passage = { start, end: parsePoint(card.dataset.end ?? card.dataset.start ?? '') };
  const range = rangeFromPassage(article, passage) ?? blockByKey(article, start.block);
  return range?.getClientRects()[0] ?? null;
}

/** @param {Margin} state */
function arrangeCards(state) {
  const { root, article, margin } = state;
  const base = margin.getBoundingClientRect().top;
  const head = margin.querySelector('.mhead');
  const end = article.getBoundingClientRect().bottom - base;
  const cards = cardsOf(margin);
  const active = activeOf(cards);
  state.held = state.keep ? (state.held?.isConnected ? state.held : cards.find((card) => card.style.top && seen(card)) ?? null) : null;
  const anchor = active ?? state.held;
  const items = cards.map((card) => {
    const box = boxOf(article, card);
    const pinned = card === anchor && card !== active;
    return {
      card,
      want: pinned ? parseFloat(card.style.top) : box ? box.top - base - OFFSET : end,
      height: () => card.offsetHeight,
      anchor: card === anchor,
      solid: card.matches('.on, .new, .waiting'),
      top: 0,
      mini: false,
      block: parsePoint(card.dataset.start ?? '').block,
      shrink: (/** @type {boolean} */ mini) => setFit(card, mini ? 'mini' : null),
    };
  });
  margin.querySelectorAll('.card-more').forEach((button) => button.remove());
  arrange(items, head instanceof HTMLElement ? head.offsetHeight : 0);
  const folds = fold(state, items);
  if (folds.length > 0) {
    const shown = items.filter(({ card }) => card.dataset.fit !== 'folded');
    const mores = folds.map(({ button, item }) => ({ ...item, card: button, want: item.want + 1, height: () => button.offsetHeight, anchor: false, solid: true, shrink: () => {} }));
    const all = [...shown.map((item) => ({ ...item, shrink: (/** @type {boolean} */ mini) => item.shrink(mini || item.mini) })), ...mores];
    arrange(all, head instanceof HTMLElement ? head.offsetHeight : 0);
    all.forEach((item) => setTop(item.card, item.top));
  } else {
    items.forEach((item) => setTop(item.card, item.top));
  }
  cards.forEach((card) => state.cards.observe(card));
  requestAnimationFrame(() => margin.setAttribute('data-placed', ''));
  root.toggleAttribute('data-open-card', Boolean(active));
}

/**
 * Hides what is past the fourth line of a crowd behind one button.
 * @param {Margin} state @param {(import('./layout.js').Item & { card: HTMLElement })[]} items
 */
function fold(state, items) {
  const { root, article, margin, unfolded } = state;
  return [...crowdsOf(items)].filter(([block]) => !unfolded.has(block)).map(([block, crowd]) => {
    const members = /** @type {(import('./layout.js').Item & { card: HTMLElement })[]} */ (crowd);
    members.forEach(({ card }) => setFit(card, 'folded'));
    const key = blockByKey(article, block);
    const unfold = () => {
      unfolded.add(block);
      root.dispatchEvent(new CustomEvent('cards:unfold', { detail: { block } }));
      layout(root);
      members[0].card.focus();
    };
    const button = element('button', { type: 'button', class: 'card-more', onclick: unfold }, word('moreAt', crowd.length, key ? numberOf(key) : ''));
    margin.append(button);
    return { button, item: members[0] };
  });
}

/** @param {HTMLElement} card @param {string | null} fit */
function setFit(card, fit) {
  if (fit) {
    card.dataset.fit = fit;
  } else {
    delete card.dataset.fit;
  }
}

/** @param {HTMLElement} card @param {number} top */
function setTop(card, top) {
  const value = `${Math.round(top)}px`;
  if (card.style.top !== value) {
    card.style.top = value;
  }
}

/** The open composer wins over the open card. @param {HTMLElement[]} cards */
function activeOf(cards) {
  return cards.find((card) => card.matches('.compose')) ?? cards.find((card) => card.matches('.on'));
}

/** @param {HTMLElement} card */
function seen(card) {
  const box = card.getBoundingClientRect();
  return box.bottom > 0 && box.top < window.innerHeight;
}

/** The line from the words to the open card. @param {Margin} state */
function drawLead({ root, article, margin }) {
  const svg = root.querySelector('svg.lead') ?? root.appendChild(document.createElementNS(SVG, 'svg'));
  const card = activeOf(cardsOf(margin));
  const words = card && boxOf(article, card);
  svg.setAttribute('class', `lead${card?.matches('.q') ? ' q' : card?.matches('.mine:not(.l)') ? ' mine' : ''}`);
  svg.setAttribute('aria-hidden', 'true');
  if (!card || !words) {
    svg.replaceChildren();
    return;
  }
  const frame = root.getBoundingClientRect();
  const fromX = article.getBoundingClientRect().right - frame.left + 10;
  const fromY = (words.top + words.bottom) / 2 - frame.top;
  const toX = card.getBoundingClientRect().left - frame.left;
  const toY = margin.getBoundingClientRect().top - frame.top + parseFloat(card.style.top || '0') + 20;
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', `M${fromX} ${fromY} C${fromX + 16} ${fromY} ${toX - 16} ${toY} ${toX} ${toY}`);
  const dot = document.createElementNS(SVG, 'circle');
  Object.entries({ cx: fromX, cy: fromY, r: 2.5 }).forEach(([name, value]) => dot.setAttribute(name, String(value)));
  svg.replaceChildren(path, dot);
}
