// <study-composer>: where every comment is written. It builds its own inside, keeps the draft, and posts once.
// Attributes: data-key (of the draft); data-thread, or data-target (JSON), or data-comment with data-version and
// data-markdown (an edit); data-parent; data-quote; data-labels (JSON, words of its own); data-focus; data-plain.
import { Foot } from './composer-foot.js';
import { build, wrap } from './composer-parts.js';
import { LIMIT, draftOf } from './drafts.js';
import { fill, word, writeHeaders } from './page.js';
import { Preview } from './preview.js';
import { selectedQuote } from './quoting.js';
import { newKey, send } from './sending.js';
import { suggest } from './suggestion-sources.js';

const TYPING_PAUSE = 3_000;
/** From here on the field stops wrapping lines, which would make the page stand still. */
const HUGE = 100_000;

export class StudyComposer extends HTMLElement {
  /** @type {import('./composer-parts.js').Parts | null} */
  #parts = null;
  /** @type {import('./drafts.js').Draft | null} */
  #draft = null;
  /** The key of the request, and the text it was made for. */
  #attempt = { key: '', text: '' };
  #sending = false;
  #lastTyping = 0;
  /** @type {Foot | null} */
  #foot = null;
  /** @type {Preview | null} */
  #preview = null;
  /** @type {ReturnType<typeof suggest> | null} */
  #suggestions = null;
  /** The words of the comment that the reader had selected to answer. */
  #quote = '';

  connectedCallback() {
    if (this.#parts) {
      return;
    }
    const target = this.#target;
    this.#quote = this.dataset.parent ? selectedQuote(this.closest('.post')) : '';
    const parts = build(this.#label, {
      quote: this.dataset.quote ?? '',
      kind: target ? (target.kind ?? 'comment') : null,
      mayBePrivate: Boolean(target?.passage),
      plain: this.hasAttribute('data-plain'),
      cites: Boolean(this.#place.readingId),
      hint: this.dataset.thread ? this.#label('replyHere') : '',
    });
    this.#parts = parts;
    this.#foot = new Foot(parts, this.#label);
    this.#preview = new Preview(parts.preview, this.#place);
    this.replaceChildren(parts.form);
    this.#suggestions = suggest(parts.text, () => this.#place);
    parts.form.addEventListener('submit', (event) => { event.preventDefault(); void this.post(); });
    parts.cancel.addEventListener('click', () => this.cancel());
    parts.text.addEventListener('input', () => this.#onInput());
    parts.text.addEventListener('paste', (event) => this.#onPaste(event));
    parts.text.addEventListener('keydown', (event) => this.#onKey(event));
    parts.text.addEventListener('focus', () => this.#setFocus(true));
    parts.text.addEventListener('blur', () => queueMicrotask(() => this.isConnected && this.#setFocus(false)));
    this.addEventListener('composer:dismiss', () => this.cancel());
    void this.#restore();
    if (this.hasAttribute('data-focus')) {
      // Blazor gives the focus back to what had it when it began to draw.
      queueMicrotask(() => parts.text.focus({ preventScroll: true }));
    }
  }

  /** What is written. */
  get value() {
    return this.#parts?.text.value ?? '';
  }

  /** Closes; what was written stays a draft. */
  cancel() {
    if (!this.#sending) {
      void this.#draft?.flush();
      this.#tell('composer:cancelled', {});
    }
  }

  /** Sends until the server has answered; a refusal keeps the text and says why. */
  async post() {
    const parts = this.#parts;
    const markdown = this.value;
    if (!parts || this.#sending || markdown.trim() === '' || markdown.length > LIMIT) {
      return;
    }
    if (this.#attempt.text !== markdown) {
      this.#attempt = { key: newKey(), text: markdown };
    }
    this.#setSending(true);
    this.#foot?.say('sending', 'clock');
    const { comment } = this.dataset;
    const waiting = () => this.#foot?.say('notSentYet', 'offline', 'warn');
    const outcome = comment
      ? await send('PUT', `/discussion/comments/${comment}`, { markdown, version: Number(this.dataset.version) }, waiting)
      : await send('POST', '/discussion/comments', this.#request(markdown), waiting);
    this.#setSending(false);
    this.#draft?.unseal();
    if (outcome.kind === 'done') {
      this.#posted(outcome.body);
    } else {
      const reason = outcome.kind === 'signed-out' ? this.#label('signedOut') : outcome.message || this.#label('refused', outcome.code);
      this.#foot?.say('');
      this.#foot?.problem(this.#label('notSent', reason), markdown);
      if (comment && outcome.kind === 'refused' && outcome.code === 'changed') {
        await this.#compare(comment);
      }
    }
  }

  /** Shows what the comment says now; who sends again has seen it. @param {string} comment */
  async #compare(comment) {
    const answer = await fetch(`/discussion/comments/${comment}/source`, { headers: writeHeaders(), redirect: 'manual' }).catch(() => null);
    if (answer?.ok) {
      const { markdown, version } = await answer.json();
      this.dataset.version = version;
      this.#foot?.other(markdown);
    }
  }

  /** @param {string} markdown */
  #request(markdown) {
    const target = this.#target;
    const kind = this.#parts?.kind();
    return {
      key: this.#attempt.key,
      threadId: this.dataset.thread ?? null,
      target: target ? { ...target, ...(kind ? { kind } : {}) } : null,
      parentId: this.dataset.parent ?? null,
      markdown,
      visibility: this.#parts?.onlyMe() ? 'private' : 'group',
      draftKey: this.dataset.key ?? null,
      draftSequence: this.#draft?.seal() ?? null,
    };
  }

  /** @param {any} body */
  #posted(body) {
    this.#attempt = { key: '', text: '' };
    this.#draft?.clear();
    if (this.#parts) {
      this.#parts.text.value = '';
    }
    this.#reflect();
    this.#tell('composer:posted', { id: body.id, threadId: body.threadId, sequence: body.sequence });
  }

  /** Joins the draft of this place, with what the page or the server has of it. */
  async #restore() {
    const draft = this.#keep();
    const text = this.#parts?.text;
    if (!draft || !text) {
      return;
    }
    text.value = draft.text || (this.dataset.markdown ?? (this.#quote && `${this.#quote}\n\n`));
    const moved = draft.hadFocus;
    this.#reflect();
    if (moved) {
      text.focus({ preventScroll: true });
    }
    const before = text.value;
    const kept = draft.unsaved || draft.text ? null : await draft.load();
    if (kept !== null && text.value === before) {
      draft.text = kept;
      text.value = kept;
      this.#reflect();
    }
  }

  #keep() {
    const key = this.dataset.key;
    if (!key) {
      return null;
    }
    const target = this.#target ?? { threadId: this.dataset.thread, parentId: this.dataset.parent, commentId: this.dataset.comment };
    const draft = draftOf(key, target);
    draft.watcher = (reason) => this.#sending || this.#foot?.draft(draft, reason);
    draft.successor = (text) => this.#succeed(text);
    this.#draft = draft;
    return draft;
  }

  /** What another tab saved or sent. @param {string} text */
  #succeed(text) {
    if (this.#parts && !this.#sending) {
      this.#parts.text.value = text;
      this.#reflect();
    }
  }

  #onInput() {
    this.#foot?.problem('');
    this.#draft?.edit(this.value);
    this.#reflect();
    const now = Date.now();
    if (now - this.#lastTyping >= TYPING_PAUSE && document.documentElement.dataset.typing !== 'off') {
      this.#lastTyping = now;
      this.#tell('composer:typing', {});
    }
  }

  /** The browser's own way of pasting takes many seconds for a book. @param {ClipboardEvent} event */
  #onPaste(event) {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const text = this.#parts?.text;
    if (text && pasted.length > HUGE) {
      event.preventDefault();
      this.#setHuge(true);
      text.setRangeText(pasted, text.selectionStart, text.selectionEnd, 'start');
      text.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }

  /** @param {boolean} huge */
  #setHuge(huge) {
    const text = this.#parts?.text;
    if (text && text.classList.contains('huge') !== huge) {
      text.classList.toggle('huge', huge);
      text.wrap = huge ? 'off' : 'soft';
    }
  }

  /** A composer that is drawn anew while it is written in keeps the caret. @param {boolean} focused */
  #setFocus(focused) {
    if (this.#draft) {
      this.#draft.hadFocus = focused;
    }
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    const text = /** @type {HTMLTextAreaElement} */ (event.target);
    if (this.#suggestions?.key(event)) {
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.post();
    } else if (event.key === 'Escape' && this.value === '') {
      event.preventDefault();
      this.cancel();
    } else if ((event.ctrlKey || event.metaKey) && (event.key === 'b' || event.key === 'i')) {
      event.preventDefault();
      wrap(text, event.key === 'b' ? '**' : '*', event.key === 'b' ? '**' : '*');
    }
  }

