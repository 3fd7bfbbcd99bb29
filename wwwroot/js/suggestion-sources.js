// What the signs of a composer stand for: the members of its group behind an @, its tags behind a #, the paragraphs of its reading behind a ¶.
import { element, word } from './page.js';
import { Suggestions } from './suggestions.js';

/** An @ at the beginning of a word, and what is typed behind it, up to three parts of a name. */
const CALL = /(?:^|[\s(“"'*_])@([\p{L}\p{M}\p{N}.’'-]*(?: [\p{L}\p{M}\p{N}.’'-]+){0,2})$/u;
/** A ¶ and the beginning of its number, with or without a space between. */
const PARAGRAPH = /¶([ \u00A0\u202F]?\d{0,6})$/u;
/** A # at the beginning of a word, and the beginning of a tag. */
const TAG = /(?:^|[\s(“„»"'*_])#((?:\p{L}[\p{L}\p{M}\p{N}_-]*)?)$/u;

/** @typedef {() => { groupId?: string, readingId?: string }} Place where a composer writes */

/** @param {HTMLTextAreaElement} text @param {Place} place */
export function suggest(text, place) {
  return new Suggestions(text, [
    { name: 'mentionNames', sign: CALL, find: (typed) => members(place(), typed) },
    { name: 'tags', sign: TAG, find: (typed) => tags(place(), typed) },
    { name: 'paragraphs', sign: PARAGRAPH, find: (typed) => paragraphs(place(), typed.trim()) },
  ]);
}

/** @param {ReturnType<Place>} place @param {string} typed @returns {Promise<import('./suggestions.js').Suggestion[]>} */
async function members({ groupId, readingId }, typed) {
  /** @type {{ name: string, isHere: boolean }[]} */
  const names = groupId ? await ask('/discussion/members', { groupId, typed, ...(readingId ? { readingId } : {}) }) : [];
  return names.map(({ name, isHere }) => ({
    insert: name,
    row: [element('bdi', {}, name), ...(isHere ? [element('span', { class: 'meta' }, word('mentionHere'))] : [])],
  }));
}

/** @param {ReturnType<Place>} place @param {string} typed @returns {Promise<import('./suggestions.js').Suggestion[]>} */
async function paragraphs({ groupId, readingId }, typed) {
  /** @type {{ number: number, words: string }[]} */
  const found = groupId && readingId ? await ask('/discussion/paragraphs', { groupId, readingId, ...(typed ? { typed } : {}) }) : [];
  return found.map(({ number, words }) => ({
    insert: String(number),
    row: [element('b', {}, `¶ ${number}`), element('span', { class: 'words', dir: 'auto' }, words)],
  }));
}

/** @param {ReturnType<Place>} place @param {string} typed @returns {Promise<import('./suggestions.js').Suggestion[]>} */
async function tags({ groupId }, typed) {
  /** @type {{ name: string, comments: number }[]} */
  const found = groupId ? await ask('/discussion/tags', { groupId, typed }) : [];
  return found.map(({ name, comments }) => ({
    insert: name,
    row: [element('bdi', {}, `#${name}`), element('span', { class: 'meta num' }, String(comments))],
  }));
}

/** @param {string} path @param {Record<string, string>} query */
function ask(path, query) {
  return fetch(`${path}?${new URLSearchParams(query)}`, { headers: { Accept: 'application/json' } }).then((answer) => (answer.ok ? answer.json() : []), () => []);
}
