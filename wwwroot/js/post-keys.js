// Keys of a list of posts or notifications: j and k walk it, r answers, e edits (in the feed: marks as read and goes on), y copies the link of a post.
import { word } from './page.js';
import { plainKey } from './selection.js';
import { copy, toast } from './toast.js';

const ROWS = '.panel .post, .fitem';

/** @param {Document} page */
export function attach(page) {
  page.addEventListener('keydown', (event) => {
    if (event.target instanceof Element && plainKey(event, event.target) && act(event.key, page)) {
      event.preventDefault();
    }
  });
}

/** @param {string} key @param {Document} page @returns {boolean} whether the key was for a post */
function act(key, page) {
  const post = page.activeElement?.closest('.post') ?? null;
  if (key === 'r') {
    return press(post, 'reply') || write(page);
  }
  if (key === 'e') {
    return press(post, 'edit') || readOn(page);
  }
  // Beside a text these keys are the text's.
  if (page.querySelector('[data-article]')) {
    return false;
  }
  if (key === 'y' && post) {
    void share(post);
    return true;
  }
  return (key === 'j' || key === 'k') && walk(page, key === 'j' ? 1 : -1);
}

/** @param {Element | null} post @param {string} verb @returns {boolean} */
function press(post, verb) {
  const button = post?.querySelector(`[data-act="${verb}"]`);
  if (button instanceof HTMLElement) {
    button.click();
  }
  return button instanceof HTMLElement;
}

/** The focus goes first: what was read keeps no button. @param {Document} page @returns {boolean} */
function readOn(page) {
  const line = page.activeElement?.closest('.fitem') ?? null;
  return line !== null && (walk(page, 1), press(line, 'read'), true);
}

/** Where no post has the focus, the answer is to the thread. @param {Document} page @returns {boolean} */
function write(page) {
  const field = page.querySelector('.card.on study-composer textarea, study-composer.end textarea');
  if (field instanceof HTMLElement) {
    field.focus();
  }
  return field instanceof HTMLElement;
}

/** @param {Element} post */
async function share(post) {
  const link = post.querySelector('a[data-permalink]');
  if (link instanceof HTMLAnchorElement) {
    toast(word((await copy(link.href)) ? 'linkCopied' : 'notCopied'));
  }
}

/** @param {Document} page @param {number} direction @returns {boolean} */
function walk(page, direction) {
  const rows = /** @type {HTMLElement[]} */ ([...page.querySelectorAll(ROWS)]);
  const at = rows.findIndex((row) => row === page.activeElement || row.contains(page.activeElement));
  const next = rows[at < 0 ? (direction > 0 ? 0 : rows.length - 1) : at + direction];
  const target = next?.matches('.fitem') ? next.querySelector('a') : next;
  if (target instanceof HTMLElement) {
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'nearest' });
  }
  return target instanceof HTMLElement;
}
