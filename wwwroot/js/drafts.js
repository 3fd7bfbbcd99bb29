// Text not yet posted: kept in the page until the server has answered, never in the browser's storage.
import { writeHeaders } from './page.js';

const PAUSE = 1_000;
const RETRIES = [1_000, 2_000, 5_000, 10_000, 15_000];
const PATIENCE = 20_000;
export const LIMIT = 10_000;

/** @typedef {'empty' | 'changed' | 'saving' | 'saved' | 'offline' | 'signed-out' | 'too-long' | 'refused'} DraftState */

/** @type {Map<string, Draft>} */
const drafts = new Map();
/** Tells the other tabs of this browser, by key, that the server has another text now. */
const tabs = new BroadcastChannel('drafts');

export class Draft {
  /** @type {(reason: string) => unknown} told of every change of state, with the server's reason where it refused */
  watcher = () => {};
  /** @type {DraftState} */
  state = 'empty';
  text = '';
  /** @type {(text: string) => unknown} told when another tab saved or sent the text */
  successor = () => {};
  savedAt = new Date(0);
  hadFocus = false;
  #sequence = 0;
  #version = 0;
  #savedVersion = 0;
  #failures = 0;
  #timer = 0;
  #busy = false;
  #sealed = false;
  #onServer = false;
  /** @type {(() => void)[]} */
  #waiting = [];

  /** @param {string} key @param {unknown} target where the text belongs */
  constructor(key, target) {
    this.key = key;
    this.target = target;
  }

  get unsaved() {
    return this.#version !== this.#savedVersion;
  }

  /** What the server kept of an earlier visit, or null. @returns {Promise<string | null>} */
  async load() {
    try {
      const answer = await fetch(this.#address, { headers: { Accept: 'application/json' }, redirect: 'manual' });
      const kept = answer.status === 200 ? await answer.json() : null;
      this.#sequence = Math.max(this.#sequence, Number(kept?.sequence ?? 0));
      this.#onServer ||= kept !== null;
      this.savedAt = new Date(kept?.savedAt ?? this.savedAt);
      return typeof kept?.markdown === 'string' && kept.markdown !== '' ? kept.markdown : null;
    } catch {
      return null;
    }
  }

  /** Takes over what another tab saved or sent meanwhile; words that only this page has stay. */
  async renew() {
    const [before, text] = [this.#sequence, this.text];
    if (this.unsaved || this.#sealed || this.#busy) {
      return;
    }
    const kept = await this.load();
    if (this.#sequence > before && !this.unsaved && !this.#sealed && text === this.text && (kept ?? '') !== text) {
      this.text = kept ?? '';
      this.#enter(this.text === '' ? 'empty' : 'saved');
      this.successor(this.text);
    }
  }

  /** @param {string} text */
  edit(text) {
    if (text === this.text) {
      return;
    }
    this.text = text;
    this.#version++;
    this.#failures = 0;
    this.#enter(text.length > LIMIT ? 'too-long' : 'changed');
    this.#schedule(PAUSE);
  }

  /** Saves at once, and resolves when the server has answered yes. @returns {Promise<void>} */
  async flush() {
    if (this.unsaved) {
      await new Promise((resolve) => {
        this.#waiting.push(() => resolve(undefined));
        this.#schedule(0);
      });
    }
  }

  /** The text is being sent, and stays as it is: the number to send with it, above which no save of it goes until it is unsealed. */
  seal() {
    this.#count();
    this.#sealed = true;
    return this.#sequence;
  }

  unseal() {
    this.#sealed = false;
  }

  /** The text was posted: takes it off the server too. */
  clear() {
    if (this.#onServer) {
      this.text = '';
      this.#version++;
      this.#schedule(0);
    } else {
      this.text = '';
      this.#savedVersion = this.#version;
      clearTimeout(this.#timer);
      tabs.postMessage(this.key);
    }
    this.#enter('empty');
  }

  /** @param {number} delay */
  #schedule(delay) {
    clearTimeout(this.#timer);
    if (this.text.length <= LIMIT) {
      this.#timer = window.setTimeout(() => this.#save(), delay);
    }
  }

  async #save() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    const version = this.#version;
    this.#count();
    this.#onServer = true;
    this.#enter('saving');
    const answer = await this.#put();
    this.#busy = false;
    this.#settle(answer, version);
  }

  #count() {
    if (!this.#sealed) {
      this.#sequence = Math.max(Date.now(), this.#sequence + 1);
    }
  }

  /** @returns {Promise<Response | null>} */
  async #put() {
    try {
      return await fetch(this.#address, {
        method: 'PUT',
        headers: writeHeaders(),
        body: JSON.stringify({ sequence: this.#sequence, markdown: this.text, target: this.target }),
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch {
      return null;
    }
  }

  /** @param {Response | null} answer @param {number} version of the text that was sent */
  async #settle(answer, version) {
    if (answer?.ok) {
      this.#savedVersion = version;
      this.#failures = 0;
      this.savedAt = new Date();
      tabs.postMessage(this.key);
      this.#enter(this.unsaved ? 'changed' : this.text === '' ? 'empty' : 'saved');
      if (this.unsaved) {
        this.#schedule(PAUSE);
      } else {
        this.#waiting.splice(0).forEach((resolve) => resolve());
      }
      return;
    }
    if (answer && answer.status >= 400 && answer.status < 500 && ![401, 408, 409, 429].includes(answer.status)) {
      this.#enter('refused', (await answer.json().catch(() => null))?.message ?? String(answer.status));
      return;
    }
    const signedOut = answer?.status === 401 || answer?.type === 'opaqueredirect';
    this.#enter(signedOut ? 'signed-out' : 'offline');
    this.#schedule(RETRIES[Math.min(this.#failures++, RETRIES.length - 1)]);
  }

  /** @param {DraftState} state @param {string} [reason] */
  #enter(state, reason = '') {
    this.state = state;
    this.watcher(reason);
  }

  get #address() {
    return `/discussion/drafts/${encodeURIComponent(this.key)}`;
  }
}

/** The draft of a place; the same one when its composer is drawn anew. @param {string} key @param {unknown} target */
export function draftOf(key, target) {
  const draft = drafts.get(key) ?? new Draft(key, target);
  drafts.set(key, draft);
  return draft;
}

/** Whether text would be lost with this page. */
export function anyUnsaved() {
  return [...drafts.values()].some((draft) => draft.unsaved);
}

/** Resolves when every draft of the page is on the server. */
export async function saveAll() {
  while (anyUnsaved()) {
    await Promise.all([...drafts.values()].map((draft) => draft.flush()));
  }
}

/** Asks what became of the drafts of this page elsewhere. @param {string} [key] of the only one to ask for */
export function renewAll(key) {
  drafts.forEach((draft) => (key === undefined || draft.key === key) && void draft.renew());
}

tabs.addEventListener('message', ({ data }) => renewAll(data));
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && renewAll());
window.addEventListener('focus', () => renewAll());
window.addEventListener('beforeunload', (event) => {
  if (anyUnsaved()) {
    event.preventDefault();
  }
});
