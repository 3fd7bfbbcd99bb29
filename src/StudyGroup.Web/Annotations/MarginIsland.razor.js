// Joins the margin island to the page: brings the marks, passes on what the reader does, opens kept drafts at their place.
import { Arrivals } from '../js/arrivals.js';
import { isDown } from '../js/connection.js';
import * as editions from '../js/editions.js';
import { announce, word, writeHeaders } from '../js/page.js';
import * as margin from '../js/margin.js';
import * as reading from '../js/reading.js';
import { Sight } from '../js/sight.js';
import * as place from '../js/place.js';
import { newKey, send } from '../js/sending.js';
import { blockByKey, blocksOf, numberOf, quoteOf } from '../js/passage.js';
import { toast } from '../js/toast.js';

/** @typedef {{ root: HTMLElement, article: HTMLElement, island: any, ids: { groupId: string, readingId: string }, marks: Map<string, any>, removed: Set<string>, active: string | null, linked: { id: string, kind: string } | null, stop: AbortController, place: string, isOld: boolean, timer: number, pressed: boolean, arrivals: Arrivals, sight: Sight, choice: { show: string, member: string, among: Set<string> } }} Page */

const KEEP_PLACE = 5_000;
const AFTER_DRAWING = 150;

/** @type {Map<Element, Page>} */
const pages = new Map();

/** @param {HTMLElement} list the element that holds the cards @param {HTMLElement} arrivals where the chip of new ones stands @param {any} island @param {{ groupId: string, readingId: string, open: string | null }} options */
export async function attach(list, arrivals, island, { groupId, readingId, open }) {
  const root = list.closest('.rgrid');
  const article = root?.querySelector('[data-article]');
  if (!(root instanceof HTMLElement) || !(article instanceof HTMLElement)) {
    return;
  }
  const page = { root, article, island, ids: { groupId, readingId }, marks: new Map(), removed: new Set(), active: open, linked: null, stop: new AbortController(), place: '', isOld: false, timer: 0, pressed: false, arrivals: new Arrivals(article, list, arrivals, (ids) => call(island, 'SawAsync', ids)), sight: new Sight(list), choice: { show: 'Everyones', member: '', among: new Set() } };
  pages.set(list, page);
  reading.attach(root);
  listen(page);
  countWaiting(page, list);
  await loadMarks(page);
  await openDrafts(page);
  const opened = page.marks.get(open ?? '');
  if (opened && !place.returned()) {
    blockByKey(article, opened.start.split(':')[0])?.scrollIntoView({ block: 'center' });
  }
  if (place.returned()) {
    void place.restore();
  }
  root.dataset.live = '';
}

/** @param {HTMLElement} list */
export function detach(list) {
  const page = pages.get(list);
  pages.delete(list);
  if (page) {
    keepPlace(page);
    page.arrivals.stop();
    page.sight.stop();
    page.stop.abort();
  }
}

/** @param {HTMLElement} list @param {any} mark @param {boolean} arrives */
export function addMark(list, mark, arrives) {
  const page = pages.get(list);
  if (page && isHere(page, mark)) {
    // What was taken away may have come back.
    page.removed.delete(mark.id);
    page.marks.set(mark.id, mark);
    show(page);
    if (arrives) {
      reading.arrive(page.root, [mark.id]);
    }
  }
}

/** @param {HTMLElement} list @param {string} id */
export function removeMark(list, id) {
  const page = pages.get(list);
  if (page) {
    page.removed.add(id);
    page.marks.delete(id);
    show(page);
  }
}

/** @param {HTMLElement} list @param {string | null} id @param {{ id: string, kind: string } | null} linked the other end, where the card is a link's */
export function activate(list, id, linked = null) {
  const page = pages.get(list);
  if (page) {
    Object.assign(page, { active: id, linked });
    show(page);
    requestAnimationFrame(() => margin.layout(page.root));
  }
}

/** What the reader wants to see; the marks in the text follow the cards. @param {HTMLElement} list @param {string} show @param {string} member @param {string[]} among what is unread, or has the tag */
export function choose(list, show, member, among) {
  const page = pages.get(list);
  if (page) {
    page.choice = { show, member, among: new Set(among) };
  }
}

