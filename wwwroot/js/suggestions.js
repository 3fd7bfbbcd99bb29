// Behind a sign in a composer: what it may mean, to choose by arrow keys, Enter or a click. An @ calls members, a # puts a tag, a ¶ names paragraphs.
import { element, word } from './page.js';

const PAUSE = 150;
/** So many characters before the caret are looked at: a tag may have fifty. */
const LONGEST = 60;

/** @typedef {{ insert: string, row: (Node | string)[] }} Suggestion */
/**
 * @typedef {object} Source
 * @property {string} name of the list
 * @property {RegExp} sign what stands before the caret; its first group is what is typed behind the sign
 * @property {(typed: string) => Promise<Suggestion[]>} find
 */

export class Suggestions {
  #text;
  #sources;
  #list;
  #timer = 0;
  #asked = 0;
  /** @type {Suggestion[]} */
  #found = [];
  #at = -1;

  /** @param {HTMLTextAreaElement} text @param {Source[]} sources */
  constructor(text, sources) {
    this.#text = text;
    this.#sources = sources;
    this.#list = element('ul', { class: 'suggestions', role: 'listbox', id: `${text.id}-suggestions`, 'aria-label': word(sources[0].name), hidden: true });
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
      this.#mark((this.#at + step + this.#found.length) % this.#found.length);
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

  /** The sign before the caret and what is typed behind it, or null. @returns {{ source: Source, typed: string } | null} */
  get #called() {
    const { selectionStart: at, selectionEnd, value } = this.#text;
    const before = at === selectionEnd ? value.slice(Math.max(0, at - LONGEST), at) : '';
    for (const source of this.#sources) {
      const typed = before.match(source.sign)?.[1];
      if (typed !== undefined) {
        return { source, typed };
      }
    }
    return null;
  }

  #ask() {
    clearTimeout(this.#timer);
    if (this.#called === null) {
      this.close();
    } else {
      this.#timer = window.setTimeout(() => void this.#fetch(), PAUSE);
    }
  }

  async #fetch() {
    const called = this.#called;
    if (called === null) {
      return;
    }
    const asked = ++this.#asked;
    const found = await called.source.find(called.typed);
    const now = this.#called;
    if (asked === this.#asked && now?.source === called.source && now.typed === called.typed) {
      this.#show(called.source, found);
    }
  }

  /** @param {Source} source @param {Suggestion[]} found */
  #show(source, found) {
    this.#found = found;
    this.#list.hidden = found.length === 0;
    this.#list.setAttribute('aria-label', word(source.name));
    this.#list.replaceChildren(...found.map((each, index) => element('li', { role: 'option', id: `${this.#list.id}-${index}`, 'data-index': index }, ...each.row)));
    if (found.length > 0) {
      this.#list.scrollIntoView({ block: 'nearest' });
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
    const called = this.#called;
    const chosen = this.#found[index];
    this.close();
    if (called === null || !chosen) {
      return;
    }
    const to = this.#text.selectionStart;
    const from = to - called.typed.length;
    this.#text.focus();
    this.#text.setSelectionRange(from, to);
    // The browser's own way of typing, so that undo takes it back.
    if (!document.execCommand('insertText', false, `${chosen.insert} `)) {
      this.#text.setRangeText(`${chosen.insert} `, from, to, 'end');
      this.#text.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
}
