// Lists of static pages: "Load more" puts the next rows below the ones that are there; a button copies a text.
import { copy, toast } from './toast.js';
import { word } from './page.js';

/** @param {Document} page */
export function attach(page) {
  page.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const more = target?.closest('a[data-load-more]');
    const copier = target?.closest('[data-copy]');
    if (more instanceof HTMLAnchorElement && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) {
      event.preventDefault();
      void load(more);
    } else if (copier instanceof HTMLElement) {
      void copyField(copier.dataset.copy ?? '');
    }
  });
}

/** @param {HTMLAnchorElement} link */
async function load(link) {
  const line = link.closest('[data-more]');
  const id = line instanceof HTMLElement ? line.dataset.more ?? '' : '';
  const list = document.getElementById(id);
  link.setAttribute('aria-busy', 'true');
  const next = await fetch(link.href, { headers: { Accept: 'text/html' } }).then((answer) => (answer.ok ? answer.text() : null), () => null);
  const fetched = next === null ? null : new DOMParser().parseFromString(next, 'text/html');
  const rows = fetched?.getElementById(id);
  if (!line || !list || !rows) {
    location.assign(link.href);
    return;
  }
  const first = rows.firstElementChild;
  list.append(...rows.children);
  const after = fetched?.querySelector(`[data-more="${id}"]`);
  after?.querySelectorAll('a:not([data-load-more])').forEach((back) => back.remove());
  line.replaceWith(...(after ? [after] : []));
  const focus = first?.querySelector('a');
  focus?.focus({ preventScroll: true });
}

/** @param {string} id of a field */
async function copyField(id) {
  const field = document.getElementById(id);
  if (field instanceof HTMLInputElement) {
    field.select();
    toast(word(await copy(field.value) ? 'linkCopied' : 'notCopied'));
  }
}
