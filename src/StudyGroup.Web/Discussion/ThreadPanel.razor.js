// Leads to the comment that the address names, and says what arrives.
export { announce } from '../js/page.js';

/** @param {HTMLElement} root @param {string | null} opened id of a comment */
export function open(root, opened) {
  root.dataset.live = '';
  const id = opened ? `c-${opened}` : location.hash.slice(1);
  const post = id.startsWith('c-') ? root.querySelector(`#${CSS.escape(id)}`) : null;
  if (post instanceof HTMLElement) {
    post.scrollIntoView({ block: 'center' });
    post.focus({ preventScroll: true });
  }
}
