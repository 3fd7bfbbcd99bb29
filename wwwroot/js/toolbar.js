// The five verbs at a selection: a bar above its first line, docked at the bottom for fingers.
import { element, icon, word } from './page.js';

const ABOVE = 8;
const EDGE = 8;

/** @typedef {'highlight' | 'comment' | 'ask' | 'link' | 'cite'} Verb */

/** @type {{ verb: Verb, icon: string, writes: boolean }[]} */
const VERBS = [
  { verb: 'highlight', icon: 'highlight', writes: true },
  { verb: 'comment', icon: 'comment', writes: true },
  { verb: 'ask', icon: 'question', writes: true },
  { verb: 'link', icon: 'link', writes: false },
  { verb: 'cite', icon: 'quote', writes: false },
];

/**
 * @param {(verb: Verb) => void} act
 * @param {boolean} mayWrite
 * @returns {HTMLElement} hidden until shown
 */
export function make(act, mayWrite) {
  const bar = element('div', { class: 'seltool', role: 'toolbar', 'aria-label': word('selectedText'), hidden: true, 'data-permanent': true });
  for (const { verb, icon: name, writes } of VERBS) {
    if (writes && !mayWrite) {
      continue;
    }
    if (verb === 'link' && mayWrite) {
      bar.append(element('span', { role: 'separator' }));
    }
    bar.append(element('button', { type: 'button', tabindex: '-1', title: word(`${verb}Hint`), 'data-verb': verb, onclick: () => act(verb) }, icon(name, true), word(verb)));
  }
  bar.querySelector('button')?.setAttribute('tabindex', '0');
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  bar.addEventListener('keydown', walk);
  return bar;
}

/** Arrow keys move among the buttons. @param {KeyboardEvent} event */
function walk(event) {
  const bar = /** @type {HTMLElement} */ (event.currentTarget);
  const buttons = [...bar.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined) {
    return;
  }
  event.preventDefault();
  const next = buttons[(to + buttons.length) % buttons.length];
  buttons.forEach((button) => button.setAttribute('tabindex', button === next ? '0' : '-1'));
  next.focus();
}

/** @param {HTMLElement} bar @param {DOMRect} line the first line of the selection, in the window */
export function showAt(bar, line) {
  bar.hidden = false;
  if (getComputedStyle(bar).position === 'fixed') {
    bar.style.left = bar.style.top = '';
    return;
  }
  const widest = document.documentElement.clientWidth - bar.offsetWidth - EDGE;
  const left = Math.min(Math.max(line.left + line.width / 2 - bar.offsetWidth / 2, EDGE), Math.max(widest, EDGE));
  const covered = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0;
  const above = line.top - bar.offsetHeight - ABOVE;
  const top = above > covered ? above : line.bottom + ABOVE;
  bar.style.left = `${left + window.scrollX}px`;
  bar.style.top = `${top + window.scrollY}px`;
}

/** @param {HTMLElement} bar */
export function hide(bar) {
  bar.hidden = true;
}
