// Leads to the comment that the address names, and says what arrives.
import * as place from '../js/place.js';
import { Sight } from '../js/sight.js';

export { announce } from '../js/page.js';

/** @type {Map<HTMLElement, Sight>} */
const sights = new Map();

/** @param {HTMLElement} root */
export function close(root) {
  sights.get(root)?.stop();
  sights.delete(root);
}

/** @param {HTMLElement} root @param {string | null} opened id of a comment */
export function open(root, opened) {
  root.dataset.live = '';
  sights.set(root, new Sight(root));
  if (place.returned()) {
    void place.restore();
    return;
  }
  const id = opened ? `c-${opened}` : location.hash.slice(1);
  const post = id.startsWith('c-') ? root.querySelector(`#${CSS.escape(id)}`) : null;
  if (post instanceof HTMLElement) {
    post.scrollIntoView({ block: 'center' });
    post.focus({ preventScroll: true });
  }
}
