// Behind an @ in a composer: the members whose names begin so, to choose by arrow keys, Enter or a click.
import { element, word } from './page.js';

const PAUSE = 150;
const LONGEST = 40;
/** An @ at the beginning of a word, and what is typed behind it, up to three parts of a name. */
const CALL = /(?:^|[\s(“"'*_])@([\p{L}\p{M}\p{N}.’'-]*(?: [\p{L}\p{M}\p{N}.’'-]+){0,2})$/u;

export class Mentions {
  #text;
  #place;
  #list;
  #timer = 0;
  #asked = 0;
  /** @type {{ id: string, name: string, isHere: boolean }[]} */
  #names = [];
  #at = -1;

  /** @param {HTMLTextAreaElement} text @param {() => { groupId?: string, readingId?: string }} place */
  constructor(text, place) {
    this.#text = text;
    this.#place = place;
    this.#list = element('ul', { class: 'mentions', role: 'listbox', id: `${text.id}-mentions`, 'aria-label': word('mentionNames'), hidden: true });
    text.setAttribute('aria-autocomplete', 'list');
    text.setAttribute('aria-controls', this.#list.id);
    text.after(this.#list);
    text.addEventListener('input', () => this.#ask());
    text.addEventListener('blur', () => setTimeout(() => this.close(), PAUSE));
    this.#list.addEventListener('mousedown', (event) => this.#click(event));
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was for the list */
  key(event) {
    if (this.#list.hidden || event.isComposing) {
      return false;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.#mark((this.#at + step + this.#names.length) % this.#names.length);
    } else if (event.key === 'Escape') {
      this.close();
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      this.#choose(this.#at);
    } else {
      return false;
    }
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  close() {
    this.#asked++;
    this.#list.hidden = true;
    this.#text.removeAttribute('aria-activedescendant');
  }

  /** What is typed behind the @ before the caret, or null. */
  get #typed() {
    const before = this.#text.value.slice(Math.max(0, this.#text.selectionStart - LONGEST), this.#text.selectionStart);
    return this.#text.selectionStart === this.#text.selectionEnd ? before.match(CALL)?.[1] ?? null : null;
  }

  #ask() {
    clearTimeout(this.#timer);
    if (this.#typed === null) {
      this.close();
    } else {
      this.#timer = window.setTimeout(() => void this.#fetch(), PAUSE);
    }
  }

  async #fetch() {
    const typed = this.#typed;
    const { groupId, readingId } = this.#place();
    if (typed === null || !groupId) {
      return;
    }
    const asked = ++this.#asked;
    const query = new URLSearchParams({ groupId, typed, ...(readingId ? { readingId } : {}) });
    const names = await fetch(`/discussion/members?${query}`, { headers: { Accept: 'application/json' } }).then((answer) => (answer.ok ? answer.json() : []), () => []);
    if (asked === this.#asked && this.#typed === typed) {
      this.#show(names);
    }
  }

  /** @param {{ id: string, name: string, isHere: boolean }[]} names */
  #show(names) {
    this.#names = names;
    this.#list.hidden = names.length === 0;
    this.#list.replaceChildren(...names.map((each, index) => element('li', { role: 'option', id: `${this.#list.id}-${index}`, 'data-index': index },
      element('bdi', {}, each.name), ...(each.isHere ? [element('span', { class: 'meta' }, word('mentionHere'))] : []))));
    if (names.length > 0) {
      this.#mark(0);
    }
  }

  /** @param {number} index */
  #mark(index) {
    this.#at = index;
    [...this.#list.children].forEach((row, place) => row.setAttribute('aria-selected', String(place === index)));
    this.#text.setAttribute('aria-activedescendant', `${this.#list.id}-${index}`);
    this.#list.children[index]?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {MouseEvent} event */
  #click(event) {
    event.preventDefault();
    const row = event.target instanceof Element ? event.target.closest('li') : null;
    if (row) {
      this.#choose(Number(row.dataset.index));
    }
  }

  /** @param {number} index */
  #choose(index) {
    const typed = this.#typed;
    const chosen = this.#names[index];
    this.close();
    if (typed === null || !chosen) {
      return;
    }
    const to = this.#text.selectionStart;
    this.#text.focus();
    this.#text.setSelectionRange(to - typed.length, to);
    // The browser's own way of typing, so that undo takes it back.
    if (!document.execCommand('insertText', false, `${chosen.name} `)) {
      this.#text.setRangeText(`${chosen.name} `, to - typed.length, to, 'end');
      this.#text.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}
