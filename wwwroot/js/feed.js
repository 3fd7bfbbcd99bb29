// Marks a line of the feed as read where it stands, without going to its place.
import { writeHeaders, word } from './page.js';
import { toast } from './toast.js';

/** @param {Document} page */
export function attach(page) {
  page.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('.fitem [data-act="read"]') : null;
    if (button instanceof HTMLButtonElement) {
      void read(button);
    }
  });
}

/** @param {HTMLButtonElement} button */
async function read(button) {
  const line = /** @type {HTMLElement} */ (button.closest('.fitem'));
  button.disabled = true;
  const answer = await fetch(button.dataset.href ?? '', { method: 'PUT', headers: writeHeaders(), keepalive: true, redirect: 'manual' }).catch(() => null);
  button.disabled = false;
  if (!answer?.ok) {
    toast(word('notMarkedRead'));
    return;
  }
  const { unread } = await answer.json();
  if (button === document.activeElement || document.activeElement === document.body) {
    line.querySelector('a')?.focus({ preventScroll: true });
  }
  line.classList.add('read');
  line.querySelector('.dot')?.removeAttribute('role');
  line.querySelector('.dot')?.removeAttribute('aria-label');
  button.remove();
  document.getElementById('feed-unread')?.replaceChildren(unread);
}
