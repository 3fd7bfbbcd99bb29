// A short word at the bottom of the page about what the reader just did.
import { element } from './page.js';

const SHOWN = 8_000;

/**
 * @param {string} text
 * @param {...{ label: string, act: () => void }} actions undo, for instance
 */
export function toast(text, ...actions) {
  const host = document.querySelector('.toasts') ?? document.body.appendChild(element('div', { class: 'toasts', role: 'status' }));
  const shown = element('div', { class: 'toast' }, text);
  const remove = () => shown.remove();
  for (const action of actions) {
    shown.append(element('button', { type: 'button', onclick: () => { remove(); action.act(); } }, action.label));
  }
  host.append(shown);
  setTimeout(remove, SHOWN);
}

/** Puts text on the clipboard, also where the page has no leave to use it directly. @param {string} text @returns {Promise<boolean>} */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = /** @type {HTMLTextAreaElement} */ (element('textarea', { class: 'vh', readonly: true }));
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    return done;
  }
}
