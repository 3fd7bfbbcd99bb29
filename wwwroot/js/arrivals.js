// What came in while somebody reads: a chip in the margin's head says how much of it is out of sight, and where. Nothing moves by itself.
import { blockByKey, numberOf } from './passage.js';
import { element, icon, word } from './page.js';

/** A card counts as seen when it was on the screen this long. */
const SEEN = 2_000;

export class Arrivals {
  #article;
  #list;
  #host;
  #seen;
  #timers = new Map();
  #watched = new Set();
  #observer;
  #changes;

  /** @param {HTMLElement} article @param {HTMLElement} list of the cards @param {HTMLElement} host of the chip @param {(ids: string[]) => void} seen */
  constructor(article, list, host, seen) {
    this.#article = article;
    this.#list = list;
    this.#host = host;
    this.#seen = seen;
    this.#observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.#onSight(/** @type {HTMLElement} */ (entry.target), entry.isIntersecting)));
    this.#changes = new MutationObserver(() => this.#look());
    this.#changes.observe(list, { childList: true, subtree: true, attributes: true, attributeFilter: ['class'] });
    this.#look();
  }

  stop() {
    this.#observer.disconnect();
    this.#changes.disconnect();
    this.#timers.forEach(clearTimeout);
    this.#host.replaceChildren();
  }

  #look() {
    const fresh = /** @type {HTMLElement[]} */ ([...this.#list.querySelectorAll('.card.new')]);
    for (const card of this.#watched) {
      if (!fresh.includes(card)) {
        this.#observer.unobserve(card);
        this.#watched.delete(card);
        this.#forget(card);
      }
    }
    for (const card of fresh.filter((one) => !this.#watched.has(one))) {
      this.#watched.add(card);
      this.#observer.observe(card);
    }
    this.#show();
  }

  /** @param {HTMLElement} card @param {boolean} isVisible */
  #onSight(card, isVisible) {
    this.#forget(card);
    if (isVisible) {
      this.#timers.set(card, setTimeout(() => this.#seen([card.dataset.annotation ?? '']), SEEN));
    }
    this.#show();
  }

  /** @param {HTMLElement} card */
  #forget(card) {
    clearTimeout(this.#timers.get(card));
    this.#timers.delete(card);
  }

  /** The chip speaks of the nearest of the cards that are out of sight. */
  #show() {
    const away = [...this.#watched].filter((card) => !this.#timers.has(card) && card.getClientRects().length > 0);
    const middle = window.innerHeight / 2;
    const distance = (/** @type {HTMLElement} */ card) => card.getBoundingClientRect().top - middle;
    const next = away.sort((one, other) => Math.abs(distance(one)) - Math.abs(distance(other)))[0];
    if (!next) {
      this.#host.replaceChildren();
      return;
    }
    const block = blockByKey(this.#article, (next.dataset.start ?? '').split(':')[0]);
    const number = block ? numberOf(block) : null;
    const text = number ? word('newAt', away.length, number) : word('newHere', away.length);
    const chip = element('button', { type: 'button', class: 'chip arrival', onclick: () => this.#go(next, block) }, icon(distance(next) > 0 ? 'arrow-down' : 'arrow-up', true), text);
    const hadFocus = this.#host.contains(document.activeElement);
    this.#host.replaceChildren(chip);
    if (hadFocus) {
      chip.focus({ preventScroll: true });
    }
  }

  /** @param {HTMLElement} card @param {HTMLElement | null} block */
  #go(card, block) {
    (block ?? card).scrollIntoView({ block: 'center' });
    card.focus({ preventScroll: true });
  }
}
