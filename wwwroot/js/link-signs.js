// The sign in the margin of a paragraph that links begin or end in: how many, and the way to them. The lines between passages are never drawn all at once.
import { element, icon, word } from './page.js';
import { blocksOf, numberOf, parsePoint, partsOf } from './passage.js';
import * as sheet from './sheet.js';

/** @typedef {import('./highlights.js').Mark} Mark */

/** @param {Element} article @param {Mark[]} links the marks at the ends of links */
export function show(article, links) {
  const blocks = blocksOf(article);
  /** @type {Map<HTMLElement, Mark[]>} */
  const byBlock = new Map();
  for (const link of links) {
    for (const { block } of partsOf(article, { start: parsePoint(link.start), end: parsePoint(link.end) }, blocks)) {
      byBlock.set(block, [...(byBlock.get(block) ?? []), link]);
    }
  }
  article.querySelectorAll('.pl').forEach((sign) => byBlock.has(/** @type {HTMLElement} */ (sign.closest('[data-block]'))) || sign.remove());
  for (const [block, list] of byBlock) {
    const sign = block.querySelector('.pl') ?? make(block);
    sign.setAttribute('data-link', list[0].id);
    const number = numberOf(block);
    const label = `${number ? word('paragraph', number) : word('heading')}: ${word(list.length === 1 ? 'oneLink' : 'manyLinks', list.length)}`;
    if (sign.getAttribute('aria-label') !== label) {
      sign.setAttribute('aria-label', label);
      sign.setAttribute('title', label);
      sign.replaceChildren(icon('link', true), ...(list.length > 1 ? [String(list.length)] : []));
    }
  }
}

/** @param {Element} article */
export function clear(article) {
  article.querySelectorAll('.pl').forEach((sign) => sign.remove());
}

/** @param {HTMLElement} block */
function make(block) {
  const sign = element('button', { type: 'button', class: 'pl', 'data-aside': true, 'aria-controls': 'margin', onclick: () => open(block, sign) });
  (block.querySelector('[data-chips]') ?? block).append(sign);
  return sign;
}

/** @param {HTMLElement} block @param {HTMLElement} sign */
function open(block, sign) {
  const id = sign.dataset.link;
  if (sheet.narrow()) {
    block.dispatchEvent(new CustomEvent('passage:paragraph', { bubbles: true, cancelable: true, detail: { block: block.id, from: 'chip' } }));
  } else {
    block.dispatchEvent(new CustomEvent('passage:open', { bubbles: true, detail: { id, ids: [id] } }));
  }
}