/** @type {Record<string, (mark: any, choice: Page['choice']) => boolean>} */
const LETS = {
  Unread: ({ id }, { among }) => among.has(id),
  Tag: ({ id }, { among }) => among.has(id),
  Mine: ({ mine }) => mine,
  Questions: ({ kind }) => kind === 'question',
  OnlyComments: ({ kind }) => kind === 'comment',
  Highlights: ({ kind }) => kind === 'highlight',
  Links: ({ kind }) => kind === 'link',
  Member: (mark, { member }) => mark.member === member,
  None: () => false,
};

/** @param {HTMLElement} list @param {string} block @param {string} text */
export function announceNew(list, block, text) {
  const page = pages.get(list);
  const target = page ? blockByKey(page.article, block) : null;
  const number = target ? numberOf(target) : '';
  announce(number ? `${text}, ¶ ${number}` : text);
}

/** @param {HTMLElement} _ @param {string} text */
export function say(_, text) {
  toast(text);
}

/** The text is another one now. @param {HTMLElement} list @param {any} words */
export function tellEdition(list, words) {
  const page = pages.get(list);
  if (page) {
    page.isOld = true;
  }
  editions.tell(words);
}

/** The marks stand elsewhere in the same text. @param {HTMLElement} list */
export function refresh(list) {
  const page = pages.get(list);
  editions.hide();
  if (page) {
    void loadMarks(page);
  }
}

/** The reader sees more or less of what others said. @param {HTMLElement} list @param {{ isSet: boolean, said: string | null, first: string | null }} news */
export function sections(list, { isSet, said, first }) {
  const page = pages.get(list);
  if (!page) {
    return;
  }
  page.root.querySelectorAll('[data-own-note]').forEach((part) => part.toggleAttribute('hidden', !isSet));
  void loadMarks(page);
  if (said) {
    announce(said);
  }
  // The button that was pressed goes away with its card.
  if (page.pressed && first) {
    setTimeout(() => document.getElementById(`card-${first}`)?.focus({ preventScroll: true }), AFTER_DRAWING);
  }
  page.pressed = false;
}

/** Puts a mark on words that the reader chooses. @param {HTMLElement} list @param {string} id @param {any} words */
export function choosePlace(list, id, words) {
  const page = pages.get(list);
  if (!page) {
    return;
  }
  editions.choose(page.article, words, async (passage) => {
    const body = { passage: { editionId: page.article.dataset.edition, ...passage } };
    const outcome = await send('POST', `/annotations/${id}/place`, body, () => toast(word('notSentYet')));
    toast(outcome.kind === 'done' ? words.done : outcome.kind === 'refused' ? outcome.message : word('signedOut'));
    return outcome.kind === 'done';
  });
}

/** Marks stand in the newest edition; their places say nothing about an older text. @param {Page} page @param {any} mark */
function isHere(page, mark) {
  return mark.edition === page.article.dataset.edition;
}

/** @param {Page} page */
function show(page) {
  const lets = LETS[page.choice.show] ?? (() => true);
  reading.show(page.root, [...page.marks.values()].filter((mark) => lets(mark, page.choice)), page.active, page.linked);
}

/** Brings the marks as they are now; those that arrive meanwhile stay. @param {Page} page */
async function loadMarks(page) {
  const { groupId, readingId } = page.ids;
  const before = [...page.marks.keys()];
  const answer = await fetch(`/annotations/${groupId}/${readingId}`, { headers: writeHeaders(), redirect: 'manual', signal: page.stop.signal }).catch(() => null);
  if (answer?.ok) {
    // The page may be left while they are on the way.
    const marks = await answer.json().catch(() => null);
    if (marks?.every((mark) => isHere(page, mark))) {
      before.forEach((id) => page.marks.delete(id));
      marks.filter(({ id }) => !page.removed.has(id)).forEach((mark) => page.marks.set(mark.id, mark));
    }
  }
  show(page);
}

/** The chips follow the cards of what waits. @param {Page} page @param {HTMLElement} list */
function countWaiting(page, list) {
  const count = () => [...list.querySelectorAll('.card.waiting')].map((card) => `${card.getAttribute('data-start')} ${card.getAttribute('data-comments')}`).join();
  let known = count();
  const changes = new MutationObserver(() => {
    const now = count();
    if (now !== known) {
      known = now;
      show(page);
    }
  });
  changes.observe(list, { childList: true, subtree: true, attributeFilter: ['data-comments'] });
  page.stop.signal.addEventListener('abort', () => changes.disconnect());
}

