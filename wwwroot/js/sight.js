// Which posts of a thread were on the screen long enough to count as read. The server is told of a number up to which every post was: a position that
// only grows, so that tabs never take it back from each other.
import { writeHeaders } from './page.js';

/** A post counts as read when it was on the screen this long. */
const SEEN = 2_000;

export class Sight {
  #root;
  /** @type {Map<string, number>} what the server knows already, by thread */
  #told = new Map();
  #seen = new Set();
  #timers = new Map();
  #watched = new Set();
  #stop = new AbortController();
  #observer;
  #changes;
  #timer = 0;

  /** @param {HTMLElement} root holds the posts, each inside of an element that names its thread */
  constructor(root) {
    this.#root = root;
    this.#observer = new IntersectionObserver((entries) => entries.forEach((entry) => this.#onSight(/** @type {HTMLElement} */ (entry.target), entry.isIntersecting)));
    this.#changes = new MutationObserver(() => this.#look());
    this.#changes.observe(root, { childList: true, subtree: true });
    document.addEventListener('visibilitychange', () => this.#again(), { signal: this.#stop.signal });
    this.#look();
  }

  stop() {
    this.#stop.abort();
    this.#observer.disconnect();
    this.#changes.disconnect();
    this.#timers.forEach(clearTimeout);
    clearTimeout(this.#timer);
  }

  #posts() {
    return /** @type {HTMLElement[]} */ ([...this.#root.querySelectorAll('.post[data-sequence]')]);
  }

  #look() {
    const posts = this.#posts();
    for (const post of [...this.#watched].filter((one) => !posts.includes(one))) {
      this.#observer.unobserve(post);
      this.#watched.delete(post);
      this.#forget(post);
    }
    for (const post of posts.filter((one) => !this.#watched.has(one))) {
      this.#watched.add(post);
      this.#observer.observe(post);
    }
  }

  /** @param {HTMLElement} post @param {boolean} isVisible */
  #onSight(post, isVisible) {
    this.#forget(post);
    if (isVisible && document.visibilityState === 'visible') {
      this.#timers.set(post, setTimeout(() => this.#onSeen(post), SEEN));
    }
  }

  /** @param {HTMLElement} post */
  #forget(post) {
    clearTimeout(this.#timers.get(post));
    this.#timers.delete(post);
  }

  /** What is in front comes anew when the tab is looked at again. */
  #again() {
    this.#watched.forEach((post) => this.#observer.unobserve(post));
    this.#watched.forEach((post) => this.#observer.observe(post));
  }

  /** @param {HTMLElement} post */
  #onSeen(post) {
    this.#seen.add(post.dataset.comment);
    // Posts that come into sight together are told of together.
    this.#timer ||= window.setTimeout(() => this.#tellAll(), 100);
  }

  #tellAll() {
    this.#timer = 0;
    const threads = Map.groupBy(this.#posts(), (post) => /** @type {HTMLElement} */ (post.closest('[data-thread]')).dataset.thread ?? '');
    threads.forEach((posts, thread) => void this.#tell(thread, posts.sort((one, other) => numberOf(one) - numberOf(other))));
  }

  /**
   * Posts stand in the order of the talk, not of their numbers: up to the first one that was not seen everything is read.
   * @param {string} thread @param {HTMLElement[]} posts by number
   */
  async #tell(thread, posts) {
    // A link led past what is new: then no number says that everything up to it was read.
    if (posts[0].closest('[data-new-above]')) {
      return;
    }
    const unseen = posts.findIndex((post) => post.matches('.new') && !this.#seen.has(post.dataset.comment));
    const last = unseen < 0 ? posts.at(-1) : posts[unseen - 1];
    const sequence = last ? numberOf(last) : 0;
    if (!last || sequence <= (this.#told.get(thread) ?? -1)) {
      return;
    }
    const answer = await fetch(`/discussion/threads/${thread}/seen`, { method: 'PUT', headers: writeHeaders(), body: JSON.stringify({ sequence }), keepalive: true, redirect: 'manual' }).catch(() => null);
    if (answer?.ok) {
      this.#told.set(thread, Math.max(this.#told.get(thread) ?? -1, sequence));
    }
  }
}

/** @param {HTMLElement} post */
function numberOf(post) {
  return Number(post.dataset.sequence);
}
