// The chip at a paragraph's end: how many members marked it, how many comments it has. The way to the cards by
// keyboard everywhere, and the only way on narrow screens.
import { element, word } from './page.js';
import { blocksOf, numberOf, parsePoint, partsOf } from './passage.js';

/** @typedef {import('./highlights.js').Mark & { comments?: number, waiting?: number, isNew?: boolean }} CountedMark */

/**
 * Shows a chip for each paragraph with marks, and takes away the others.
 * @param {Element} article @param {CountedMark[]} marks
 */
export function show(article, marks) {
  const blocks = blocksOf(article);
  /** @type {Map<HTMLElement, CountedMark[]>} */
  const byBlock = new Map();
  for (const mark of marks) {
    for (const { block } of partsOf(article, { start: parsePoint(mark.start), end: parsePoint(mark.end) }, blocks)) {
      byBlock.set(block, byBlock.get(block) ?? []);
      byBlock.get(block)?.push(mark);
    }
  }
  for (const block of blocks) {
    const list = byBlock.get(block);
    const chip = block.querySelector('.pc');
    if (list) {
      update(chip ?? (block.querySelector('[data-chips]') ?? block).appendChild(make(block)), block, list);
    } else {
      chip?.remove();
    }
  }
}

/** @param {HTMLElement} block */
function make(block) {
  const open = () => block.dispatchEvent(new CustomEvent('passage:paragraph', { bubbles: true, cancelable: true, detail: { block: block.id, from: 'chip' } }));
  return element('button', { type: 'button', class: 'pc', 'data-aside': true, 'aria-controls': 'margin', onclick: open });
}

/** @param {Element} chip @param {HTMLElement} block @param {CountedMark[]} marks */
function update(chip, block, marks) {
  const waiting = marks.reduce((sum, mark) => sum + (mark.waiting ?? 0), 0);
  const members = new Set(marks.filter((mark) => !mark.waiting).map((mark) => (mark.mine ? 'me' : mark.member))).size;
  const comments = marks.reduce((sum, mark) => sum + (mark.comments ?? (mark.kind === 'highlight' ? 0 : 1)), 0);
  const number = numberOf(block);
  const parts = [members > 0 ? word(members === 1 ? 'markedByOne' : 'markedByMany', members) : '', waiting > 0 ? word(waiting === 1 ? 'oneWaits' : 'manyWait', waiting) : '', comments > 0 ? word(comments === 1 ? 'oneComment' : 'manyComments', comments) : ''];
  const label = `${number ? word('paragraph', number) : word('heading')}: ${parts.filter(Boolean).join(', ')}`;
  chip.classList.toggle('new', marks.some((mark) => mark.isNew));
  if (chip.getAttribute('aria-label') !== label) {
    chip.setAttribute('aria-label', label);
    chip.textContent = String(comments + waiting || members);
    chip.classList.toggle('wordless', comments + waiting === 0);
  }
}

/** @param {Element} article */
export function clear(article) {
  article.querySelectorAll('.pc').forEach((chip) => chip.remove());
}
