// A form that makes an account takes the time zone of this computer along.

/** @param {Event} event */
function onSubmit(event) {
  const field = event.target instanceof HTMLFormElement ? event.target.querySelector('[data-time-zone]') : null;
  if (field instanceof HTMLInputElement) {
    field.value = Intl.DateTimeFormat().resolvedOptions().timeZone ?? '';
  }
}

/** @param {Document} page */
export function attach(page) {
  page.addEventListener('submit', onSubmit, true);
}

/** @param {Document} page */
export function detach(page) {
  page.removeEventListener('submit', onSubmit, true);
}
