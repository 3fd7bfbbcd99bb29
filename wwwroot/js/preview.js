// What Markdown will look like, made by the server from the same allow-list as posted comments.
import { writeHeaders } from './page.js';

const PAUSE = 400;
const MARKDOWN = /[*_`#>[\]~|]|^\s*(?:[-+]|\d+[.)])\s|^:::|¶\s?\d/m;

export class Preview {
  #timer = 0;
  #request = new AbortController();

  /**
   * @param {HTMLElement} host hidden until there is something to show; its last child takes the text
   * @param {{ groupId?: string, readingId?: string }} place whose members and paragraphs the text may name
   */
  constructor(host, place) {
    this.host = host;
    this.place = place;
  }

  /** @param {string} markdown empty for nothing */
  update(markdown) {
    clearTimeout(this.#timer);
    this.#request.abort();
    if (MARKDOWN.test(markdown)) {
      this.#timer = window.setTimeout(() => this.#fetch(markdown), PAUSE);
    } else {
      this.host.hidden = true;
    }
  }

  /** @param {string} markdown */
  async #fetch(markdown) {
    this.#request = new AbortController();
    try {
      const body = JSON.stringify({ markdown, ...this.place });
      const answer = await fetch('/discussion/preview', { method: 'POST', headers: writeHeaders(), body, redirect: 'manual', signal: this.#request.signal });
      if (answer.ok) {
        const { html } = await answer.json();
        this.host.lastElementChild?.replaceChildren(document.createRange().createContextualFragment(html));
        this.host.hidden = false;
      }
    } catch {
      // A preview that does not come is not worth a word; the text itself is safe.
    }
  }
}
