// The inside of a composer: quote, tools, kind, text, preview, foot.
import { element, icon } from './page.js';
import { selectedQuote } from './quoting.js';

/**
 * @typedef {object} Parts
 * @property {HTMLElement} form
 * @property {HTMLTextAreaElement} text
 * @property {HTMLElement} preview
 * @property {HTMLElement} problem
 * @property {HTMLElement} state
 * @property {HTMLElement} length
 * @property {HTMLButtonElement} post
 * @property {HTMLButtonElement} cancel
 * @property {() => 'comment' | 'question' | null} kind
 * @property {() => boolean} onlyMe
 */

let count = 0;

/**
 * @param {(key: string, ...values: (string | number)[]) => string} label
 * @param {{ quote: string, kind: string | null, mayBePrivate: boolean, plain: boolean, cites: boolean, hint: string }} options kind is null where there is no choice
 * @returns {Parts}
 */
export function build(label, { quote, kind, mayBePrivate, plain, cites, hint }) {
  const id = `composer-${++count}`;
  const text = /** @type {HTMLTextAreaElement} */ (element('textarea', { id, rows: 4, placeholder: hint || null, 'aria-describedby': `${id}-length` }));
  const preview = element('div', { class: 'prev', hidden: true }, element('span', { class: 'meta' }, label('preview')), element('div', { class: 'md' }));
  const problem = element('div', { class: 'note bad problem', role: 'alert', hidden: true });
  const state = element('span', { class: 'state' });
  const length = element('span', { class: 'length', id: `${id}-length` });
  const cancel = /** @type {HTMLButtonElement} */ (element('button', { type: 'button', class: 'btn small quiet' }, label('cancel')));
  const post = /** @type {HTMLButtonElement} */ (element('button', { type: 'submit', class: 'btn small pri', disabled: true }, label('post'), element('kbd', { 'aria-hidden': 'true' }, label('postKey'))));
  const kinds = kind === null ? null : kindChoice(label, id, kind);
  const onlyMe = mayBePrivate ? /** @type {HTMLInputElement} */ (element('input', { type: 'checkbox', class: 'cb' })) : null;
  const form = element('form', { class: plain ? 'composer plain' : 'composer', novalidate: true },
    ...(quote ? [element('div', { class: 'quote' }, quote)] : []),
    element('div', { class: 'tools' }, ...tools(label, text, cites), ...(kinds ? [kinds] : [])),
    element('label', { class: 'vh', for: id }, label('comment')),
    text, preview,
    ...(onlyMe ? [element('label', { class: 'only-me' }, onlyMe, label('onlyMe'))] : []),
    problem,
    element('div', { class: 'foot' }, state, length, element('span', { class: 'go' }, cancel, post)));
  return {
    form, text, preview, problem, state, length, post, cancel,
    kind: () => (kinds ? (kinds.querySelector('[value="question"]:checked') ? 'question' : 'comment') : null),
    onlyMe: () => onlyMe?.checked ?? false,
  };
}

/** @param {(key: string) => string} label @param {string} id @param {string} chosen */
function kindChoice(label, id, chosen) {
  const options = ['comment', 'question'].map((kind) =>
    element('label', {}, element('input', { type: 'radio', name: `${id}-kind`, value: kind, checked: kind === chosen }), element('span', {}, label(kind))));
  return element('div', { class: 'seg', role: 'radiogroup', 'aria-label': label('kind') }, ...options);
}

/** @param {(key: string) => string} label @param {HTMLTextAreaElement} text @param {boolean} cites whether there are paragraphs to point at */
function tools(label, text, cites) {
  /** @type {[string, string, string, string][]} */
  const marks = [['bold', 'bold', '**', '**'], ['italic', 'italic', '*', '*'], ['quoteTool', 'quote', '> ', ''], ['linkTool', 'link', '[', '](https://)']];
  marks.push(['foldTool', 'eye-off', ':::', '']);
  if (cites) {
    marks.push(['paragraphTool', 'paragraph', '¶', '']);
  }
  return marks.map(([key, name, before, after]) =>
    element('button', { type: 'button', class: 'iconbtn', 'aria-label': label(key), title: label(key), 'data-act': key === 'quoteTool' ? 'quote' : null,
      onclick: () => key === 'foldTool' ? fold(text) : wrap(text, before, after, key === 'quoteTool' ? selectedQuote() : '') }, icon(name, true)));
}

/** Puts the selected words into a fold of their own lines; the caret goes where is said what they are about. @param {HTMLTextAreaElement} text */
function fold(text) {
  const { selectionStart: from, selectionEnd: to, value } = text;
  const words = value.slice(from, to);
  const fence = ':'.repeat(Math.max(3, ...[...words.matchAll(/^:{3,}/gm)].map(([signs]) => signs.length + 1)));
  const opening = `${from > 0 && value[from - 1] !== '\n' ? '\n' : ''}${fence} fold `;
  type(text, `${opening}\n${words}\n${fence}${value[to] === '\n' ? '' : '\n'}`);
  text.setSelectionRange(from + opening.length, from + opening.length);
}

/** Types in place of what is selected, so that undo takes it back. @param {HTMLTextAreaElement} text @param {string} words */
function type(text, words) {
  const { selectionStart: from, selectionEnd: to } = text;
  text.focus();
  if (!document.execCommand('insertText', false, words)) {
    text.setRangeText(words, from, to, 'end');
    text.dispatchEvent(new Event('input', { bubbles: true }));
  }
}

/**
 * Puts marks around the selected words, or the lines of a quote where the caret is, so that undo takes them back.
 * @param {HTMLTextAreaElement} text @param {string} before @param {string} after @param {string} [quote]
 */
export function wrap(text, before, after, quote = '') {
  const { selectionStart: from, selectionEnd: to } = text;
  const words = text.value.slice(from, to);
  const lead = quote && from > 0 ? '\n\n' : '';
  const marked = quote ? `${lead}${quote}\n\n` : before === '> ' ? words.split('\n').map((line) => before + line).join('\n') : before + words + after;
  type(text, marked);
  if (!quote && words === '' && after !== '') {
    text.setSelectionRange(from + before.length, from + before.length);
  }
}
