// Puts the parts of a reading page together: selection, painted words, chips, margin, composer, place.
// root is the grid (.rgrid) with [data-article], .margin > .cards and .own; <main> carries data-group, data-reading, data-edition.
import './composer.js';
import * as chips from './chips.js';
import * as footnotes from './footnotes.js';
import * as highlights from './highlights.js';
import * as linkSigns from './link-signs.js';
import * as margin from './margin.js';
import { element } from './page.js';
import { blockByKey, blocksOf, formatPoint, parsePoint, setHere } from './passage.js';
import * as presence from './presence.js';
import * as selection from './selection.js';
import * as sheet from './sheet.js';

/** @typedef {import('./chips.js').CountedMark} Mark @typedef {import('./passage.js').Passage} Passage */
/** @typedef {{ id: string, kind: string }} Linked the mark at the other end of the open link, and how the two stand to each other */
/** @typedef {{ stop: AbortController, text: string, marks: Mark[], active: string | null, linked: Linked | null }} Page */

/** So much of the quote is kept with a draft, for the day when the text is another one. */
const DRAFTED = 400;

/** @type {Map<HTMLElement, Page>} */
const pages = new Map();

/** @param {HTMLElement} root @returns {HTMLElement | null} */
function articleOf(root) {
  return root.querySelector('[data-article]');
}

/** @param {HTMLElement} root */
export function attach(root) {
  const article = articleOf(root);
  if (!article || pages.has(root)) {
    return;
  }
  const stop = new AbortController();
  const signal = stop.signal;
  pages.set(root, { stop, text: textOf(root), marks: [], active: null, linked: null });
  selection.attach(article);
  footnotes.attach(article);
  margin.attach(root);
  watch(root, article);
  root.addEventListener('passage:comment', (event) => compose(root, event, 'comment'), { signal });
  root.addEventListener('passage:ask', (event) => compose(root, event, 'question'), { signal });
  root.addEventListener('passage:paragraph', (event) => openParagraph(root, event), { signal });
  root.addEventListener('composer:posted', (event) => closeComposer(root, event), { signal });
  root.addEventListener('composer:cancelled', (event) => closeComposer(root, event), { signal });
  root.addEventListener('marks:toggle', () => toggleMarks(root), { signal });
  article.addEventListener('click', (event) => openMark(article, event), { signal });
  root.addEventListener('click', (event) => jump(event), { signal });
}

/** @param {HTMLElement} root */
export function detach(root) {
  const page = pages.get(root);
  const article = articleOf(root);
  pages.delete(root);
  page?.stop.abort();
  margin.detach(root);
  if (article) {
    selection.detach(article);
    footnotes.detach(article);
    presence.detach(article);
    highlights.clear(article);
    chips.clear(article);
    linkSigns.clear(article);
  }
}

/**
 * Shows these marks, painted and as chips; of links only the two ends of the open one are painted.
 * @param {HTMLElement} root @param {Mark[]} marks @param {string | null} [activeId] @param {Linked | null} [linked]
 */
export function show(root, marks, activeId = null, linked = null) {
  const page = pages.get(root);
  const article = articleOf(root);
  if (!page || !article) {
    return;
  }
  Object.assign(page, { marks, active: activeId, linked });
  const hidden = root.dataset.marks === 'none';
  const links = marks.filter(({ kind }) => kind === 'link');
  article.dataset.link = linked?.kind ?? '';
  highlights.paint(article, hidden ? [] : marks.filter(({ id, kind }) => kind !== 'link' || id === activeId || id === linked?.id), activeId);
  chips.show(article, [...marks.filter(({ kind }) => kind !== 'link'), ...waitingOf(root)]);
  linkSigns.show(article, links);
}

/** What waits in a section is counted at its beginning. @param {HTMLElement} root @returns {Mark[]} */
function waitingOf(root) {
  const cards = /** @type {HTMLElement[]} */ ([...root.querySelectorAll('.margin .card.waiting')]);
  return cards.map(({ dataset: { start = '', comments } }) => ({ id: '', start, end: start, kind: 'comment', mine: false, member: '', comments: 0, waiting: Number(comments) }));
}

/** After enhanced navigation the text may have lost what scripts put there, or be another text. @param {HTMLElement} root */
export function refresh(root) {
  const page = pages.get(root);
  const article = articleOf(root);
  if (!page || !article) {
    return;
  }
  if (page.text !== textOf(root)) {
    detach(root);
    attach(root);
    return;
  }
  selection.rove(article);
  watch(root, article);
  show(root, page.marks, page.active, page.linked);
}

/** Which text a page shows. @param {HTMLElement} root */
function textOf(root) {
  const { group, reading, edition } = root.querySelector('main')?.dataset ?? {};
  return `${group} ${reading} ${edition}`;
}

/** @param {HTMLElement} root @param {HTMLElement} article */
function watch(root, article) {
  presence.attach(article, (block) => root.dispatchEvent(new CustomEvent('passage:place', { bubbles: true, detail: { block } })));
}

