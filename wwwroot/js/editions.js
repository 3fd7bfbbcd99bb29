// When the text of a page has changed: a bar that says so, and the bar with which a mark is put on other words by hand.
import { announce, element, fill } from './page.js';
import { blockOf, numberOf, passageFromRange, passageOfBlock } from './passage.js';

/** @typedef {import('./passage.js').Passage} Passage */

/** Stands at the bottom until the reader reloads or puts it away: nothing moves, and nothing is reloaded by itself. @param {{ text: string, reload: string, changes: string, href: string, close: string }} words */
export function tell({ text, reload, changes, href, close }) {
  hide();
  const act = async () => {
    const connection = await import('./connection.js');
    await connection.reload();
  };
  document.body.append(
    element(
      'div',
      { class: 'textbar', id: 'textbar', role: 'status', 'data-permanent': true },
      element('p', {}, text),
      element('div', {}, element('button', { type: 'button', class: 'btn pri small', onclick: act }, reload), element('a', { class: 'btn small', href }, changes), element('button', { type: 'button', class: 'btn small quiet', onclick: hide }, close)),
    ),
  );
  announce(text);
}

/** Stops what the bar listens to. @type {() => void} */
let stopBar = () => {};

export function hide() {
  stopBar();
  document.getElementById('textbar')?.remove();
}

/**
 * Lets the reader choose the words that a mark belongs to: a selection, or the paragraph they stand on.
 * @param {HTMLElement} article @param {{ title: string, quote: string, here: string, paragraph: string, cancel: string }} words @param {(passage: Passage) => Promise<boolean>} place
 * @param {{ more?: { label: string, act: () => void }[], leave?: () => void }} [besides] further buttons, and what leaving means where the choice outlives the page: then Escape alone does not leave
 */
export function choose(article, words, place, { more = [], leave: left } = {}) {
  hide();
  const stop = new AbortController();
  /** @type {Passage | null} */
  let passage = null;
  const put = /** @type {HTMLButtonElement} */ (element('button', { type: 'button', class: 'btn pri small', disabled: true, onclick: () => void done() }, words.here));
  const bar = element('div', { class: 'textbar', id: 'textbar', role: 'region', 'aria-label': words.title, 'data-permanent': true },
    element('p', {}, words.title, element('q', { dir: 'auto' }, words.quote)),
    element('div', {}, put,
      ...more.map(({ label, act }) => element('button', { type: 'button', class: 'btn small', onclick: act }, label)),
      element('button', { type: 'button', class: 'btn small quiet', onclick: leave }, words.cancel)));
  document.body.append(bar);
  document.body.dataset.choosing = '';
  stopBar = () => {
    stop.abort();
    delete document.body.dataset.choosing;
    stopBar = () => {};
  };
  announce(words.title);
  // A press on the bar must not take the selection away.
  bar.addEventListener('mousedown', (event) => event.preventDefault());
  document.addEventListener('selectionchange', look, { signal: stop.signal });
  article.addEventListener('focusin', (event) => stand(blockOf(article, /** @type {Node} */ (event.target))), { signal: stop.signal });
  article.addEventListener('click', (event) => getSelection()?.isCollapsed && stand(blockOf(article, /** @type {Node} */ (event.target))), { signal: stop.signal });
  document.addEventListener('keydown', (event) => event.key === 'Escape' && (!left || bar.contains(/** @type {Node} */ (event.target))) && leave(), { signal: stop.signal });

  function look() {
    const selection = getSelection();
    const chosen = selection && selection.rangeCount > 0 && !selection.isCollapsed ? passageFromRange(article, selection.getRangeAt(0)) : null;
    if (chosen) {
      offer(chosen, words.here);
    }
  }

  /** @param {Element | null} block */
  function stand(block) {
    if (block && getSelection()?.isCollapsed) {
      offer(passageOfBlock(block), fill(words.paragraph, numberOf(block)));
    }
  }

  /** @param {Passage | null} chosen @param {string} label */
  function offer(chosen, label) {
    passage = chosen;
    put.disabled = !chosen;
    put.textContent = label;
  }

  async function done() {
    put.disabled = true;
    if (passage && (await place(passage))) {
      leave();
    } else {
      put.disabled = false;
    }
  }

  function leave() {
    hide();
    left?.();
    const address = new URL(location.href);
    if (address.searchParams.has('attach')) {
      address.searchParams.delete('attach');
      history.replaceState(history.state, '', address);
    }
  }
}
