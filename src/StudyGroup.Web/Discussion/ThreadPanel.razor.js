// Leads to the comment that the address names, keeps the place in a long thread, and says what arrives.
import * as place from '../js/place.js';
import { Sight } from '../js/sight.js';

export { announce } from '../js/page.js';

const POST = '.post[data-comment]';
const PAUSE = 250;

/** @type {Map<HTMLElement, { sight: Sight, stop: AbortController }>} */
const panels = new Map();

/** @param {HTMLElement} root */
export function close(root) {
  const panel = panels.get(root);
  panels.delete(root);
  panel?.sight.stop();
  panel?.stop.abort();
}

/** @param {HTMLElement} root @param {string | null} opened id of a comment */
export function open(root, opened) {
  root.dataset.live = '';
  const stop = new AbortController();
  panels.set(root, { sight: new Sight(root), stop });
  let timer = 0;
  window.addEventListener('scroll', () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => keep(root), PAUSE);
  }, { signal: stop.signal, passive: true });
  root.addEventListener('click', (event) => onLink(event, root), { signal: stop.signal, capture: true });
  const returned = place.returned();
  if (returned) {
    const isHere = postOf(root, returned.block ?? '') !== null;
    if (isHere || !place.loadAround(returned.block ?? '', true)) {
      void place.restore();
    }
    return;
  }
  const id = opened ? `c-${opened}` : location.hash.slice(1);
  const post = postOf(root, id);
  if (post) {
    post.scrollIntoView({ block: 'center' });
    post.focus({ preventScroll: true });
  } else if (!opened) {
    place.loadAround(id);
  }
}

/** The browser itself brings back the places of a thread that is not long. @param {HTMLElement} root */
function keep(root) {
  if (root.isConnected && root.hasAttribute('data-long')) {
    place.remember(false);
  }
}

/** Before earlier posts come above: what is read stays where it is. @param {HTMLElement} root */
export function hold(root) {
  const post = root.querySelector(POST);
  const top = post?.getBoundingClientRect().top ?? 0;
  const changes = new MutationObserver(() => {
    changes.disconnect();
    const now = postOf(root, post?.id ?? '')?.getBoundingClientRect().top ?? top;
    window.scrollBy({ top: now - top, behavior: 'instant' });
  });
  changes.observe(root, { childList: true, subtree: true });
}

/** A link to a post of this thread that is not here. @param {Event} event @param {HTMLElement} root */
function onLink(event, root) {
  const link = event.target instanceof Element ? event.target.closest('a[href*="#c-"]') : null;
  if (link instanceof HTMLAnchorElement && link.pathname === location.pathname && postOf(root, link.hash.slice(1)) === null && place.loadAround(link.hash.slice(1))) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** @param {HTMLElement} root @param {string} id @returns {HTMLElement | null} */
function postOf(root, id) {
  const post = id.startsWith('c-') ? root.querySelector(`#${CSS.escape(id)}`) : null;
  return post instanceof HTMLElement ? post : null;
}