/** @param {Page} page */
function listen(page) {
  const { root, island, stop } = page;
  const on = (/** @type {string} */ name, /** @type {(detail: any) => void} */ act) =>
    root.addEventListener(name, (event) => act(/** @type {CustomEvent} */ (event).detail), { signal: stop.signal });
  on('passage:open', ({ id }) => call(island, 'OpenMarkAsync', id));
  on('passage:highlight', ({ passage }) => void highlight(page, passage));
  on('cards:unfold', ({ block }) => call(island, 'Unfold', block));
  on('passage:place', ({ block }) => moved(page, block));
  root.addEventListener('click', ({ target }) => {
    page.pressed ||= target instanceof Element && Boolean(target.closest('.card.waiting button'));
  }, { signal: stop.signal });
  window.addEventListener('pagehide', () => keepPlace(page), { signal: stop.signal });
  // What the island said while the line was cut did not arrive.
  document.addEventListener('connection:back', () => void loadMarks(page), { signal: stop.signal });
  on('composer:typing', () => call(island, 'Type'));
}

/** The circuit may be down: then the island catches up by itself when it is back. @param {any} island @param {string} method @param {...unknown} values */
function call(island, method, ...values) {
  if (!isDown()) {
    island.invokeMethodAsync(method, ...values).catch(() => {});
  }
}

/** @param {Page} page @param {any} passage */
async function highlight(page, passage) {
  const body = { key: newKey(), ...page.ids, passage: { editionId: page.article.dataset.edition, ...passage } };
  const outcome = await send('POST', '/annotations', body, () => toast(word('notSentYet')));
  if (outcome.kind === 'refused') {
    toast(outcome.message);
  } else if (outcome.kind === 'signed-out') {
    toast(word('signedOut'));
  }
}

/** @param {Page} page @param {string} block */
function moved(page, block) {
  call(page.island, 'LookAtAsync', blocksOf(page.article).findIndex(({ id }) => id === block), block);
  page.place = block;
  page.timer ||= window.setTimeout(() => keepPlace(page), KEEP_PLACE);
}

/** Where to go on next time; kept now and then while reading, and when the page is left. @param {Page} page */
function keepPlace(page) {
  clearTimeout(page.timer);
  const block = page.place;
  Object.assign(page, { timer: 0, place: '' });
  // A place in a text that was replaced is none in the new one.
  if (block && !page.isOld) {
    fetch(`/positions/${page.ids.readingId}`, { method: 'PUT', headers: writeHeaders(), body: JSON.stringify({ block }), keepalive: true, redirect: 'manual' }).catch(() => {});
  }
}

/** What was being written when the page was left comes back at its place, and takes the focus from nobody: the newest draft on a passage, else the thread of the newest reply. @param {Page} page */
async function openDrafts(page) {
  const answer = await fetch('/discussion/drafts', { headers: writeHeaders(), redirect: 'manual', signal: page.stop.signal }).catch(() => null);
  const drafts = answer?.ok ? await answer.json().catch(() => []) : [];
  const passage = drafts.map(({ target }) => JSON.parse(target)).find((target) => target?.passage && target.readingId === page.ids.readingId && target.groupId === page.ids.groupId);
  // Replies and edits alike are kept under the name of their thread.
  const threads = drafts.map(({ key }) => key.match(/^thread\/([^/]+)/)?.[1]).filter(Boolean);
  if (passage && !page.root.querySelector('.margin .own study-composer')) {
    // Begun on an older text, it is about the words of that one, and goes with them when it is sent.
    const { editionId, ...words } = passage.passage;
    const isOld = editionId !== page.article.dataset.edition;
    reading.openComposer(page.root, words, isOld ? passage.quote ?? '' : quoteOf(page.article, words), passage.kind === 'question' ? 'question' : 'comment', isOld ? editionId : undefined, false);
  }
  const card = place.returned()?.card;
  if (card) {
    call(page.island, 'OpenMarkAsync', card);
  } else if (!passage && threads.length > 0) {
    call(page.island, 'OpenThreadAsync', threads[0]);
  }
}
