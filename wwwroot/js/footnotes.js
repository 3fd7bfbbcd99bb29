// The words of a note at its mark: on hover, focus or Enter; Esc or leaving closes. Who presses the mark again goes to the note, which leads back.
import { element } from './page.js';

const HOVER = 200;
const EDGE = 8;
// A first press gives the focus too, which has just opened the words.
const SAME_PRESS = 300;

/** @typedef {{ stop: AbortController, pop: HTMLElement | null, link: HTMLElement | null, timer: number, since: number }} State */

/** @type {Map<HTMLElement, State>} */
const states = new Map();

/** @param {HTMLElement} article */
export function attach(article) {
  if (states.has(article)) {
    return;
  }
  const stop = new AbortController();
  const signal = stop.signal;
  /** @type {State} */
  const state = { stop, pop: null, link: null, timer: 0, since: 0 };
  states.set(article, state);
  article.addEventListener('pointerover', (event) => hover(state, linkOf(event)), { signal });
  article.addEventListener('focusin', (event) => linkOf(event) && open(state, linkOf(event)), { signal });
  article.addEventListener('focusout', (event) => linkOf(event) && close(state), { signal });
  article.addEventListener('click', (event) => {
    const link = linkOf(event);
    if (link && state.link === link && performance.now() - state.since > SAME_PRESS) {
      close(state);
      requestAnimationFrame(() => backOf(link)?.focus({ preventScroll: true }));
    } else if (link) {
      event.preventDefault();
      open(state, link);
    }
  }, { signal });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && state.pop) {
      event.preventDefault();
      close(state);
    }
  }, { signal, capture: true });
}

/** @param {HTMLElement} article */
export function detach(article) {
  const state = states.get(article);
  states.delete(article);
  state?.stop.abort();
  if (state) {
    close(state);
  }
}

/** @param {Event} event @returns {HTMLElement | null} */
function linkOf(event) {
  return event.target instanceof Element ? event.target.closest('.fn a') : null;
}

/** @param {HTMLElement} link @returns {HTMLElement | null} The way back from its note. */
function backOf(link) {
  const back = document.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.querySelector('.back');
  return back instanceof HTMLElement ? back : null;
}

/** @param {State} state @param {HTMLElement | null} link */
function hover(state, link) {
  clearTimeout(state.timer);
  if (link && link !== state.link) {
    state.timer = window.setTimeout(() => open(state, link), HOVER);
  } else if (!link && state.pop && state.link !== document.activeElement) {
    state.timer = window.setTimeout(() => close(state), HOVER);
  }
}

/** @param {State} state @param {HTMLElement | null} link */
function open(state, link) {
  const note = document.getElementById(link?.getAttribute('href')?.slice(1) ?? '');
  const words = note?.querySelector('.words');
  if (!link || !words || state.link === link) {
    return;
  }
  close(state);
  const pop = element('div', { class: 'pop fnpop', role: 'note', 'aria-label': link.getAttribute('aria-label') });
  pop.append(words.cloneNode(true));
  pop.addEventListener('pointerenter', () => clearTimeout(state.timer));
  pop.addEventListener('pointerleave', () => hover(state, null));
  document.body.append(pop);
  link.setAttribute('aria-expanded', 'true');
  Object.assign(state, { pop, link, since: performance.now() });
  const box = link.getBoundingClientRect();
  const left = Math.min(Math.max(box.left - pop.offsetWidth / 2, EDGE), document.documentElement.clientWidth - pop.offsetWidth - EDGE);
  const below = box.bottom + EDGE;
  const top = below + pop.offsetHeight < window.innerHeight ? below : box.top - pop.offsetHeight - EDGE;
  pop.style.left = `${left + window.scrollX}px`;
  pop.style.top = `${top + window.scrollY}px`;
}

/** @param {State} state */
function close(state) {
  clearTimeout(state.timer);
  state.pop?.remove();
  state.link?.setAttribute('aria-expanded', 'false');
  Object.assign(state, { pop: null, link: null });
}
