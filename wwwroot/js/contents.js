// The contents beside the text say where the reader is; so does the page bar of phones.
import { blocksOf, numberOf } from './passage.js';
import { word } from './page.js';

const TOP = '#main';

/** @param {HTMLElement} article @param {HTMLElement} place */
export function follow(article, place) {
  const blocks = blocksOf(article);
  const before = blocks.slice(0, blocks.indexOf(place) + 1);
  const heading = before.reverse().find((block) => /^H\d$/.test(block.tagName));
  const current = heading ? `#${heading.id}` : TOP;
  for (const link of document.querySelectorAll('.toc li a, #reading-contents li a')) {
    if (link instanceof HTMLAnchorElement && link.hash === current) {
      link.setAttribute('aria-current', 'location');
    } else {
      link.removeAttribute('aria-current');
    }
  }
  const shown = document.getElementById('reading-place');
  const total = blocks.filter(numberOf).length;
  shown?.replaceChildren(word('placeOf', numberOf(place), total));
}
