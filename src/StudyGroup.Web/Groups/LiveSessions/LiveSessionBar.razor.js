// Joins a live session to the page: leads its reader to the paragraph, notices that they browse away, shows the time of a turn, hears the keys.
import { announce } from '../../js/page.js';
import { blockByKey, here } from '../../js/passage.js';
import { plainKey } from '../../js/selection.js';

/** @typedef {{ block: string, isOver: boolean, leads: boolean, follows: boolean, hand: boolean, endsAt: number | null, left: number | null, five: string, one: string, over: string }} State */
/** @typedef {{ bar: HTMLElement, root: HTMLElement, article: HTMLElement, island: any, state: State, offset: number, stop: AbortController, ticker: number, leading: number, byHand: number, gone: number, left: number | null }} Live */

const TICK = 250;
const MINUTE = 60_000;
/** So long the page scrolls by itself, at most. */
const OWN = 1_200;
/** Who scrolled by hand a moment ago is not pulled away. */
const HAND = 1_000;
/** After g a letter names a page. */
const PATIENCE = 1_500;
const LEADS = ['b', 's', 'j', 'k'];

/** @type {Map<HTMLElement, Live>} */
const lives = new Map();

/** @param {HTMLElement} bar @param {any} island @param {State} state @param {number} now of the server, in milliseconds */
export function attach(bar, island, state, now) {
  const root = document.querySelector('.rgrid');
  const article = root?.querySelector('[data-article]');
  if (!(root instanceof HTMLElement) || !(article instanceof HTMLElement)) {
    return;
  }
  const stop = new AbortController();
  const passive = { signal: stop.signal, passive: true };
  /** @type {Live} */
  const live = { bar, root, article, island, state: { ...state, block: '' }, offset: 0, stop, ticker: 0, leading: 0, byHand: -HAND, gone: -PATIENCE, left: null };
  lives.set(bar, live);
  window.addEventListener('wheel', () => byHand(live), passive);
  window.addEventListener('touchmove', () => byHand(live), passive);
  window.addEventListener('scroll', () => look(live), passive);
  window.addEventListener('scrollend', () => { live.leading = 0; }, passive);
  window.addEventListener('keydown', (event) => onKey(live, event), { signal: stop.signal, capture: true });
  document.addEventListener('click', (event) => onClick(live, event), { signal: stop.signal, capture: true });
  globalThis.Blazor?.addEventListener('enhancedload', () => !stop.signal.aborted && mark(live));
  live.ticker = window.setInterval(() => tick(live), TICK);
  const wants = new URLSearchParams(location.search).has('live');
  update(bar, state, now);
  if (wants && !state.leads) {
    call(live, 'Follow');
  }
  bar.dataset.ready = '';
}

/** @param {HTMLElement} bar */
export function detach(bar) {
  const live = lives.get(bar);
  lives.delete(bar);
  if (live) {
    live.stop.abort();
    clearInterval(live.ticker);
    live.article.querySelectorAll('.led').forEach((block) => block.classList.remove('led'));
    delete live.root.dataset.session;
  }
}

/** @param {HTMLElement} bar @param {State} state @param {number} now */
export function update(bar, state, now) {
  const live = lives.get(bar);
  if (!live) {
    return;
  }
  const before = live.state;
  Object.assign(live, { state, offset: now - Date.now() });
  const moved = before.block !== state.block;
  const asked = state.follows && !before.follows;
  live.byHand = asked ? -HAND : live.byHand;
  if (moved && !asked && state.follows && performance.now() - live.byHand < HAND) {
    call(live, 'StepAside');
  } else if (!state.isOver && (asked || (moved && (state.follows || (state.leads && before.block !== ''))))) {
    mark(live);
    lead(live);
  }
  mark(live);
  remember(state);
  tick(live);
}

/** Tells screen readers. @param {string} text */
export function say(text) {
  announce(text);
}

/** Shows where everybody is, in the way of this reader. @param {Live} live */
function mark({ root, article, state }) {
  const led = state.isOver ? null : blockByKey(article, state.block);
  article.querySelectorAll('.led').forEach((block) => block !== led && block.classList.remove('led'));
  led?.classList.add('led');
  if (state.isOver) {
    delete root.dataset.session;
  } else {
    root.dataset.session = state.leads ? 'leads' : state.follows ? 'follows' : 'aside';
  }
}

