// What the composer says about the text: length, draft, sending, refusal.
import { element, icon } from './page.js';
import { copy } from './toast.js';
import { LIMIT } from './drafts.js';

const NEAR_LIMIT = 9_000;

/** Word, icon and tone for each state of a draft. @type {Record<import('./drafts.js').DraftState, [string, string, string]>} */
const DRAFT = {
  empty: ['', '', ''],
  changed: ['', '', ''],
  saving: ['saving', '', ''],
  saved: ['draftSaved', 'check', ''],
  offline: ['notSavedYet', 'offline', 'warn'],
  'too-long': ['notSavedYet', 'offline', 'warn'],
  'signed-out': ['signedOut', 'alert', 'bad'],
  refused: ['notSaved', 'alert', 'bad'],
};

/** @typedef {(key: string, ...values: (string | number)[]) => string} Label */

export class Foot {
  /** @param {import('./composer-parts.js').Parts} parts @param {Label} label */
  constructor(parts, label) {
    this.parts = parts;
    this.label = label;
  }

  /** @param {string} key of the sentence; empty for none @param {string} [name] an icon @param {string} [tone] @param {string} [value] */
  say(key, name = '', tone = '', value = '') {
    this.parts.state.className = `state ${tone}`.trim();
    this.parts.state.replaceChildren(...(name ? [icon(name, true)] : []), key ? this.label(key, value) : '');
  }

  /** @param {import('./drafts.js').Draft} draft @param {string} reason */
  draft(draft, reason) {
    const [key, name, tone] = DRAFT[draft.state];
    this.say(key, name, tone, draft.state === 'saved' ? clock(draft.savedAt) : reason);
  }

  /** @param {string} sentence why the text was not sent; empty takes it away @param {string} [text] what was not sent */
  problem(sentence, text = '') {
    const { problem } = this.parts;
    if (problem.hidden && !sentence) {
      return;
    }
    const button = element('button', { type: 'button', class: 'btn small', onclick: () => copy(text) }, this.label('copyText'));
    problem.hidden = !sentence;
    problem.replaceChildren(...(sentence ? [icon('alert'), sentence, button] : []));
  }

  /** The same comment says something else now: both texts stay in sight. @param {string} text what it says */
  other(text) {
    this.parts.problem.append(element('p', { class: 'says-now' }, this.label('saysNow')), element('blockquote', { class: 'words', dir: 'auto' }, text));
  }

  /** @param {number} length */
  length(length) {
    const over = length > LIMIT;
    this.parts.length.classList.toggle('over', over);
    this.parts.length.textContent = over
      ? this.label('tooLong', number(length - LIMIT), number(LIMIT))
      : length > NEAR_LIMIT ? this.label('lengthOf', number(length), number(LIMIT)) : '';
  }
}

/** @param {Date} time */
function clock(time) {
  return time.toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit', hour12: false });
}

/** @param {number} value */
function number(value) {
  return value.toLocaleString(language());
}

function language() {
  return document.documentElement.lang || 'en';
}
