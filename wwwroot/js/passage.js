// From the browser's ranges to passages and back. A block is an element with an id and data-block; offsets count the
// UTF-16 code units of its text without descendants marked data-aside (note references, ¶ numbers, printed labels, chips).

/**
 * @typedef {{ block: string, offset: number }} Point
 * @typedef {{ start: Point, end: Point }} Passage
 * @typedef {{ node: Text, start: number, joined: boolean }} Run a text node, where it begins in the block, and whether no aside lies before it
 */

/** @param {Element} article @returns {HTMLElement[]} */
export function blocksOf(article) {
  return /** @type {HTMLElement[]} */ ([...article.querySelectorAll('[data-block]')]);
}

/** The block that holds a node, if any. @param {Element} article @param {Node | null} node @returns {HTMLElement | null} */
export function blockOf(article, node) {
  const holder = node instanceof Element ? node : node?.parentElement;
  const block = holder?.closest('[data-block]');
  return block instanceof HTMLElement && article.contains(block) ? block : null;
}

/** @param {Element} article @param {string} key @returns {HTMLElement | null} */
export function blockByKey(article, key) {
  const block = article.querySelector(`#${CSS.escape(key)}`);
  return block instanceof HTMLElement && block.hasAttribute('data-block') ? block : null;
}

/** @param {Element} block @returns {Run[]} */
export function runsOf(block) {
  /** @type {Run[]} */
  const runs = [];
  let start = 0;
  let joined = true;
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node instanceof Element && (node.hasAttribute('data-aside') || node.hasAttribute('data-block'))) {
      joined = false;
      return NodeFilter.FILTER_REJECT;
    }
    return NodeFilter.FILTER_ACCEPT;
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Text && node.length > 0) {
      runs.push({ node, start, joined });
      start += node.length;
      joined = true;
    }
  }
  return runs;
}

/** @param {Element} block */
export function textOf(block) {
  return runsOf(block).map((run) => run.node.data).join('');
}

/** @param {Element} block */
function lengthOf(block) {
  const last = runsOf(block).at(-1);
  return last ? last.start + last.node.length : 0;
}

/**
 * How much of a block's text lies before a boundary, wherever the boundary is: in text, between elements, in an aside, outside.
 * @param {Element} block @param {Node} container @param {number} offset
 */
function offsetAt(block, container, offset) {
  const boundary = document.createRange();
  boundary.setStart(container, offset);
  let total = 0;
  for (const run of runsOf(block)) {
    if (run.node === container) {
      return run.start + offset;
    }
    if (boundary.comparePoint(run.node, 0) >= 0) {
      return total;
    }
    total = run.start + run.node.length;
  }
  return total;
}

/**
 * The passage under a range: trimmed to the text of the article's blocks, or null if it holds none of it.
 * @param {Element} article @param {Range} range @returns {Passage | null}
 */
export function passageFromRange(article, range) {
  /** @type {Point | null} */
  let start = null;
  /** @type {Point | null} */
  let end = null;
  for (const block of blocksOf(article)) {
    if (!range.intersectsNode(block)) {
      if (start) {
        break;
      }
      continue;
    }
    const from = offsetAt(block, range.startContainer, range.startOffset);
    const to = offsetAt(block, range.endContainer, range.endOffset);
    if (from < to) {
      start ??= { block: block.id, offset: from };
      end = { block: block.id, offset: to };
    }
  }
  return start && end ? { start, end } : null;
}

/** The whole text of one block, or null for a block without text. @param {Element} block @returns {Passage | null} */
export function passageOfBlock(block) {
  const length = lengthOf(block);
  return length > 0 ? { start: { block: block.id, offset: 0 }, end: { block: block.id, offset: length } } : null;
}

/**
 * @param {Run[]} runs @param {number} offset @param {boolean} atEnd an end stays in the run it closes, a start opens the next
 * @returns {{ node: Text, offset: number } | null}
 */
function locate(runs, offset, atEnd) {
  const found = runs.find((run) => (atEnd ? offset <= run.start + run.node.length : offset < run.start + run.node.length)) ?? runs.at(-1);
  return found ? { node: found.node, offset: Math.min(Math.max(offset - found.start, 0), found.node.length) } : null;
}

/** @param {Element} article @param {Passage} passage @returns {Range | null} */
export function rangeFromPassage(article, passage) {
  const first = blockByKey(article, passage.start.block);
  const last = blockByKey(article, passage.end.block);
  const start = first && locate(runsOf(first), passage.start.offset, false);
  const end = last && locate(runsOf(last), passage.end.offset, true);
  if (!start || !end) {
    return null;
  }
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range.collapsed ? null : range;
}

/**
 * The passage block by block, with the part of each block's text that belongs to it.
 * @param {Element} article @param {Passage} passage @param {HTMLElement[]} [blocks] the article's blocks, where many passages are asked for
 * @returns {{ block: HTMLElement, from: number, to: number }[]}
 */
export function partsOf(article, passage, blocks = blocksOf(article)) {
  const first = blocks.findIndex((block) => block.id === passage.start.block);
  const last = blocks.findIndex((block) => block.id === passage.end.block);
  if (first < 0 || last < first) {
    return [];
  }
  return blocks.slice(first, last + 1).map((block, index, all) => ({
    block,
    from: index === 0 ? passage.start.offset : 0,
    to: index === all.length - 1 ? passage.end.offset : lengthOf(block),
  }));
}

/** The words of a passage, blocks joined by a line break. @param {Element} article @param {Passage} passage */
export function quoteOf(article, passage) {
  return partsOf(article, passage)
    .map(({ block, from, to }) => textOf(block).slice(from, to))
    .join('\n');
}

/** "key:offset" to a point. @param {string} text @returns {Point} */
export function parsePoint(text) {
  const colon = text.lastIndexOf(':');
  return { block: text.slice(0, colon), offset: Number(text.slice(colon + 1)) };
}

/** @param {Point} point */
export function formatPoint(point) {
  return `${point.block}:${point.offset}`;
}

/** The number that people see and say, or nothing for headings and rules. @param {Element} block */
export function numberOf(block) {
  return block.getAttribute('data-number') ?? block.querySelector('.pn')?.textContent?.trim() ?? '';
}

/** Makes a block the reader's place. @param {Element} article @param {Element | null} block */
export function setHere(article, block) {
  article.querySelectorAll('.here').forEach((old) => old !== block && old.classList.remove('here'));
  block?.classList.add('here');
}

/** @param {Element} article @returns {HTMLElement | null} */
export function here(article) {
  return article.querySelector('.here');
}
