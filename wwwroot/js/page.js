// What the server tells the scripts of a page: words, icons, the token of requests; and the two live regions.

const SVG = 'http://www.w3.org/2000/svg';
const BATCH = 10_000;

/** @param {string} name @returns {string} */
function meta(name) {
  return document.querySelector(`meta[name="${name}"]`)?.getAttribute('content') ?? '';
}

/** @type {{ source: string, words: Record<string, string> }} */
let known = { source: '', words: {} };

/**
 * A text of the interface, with {0}, {1} filled in.
 * @param {string} key
 * @param {...(string | number)} values
 */
export function word(key, ...values) {
  const source = meta('words');
  if (source !== known.source) {
    known = { source, words: source ? JSON.parse(source) : {} };
  }
  return fill(known.words[key] ?? key, ...values);
}

/** @param {string} text @param {...(string | number)} values */
export function fill(text, ...values) {
  return text.replace(/\{(\d)\}/g, (_, index) => String(values[Number(index)] ?? ''));
}

/** @param {string} name a symbol of icons.svg @param {boolean} [small] */
export function icon(name, small = false) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', small ? 'ic s' : 'ic');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${meta('icons')}#${name}`);
  svg.append(use);
  return svg;
}

/**
 * An element with attributes and children; a property that begins with "on" is a listener.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string)} children
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on') && typeof value === 'function') {
      made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else if (value === true) {
      made.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, String(value));
    }
  }
  made.append(...children);
  return made;
}

/** Headers of a request that writes. */
export function writeHeaders() {
  return { 'Content-Type': 'application/json', Accept: 'application/json', RequestVerificationToken: meta('antiforgery') };
}

/** @type {string[]} */
let waiting = [];
let timer = 0;

/**
 * Tells screen readers what arrived; several arrivals within ten seconds are said together.
 * @param {string} text
 */
export function announce(text) {
  waiting.push(text);
  if (timer === 0) {
    speak('live-polite', waiting.splice(0));
    timer = window.setTimeout(() => {
      timer = 0;
      if (waiting.length > 0) {
        speak('live-polite', waiting.splice(0));
      }
    }, BATCH);
  }
}

/** Interrupts: the line is lost, a thread was locked while writing. @param {string} text */
export function interrupt(text) {
  speak('live-assertive', [text]);
}

/** @param {string} id @param {string[]} texts */
function speak(id, texts) {
  const region = document.getElementById(id);
  if (region) {
    region.textContent = texts.join(' ');
  }
}