/** @param {Live} live */
function lead(live) {
  const block = blockByKey(live.article, live.state.block);
  if (!block) {
    return;
  }
  live.leading = performance.now();
  const far = Math.abs(block.getBoundingClientRect().top) > 3 * innerHeight;
  const still = far || matchMedia('(prefers-reduced-motion: reduce)').matches;
  block.scrollIntoView({ block: block.offsetHeight < innerHeight * 0.6 ? 'center' : 'start', behavior: still ? 'instant' : 'smooth' });
}

/** @param {Live} live */
function byHand(live) {
  live.byHand = performance.now();
  live.leading = 0;
}

/** Who has left the paragraph out of sight has stepped aside. @param {Live} live */
function look(live) {
  if (!live.state.follows || (live.leading > 0 && performance.now() - live.leading < OWN)) {
    return;
  }
  const box = blockByKey(live.article, live.state.block)?.getBoundingClientRect();
  if (box && (box.bottom < 0 || box.top > innerHeight)) {
    live.state.follows = false;
    call(live, 'StepAside');
  }
}

/** @param {Live} live @param {KeyboardEvent} event */
function onKey(live, event) {
  const { state, article } = live;
  if (!(event.target instanceof Element) || !plainKey(event, event.target) || state.isOver) {
    return;
  }
  const goes = performance.now() - live.gone < PATIENCE;
  live.gone = event.key === 'g' ? performance.now() : -PATIENCE;
  const isHand = event.key === 'r' && state.hand && !document.querySelector('.card.on') && !document.activeElement?.closest('.post');
  if (!goes && (isHand || (state.leads && LEADS.includes(event.key)))) {
    event.preventDefault();
    event.stopPropagation();
    call(live, 'PressAsync', event.key, here(article)?.id ?? state.block);
  }
}

/** @param {Live} live @param {MouseEvent} event */
function onClick(live, event) {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest('[data-bring]')) {
    call(live, 'PressAsync', 'b', here(live.article)?.id ?? live.state.block);
  } else if (target?.closest('a[data-follow]') && !live.state.isOver) {
    event.preventDefault();
    event.stopPropagation();
    if (live.state.leads || live.state.follows) {
      lead(live);
    } else {
      call(live, 'Follow');
    }
  }
}

/** A page that is loaded again follows again. @param {State} state */
function remember({ follows, leads, isOver }) {
  const address = new URL(location.href);
  if (leads || address.searchParams.has('live') === (follows && !isOver)) {
    return;
  }
  if (follows && !isOver) {
    address.searchParams.set('live', '1');
  } else {
    address.searchParams.delete('live');
  }
  history.replaceState(history.state, '', address.pathname + address.search + address.hash);
}

/** The time of a turn, by the server's clock. @param {Live} live */
function tick(live) {
  const { state, bar } = live;
  const left = state.left ?? (state.endsAt === null ? null : state.endsAt - (Date.now() + live.offset));
  for (const shown of bar.querySelectorAll('[data-timer]')) {
    const text = left === null ? '' : clock(left);
    if (shown.textContent !== text) {
      shown.textContent = text;
      shown.classList.toggle('over', left !== null && left <= 0);
    }
  }
  const before = live.left;
  live.left = left;
  if (left !== null && before !== null && state.left === null) {
    const passed = [[5 * MINUTE, state.five], [MINUTE, state.one], [0, state.over]].find(([time]) => before > Number(time) && left <= Number(time));
    if (passed) {
      announce(String(passed[1]));
    }
  }
}

/** Minutes and seconds; what went over has a plus. @param {number} left */
function clock(left) {
  const seconds = left >= 0 ? Math.ceil(left / 1000) : Math.floor(-left / 1000);
  return `${left < 0 && seconds > 0 ? '+' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** @param {Live} live @param {string} method @param {...unknown} values */
function call(live, method, ...values) {
  live.island.invokeMethodAsync(method, ...values).catch(() => {
    // The line is cut: the page that comes back says what is so then.
  });
}