/** Tints marks that just came in. @param {HTMLElement} root @param {string[]} ids */
export function arrive(root, ids) {
  const article = articleOf(root);
  if (article && root.dataset.marks !== 'none') {
    highlights.arrive(article, ids);
  }
}

/** Fragments count from this page; to the browser they count from the base "/". @param {MouseEvent} event */
function jump(event) {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  const key = link?.getAttribute('href') ?? '';
  const target = document.getElementById(key.slice(1));
  if (target && !event.defaultPrevented && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    history.pushState(history.state, '', location.pathname + location.search + key);
    target.scrollIntoView();
    target.focus({ preventScroll: true });
  }
}

/** The key q: the bare text, and back. @param {HTMLElement} root */
function toggleMarks(root) {
  const page = pages.get(root);
  root.dataset.marks = root.dataset.marks === 'none' ? 'all' : 'none';
  if (page) {
    show(root, page.marks, page.active, page.linked);
  }
}

/** @param {HTMLElement} article @param {MouseEvent} event */
function openMark(article, event) {
  const target = /** @type {Element} */ (event.target);
  if (target.closest('a, button') || !getSelection()?.isCollapsed) {
    return;
  }
  const marks = highlights.marksAt(article, event.clientX, event.clientY);
  if (marks.length > 0) {
    article.dispatchEvent(new CustomEvent('passage:open', { bubbles: true, detail: { id: marks[0].id, ids: marks.map(({ id }) => id) } }));
  }
}

/** Opens the cards of a paragraph: the sheet on narrow screens, else the first card. @param {HTMLElement} root @param {Event} event */
function openParagraph(root, event) {
  const { block } = /** @type {CustomEvent} */ (event).detail;
  const card = [...root.querySelectorAll('.margin .card[data-start]')].find((candidate) => candidate instanceof HTMLElement && covers(root, candidate, block));
  if (!(card instanceof HTMLElement)) {
    return;
  }
  event.preventDefault();
  const article = articleOf(root);
  if (article) {
    setHere(article, blockByKey(article, block));
  }
  if (sheet.narrow()) {
    sheet.open(root, block);
  } else if (!card.dataset.annotation) {
    (card.querySelector('button') ?? card).focus();
  } else {
    card.focus();
    card.dispatchEvent(new CustomEvent('passage:open', { bubbles: true, detail: { id: card.dataset.annotation, ids: [card.dataset.annotation] } }));
  }
}

/** @param {HTMLElement} root @param {HTMLElement} card @param {string} block */
function covers(root, card, block) {
  const article = articleOf(root);
  const keys = article ? blocksOf(article).map(({ id }) => id) : [];
  const [from, to] = [card.dataset.start ?? '', card.dataset.end ?? card.dataset.start ?? ''].map((point) => keys.indexOf(parsePoint(point).block));
  const place = keys.indexOf(block);
  return from <= place && place <= to;
}

/** Opens the composer beside the passage, unless somebody else took the event. @param {HTMLElement} root @param {Event} event @param {'comment' | 'question'} kind */
function compose(root, event, kind) {
  if (!event.defaultPrevented) {
    const { passage, quote } = /** @type {CustomEvent} */ (event).detail;
    openComposer(root, passage, quote, kind);
  }
}

/** @param {HTMLElement} root @param {Passage} passage @param {string} quote @param {'comment' | 'question'} kind @param {string} [older] the edition of the passage where it is not the one shown @param {boolean} [focus] */
export function openComposer(root, passage, quote, kind, older, focus = true) {
  const main = root.querySelector('main') ?? root;
  const { group, reading, edition } = /** @type {HTMLElement} */ (main).dataset;
  const [start, end] = [formatPoint(passage.start), formatPoint(passage.end)];
  const target = { groupId: group, readingId: reading, kind, quote: quote.slice(0, DRAFTED), passage: { editionId: older ?? edition, start: passage.start, end: passage.end } };
  const composer = element('study-composer', { 'data-key': `passage/${group}/${reading}/${start}/${end}`, 'data-target': JSON.stringify(target), 'data-quote': quote, 'data-focus': focus });
  const card = element('div', { class: `card compose on${kind === 'question' ? ' q' : ''}`, 'data-start': start, 'data-end': end }, composer);
  root.querySelector('.margin .own')?.replaceChildren(card);
  highlights.compose(/** @type {HTMLElement} */ (articleOf(root)), older ? null : passage);
  margin.layout(root);
}

/** @param {HTMLElement} root @param {Event} event */
function closeComposer(root, event) {
  const card = event.target instanceof Element ? event.target.closest('.own > .card') : null;
  if (card) {
    card.remove();
    sheet.close(root);
    margin.layout(root);
    highlights.compose(/** @type {HTMLElement} */ (articleOf(root)), null);
  }
}
