// Paints marks with the CSS Custom Highlight API, so that the text itself is never rewritten. Where the browser has
// none, nothing is painted and the chips at paragraph ends carry the marks.
import { blockOf, blocksOf, parsePoint, partsOf, runsOf } from './passage.js';

/**
 * @typedef {{ id: string, start: string, end: string, kind: 'highlight' | 'comment' | 'question' | 'link', mine: boolean, member: string }} Mark
 * @typedef {{ mark: Mark, from: number, to: number }} Part
 * @typedef {{ marks: Mark[], active: string | null, parts: Map<HTMLElement, Part[]> }} Painting
 */

const NAMES = ['heat-1', 'heat-2', 'heat-3', 'question', 'mine', 'link', 'arrive', 'active', 'composing'];
/** What paint does not touch: arrivals fade by themselves, and a composer stays open. */
const OTHERS = ['arrive', 'composing'];
const ARRIVE = 2_400;

/** @type {Map<Element, Painting>} */
const paintings = new Map();
let listening = false;

export function supported() {
  return typeof Highlight === 'function' && 'highlights' in CSS;
}

/** @param {number} members @returns {string | null} */
function heat(members) {
  if (members === 0) {
    return null;
  }
  return members === 1 ? 'heat-1' : members < 4 ? 'heat-2' : 'heat-3';
}

/** The names of a piece of text, from the marks that lie on it. @param {Mark[]} marks @param {string | null} active */
export function namesOf(marks, active) {
  const words = marks.filter((mark) => mark.kind !== 'link');
  const others = new Set(words.filter((mark) => !mark.mine).map((mark) => mark.member));
  return [
    heat(others.size),
    marks.some((mark) => mark.kind === 'question') ? 'question' : null,
    words.some((mark) => mark.mine) ? 'mine' : null,
    words.length < marks.length ? 'link' : null,
    marks.some((mark) => mark.id === active) ? 'active' : null,
  ].filter((name) => name !== null);
}

/** @param {Element} article @param {Mark[]} marks @returns {Map<HTMLElement, Part[]>} */
function partsByBlock(article, marks) {
  /** @type {Map<HTMLElement, Part[]>} */
  const byBlock = new Map();
  const blocks = blocksOf(article);
  for (const mark of marks) {
    for (const { block, from, to } of partsOf(article, { start: parsePoint(mark.start), end: parsePoint(mark.end) }, blocks)) {
      if (from < to) {
        byBlock.set(block, byBlock.get(block) ?? []);
        byBlock.get(block)?.push({ mark, from, to });
      }
    }
  }
  return byBlock;
}

/**
 * Cuts a block at every boundary, names each piece, and joins neighbours of one name again.
 * @param {Part[]} parts @param {string | null} active @returns {Map<string, [number, number][]>}
 */
function spansByName(parts, active) {
  const cuts = [...new Set(parts.flatMap((part) => [part.from, part.to]))].sort((a, b) => a - b);
  /** @type {Map<string, [number, number][]>} */
  const spans = new Map();
  for (let index = 0; index + 1 < cuts.length; index++) {
    const [from, to] = [cuts[index], cuts[index + 1]];
    const marks = parts.filter((part) => part.from <= from && part.to >= to).map((part) => part.mark);
    for (const name of namesOf(marks, active)) {
      const list = spans.get(name) ?? [];
      const last = list.at(-1);
      if (last && last[1] === from) {
        last[1] = to;
      } else {
        list.push([from, to]);
      }
      spans.set(name, list);
    }
  }
  return spans;
}

/** The ranges of a span, broken where an aside lies in it. @param {HTMLElement} block @param {number} from @param {number} to */
function rangesOf(block, from, to) {
  /** @type {Range[]} */
  const ranges = [];
  for (const { node, start, joined } of runsOf(block)) {
    const first = Math.max(from - start, 0);
    const last = Math.min(to - start, node.length);
    if (first >= last) {
      continue;
    }
    const open = ranges.at(-1);
    if (open && joined) {
      open.setEnd(node, last);
    } else {
      const range = document.createRange();
      range.setStart(node, first);
      range.setEnd(node, last);
      ranges.push(range);
    }
  }
  return ranges;
}

