// Single keys that hold on every page: ? lists all keys, g and a letter goes to a page, n and p walk what is new.
import { element, word } from './page.js';
import { plainKey } from './selection.js';

const PATIENCE = 1_500;
const NEW = '.card.new, .post.new, .fitem:not(.read)';

/** @type {Record<string, string>} */
const PLACES = { h: '/', r: '/library', f: '/notifications' };

/** @type {[string[], string][]} */
const LIST = [
  [['j', 'k'], 'keysParagraph'], [['[', ']'], 'keysHeading'], [['Enter'], 'keysOpen'], [['c'], 'keysComment'], [['a'], 'keysAsk'], [['h'], 'keysHighlight'],
  [['l'], 'keysLink'], [['y'], 'keysCite'], [['q'], 'keysMarks'], [['n', 'p'], 'keysNew'], [['j', 'k'], 'keysPost'], [['r'], 'keysReply'], [['e'], 'keysEdit'], [['e'], 'keysRead'], [['y'], 'keysPermalink'], [['r'], 'keysHand'], [['b'], 'keysBring'], [['s'], 'keysSpeaker'], [['g h', 'g r', 'g f'], 'keysGo'], [['Esc'], 'keysClose'], [['Ctrl Enter'], 'keysSend'], [['?'], 'keysList'],
];

let gone = 0;

/** @param {Document} page */
export function attach(page) {
  page.addEventListener('keydown', (event) => {
    if (event.target instanceof Element && plainKey(event, event.target)) {
      onKey(event);
    }
  });
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const wasGo = Date.now() - gone < PATIENCE;
  gone = event.key === 'g' ? Date.now() : 0;
  if (wasGo && PLACES[event.key]) {
    event.preventDefault();
    event.stopImmediatePropagation();
    globalThis.Blazor.navigateTo(PLACES[event.key]);
  } else if (event.key === '?') {
    event.preventDefault();
    list();
  } else if (event.key === 'n' || event.key === 'p') {
    walk(event.key === 'n' ? 1 : -1) && event.preventDefault();
  }
}

/** @param {number} direction @returns {boolean} */
function walk(direction) {
  const fresh = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(NEW)]).filter((one) => one.getClientRects().length > 0);
  if (fresh.length === 0) {
    return false;
  }
  const at = fresh.findIndex((one) => one.contains(document.activeElement));
  const next = fresh[at < 0 ? (direction > 0 ? 0 : fresh.length - 1) : (at + direction + fresh.length) % fresh.length];
  const target = next.matches('.fitem') ? next.querySelector('a') : next;
  if (target instanceof HTMLElement) {
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'center' });
  }
  return true;
}

/** Every key, in a dialog. */
function list() {
  document.getElementById('keys-list')?.remove();
  const close = element('button', { type: 'button', class: 'btn' }, word('close'));
  const dialog = /** @type {HTMLDialogElement} */ (element('dialog', { id: 'keys-list', class: 'dialog keys-list', 'aria-labelledby': 'keys-title' },
    element('h2', { class: 'h2', id: 'keys-title' }, word('keysTitle')),
    element('dl', {}, ...LIST.flatMap(([keys, text]) => [element('dt', {}, ...keys.map((key) => element('kbd', {}, key))), element('dd', {}, word(text))])),
    element('p', { class: 'meta' }, word('keysOff')), close));
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
