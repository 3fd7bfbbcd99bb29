// A new thread on a group's page: its title goes into the composer's target, and its first comment leads to its page.

/** @param {Document} page */
export function attach(page) {
  page.addEventListener('input', (event) => {
    if (event.target instanceof HTMLInputElement && event.target.matches('[data-thread-title]')) {
      setTitle(event.target);
    }
  });
  page.addEventListener('composer:posted', (event) => {
    const start = placeOf(event);
    if (start) {
      globalThis.Blazor.navigateTo(start.dataset.startThread + /** @type {CustomEvent} */ (event).detail.threadId);
    }
  });
  page.addEventListener('composer:cancelled', (event) => placeOf(event)?.removeAttribute('open'));
  takeTitles();
}

/** A page that came by enhanced navigation has composers without an inside: they build it when they are new. */
export function renew() {
  document.querySelectorAll('study-composer:empty').forEach((composer) => composer.replaceWith(composer.cloneNode()));
  takeTitles();
}

/** What was typed before this script was there. */
function takeTitles() {
  document.querySelectorAll('[data-thread-title]').forEach((field) => field instanceof HTMLInputElement && setTitle(field));
}

/** @param {HTMLInputElement} field */
function setTitle(field) {
  const composer = field.closest('[data-start-thread]')?.querySelector('study-composer');
  if (composer instanceof HTMLElement) {
    composer.dataset.target = JSON.stringify({ ...JSON.parse(composer.dataset.target ?? '{}'), title: field.value.trim() || null });
  }
}

/** @param {Event} event @returns {HTMLElement | null} */
function placeOf(event) {
  return event.target instanceof Element ? event.target.closest('[data-start-thread]') : null;
}