/** @param {string} name */
function highlight(name) {
  const found = CSS.highlights.get(name);
  if (found) {
    return found;
  }
  const made = new Highlight();
  made.priority = NAMES.indexOf(name);
  CSS.highlights.set(name, made);
  return made;
}

/**
 * Shows exactly these marks; the one with the active id a step deeper.
 * @param {Element} article @param {Mark[]} marks @param {string | null} [activeId]
 */
export function paint(article, marks, activeId = null) {
  const parts = partsByBlock(article, marks);
  paintings.set(article, { marks, active: activeId, parts });
  article.setAttribute('data-active', activeKind(marks, activeId));
  if (!supported()) {
    return;
  }
  repaintAfterNavigation();
  NAMES.filter((name) => !OTHERS.includes(name)).forEach((name) => highlight(name).clear());
  for (const [block, list] of parts) {
    for (const [name, spans] of spansByName(list, activeId)) {
      spans.flatMap(([from, to]) => rangesOf(block, from, to)).forEach((range) => highlight(name).add(range));
    }
  }
}

/** @param {Mark[]} marks @param {string | null} activeId */
function activeKind(marks, activeId) {
  const active = marks.find((mark) => mark.id === activeId);
  return active ? (active.mine && active.kind !== 'link' ? 'mine' : active.kind) : '';
}

/** Tints newly arrived marks for a moment. @param {Element} article @param {string[]} ids */
export function arrive(article, ids) {
  const parts = supported() ? paintings.get(article)?.parts : null;
  for (const [block, list] of parts ?? []) {
    for (const part of list.filter(({ mark }) => ids.includes(mark.id))) {
      const ranges = rangesOf(block, part.from, part.to);
      ranges.forEach((range) => highlight('arrive').add(range));
      setTimeout(() => ranges.forEach((range) => highlight('arrive').delete(range)), ARRIVE);
    }
  }
}

/** Shows which words a composer is open for; null when it closed. @param {Element} article @param {import('./passage.js').Passage | null} passage */
export function compose(article, passage) {
  if (supported()) {
    highlight('composing').clear();
    const parts = passage ? partsOf(article, passage) : [];
    parts.flatMap(({ block, from, to }) => rangesOf(block, from, to)).forEach((range) => highlight('composing').add(range));
  }
}

/**
 * The marks under a point of the window, the shortest first.
 * @param {Element} article @param {number} x @param {number} y @returns {Mark[]}
 */
export function marksAt(article, x, y) {
  const caret = document.caretPositionFromPoint?.(x, y);
  const range = caret ? null : document.caretRangeFromPoint?.(x, y);
  const node = caret?.offsetNode ?? range?.startContainer ?? null;
  const block = blockOf(article, node);
  const parts = block && paintings.get(article)?.parts.get(block);
  return (parts ?? [])
    .filter(({ from, to }) => block && rangesOf(block, from, to).some((piece) => holds(piece, x, y)))
    .sort((a, b) => a.to - a.from - (b.to - b.from))
    .map(({ mark }) => mark);
}

/** @param {Element} article @param {number} x @param {number} y @returns {Mark | null} */
export function markAt(article, x, y) {
  return marksAt(article, x, y)[0] ?? null;
}

/** @param {Range} range @param {number} x @param {number} y */
function holds(range, x, y) {
  return [...range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
}

/** Takes every mark of an article off the page. @param {Element} article */
export function clear(article) {
  paintings.delete(article);
  if (supported()) {
    NAMES.forEach((name) => highlight(name).clear());
  }
}

/** Enhanced navigation collapses ranges; the stored marks are laid on the text again. */
function repaintAfterNavigation() {
  if (listening) {
    return;
  }
  listening = true;
  globalThis.Blazor?.addEventListener?.('enhancedload', () => {
    for (const [article, { marks, active }] of [...paintings]) {
      if (article.isConnected) {
        paint(article, marks, active);
      } else {
        clear(article);
      }
    }
  });
}