  /** Button, length and preview follow the text. */
  #reflect() {
    const parts = this.#parts;
    if (!parts) {
      return;
    }
    const length = parts.text.textLength;
    const over = length > LIMIT;
    this.toggleAttribute('data-filled', length > 0);
    parts.post.disabled = this.#sending || length === 0 || over;
    this.#setHuge(length > HUGE);
    this.#foot?.length(length);
    this.#preview?.update(over ? '' : parts.text.value);
  }

  /** @param {boolean} sending */
  #setSending(sending) {
    this.#sending = sending;
    if (this.#parts) {
      this.#parts.text.readOnly = sending;
      this.#parts.cancel.disabled = sending;
      this.#reflect();
    }
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }

  /** The group and the reading that the words of this composer speak of. */
  get #place() {
    const target = this.#target;
    const page = document.querySelector('main')?.dataset;
    return { groupId: target?.groupId ?? page?.group, readingId: target?.readingId ?? page?.reading };
  }

  get #target() {
    return this.dataset.target ? JSON.parse(this.dataset.target) : null;
  }

  /** @type {(key: string, ...values: (string | number)[]) => string} */
  #label = (key, ...values) => {
    const own = this.dataset.labels ? JSON.parse(this.dataset.labels)[key] : undefined;
    return own ? fill(own, ...values) : word(key, ...values);
  };
}

if (!customElements.get('study-composer')) {
  customElements.define('study-composer', StudyComposer);
}
