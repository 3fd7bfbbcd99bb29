// Copies a citation that the server writes.
import { word } from './page.js';
import { copy, toast } from './toast.js';

/** @param {Document} page */
export function attach(page) {
  page.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-copy-from]') : null;
    if (button instanceof HTMLElement) {
      void copyFrom(button.dataset.copyFrom ?? '');
    }
  });
}

/** @param {string} address */
export async function copyFrom(address) {
  try {
    const answer = await fetch(address);
    toast(word(answer.ok && (await copy(await answer.text())) ? 'citationCopied' : 'notCopied'));
  } catch {
    toast(word('notCopied'));
  }
}
