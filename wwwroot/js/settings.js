// Theme, text size, spacing and numbers: acts at once and is kept in a plain cookie that the server reads.

const COOKIE = 'reading-settings';
const NAMES = ['theme', 'text-size', 'spacing', 'numbers', 'keys', 'typing'];
const YEAR = 365 * 24 * 60 * 60;

/** @returns {URLSearchParams} */
function read() {
  const found = document.cookie.split('; ').find((part) => part.startsWith(`${COOKIE}=`));
  return new URLSearchParams(found ? found.slice(COOKIE.length + 1) : '');
}

/**
 * @param {string} name one of NAMES
 * @param {string} value empty for the default
 */
export function change(name, value) {
  if (!NAMES.includes(name)) {
    return;
  }
  const values = read();
  if (value) {
    values.set(name, value);
  } else {
    values.delete(name);
  }
  document.cookie = `${COOKIE}=${values}; path=/; max-age=${YEAR}; samesite=lax`;
  const root = document.documentElement;
  if (value) {
    root.setAttribute(`data-${name}`, value);
  } else {
    root.removeAttribute(`data-${name}`);
  }
  root.dispatchEvent(new CustomEvent('settings:changed', { detail: { name, value } }));
}

/** @param {Event} event */
function onChange(event) {
  const input = event.target;
  if (input instanceof HTMLInputElement || input instanceof HTMLSelectElement) {
    if (input.dataset.setting) {
      change(input.dataset.setting, input.value);
    }
  }
}

/** @param {Document} page */
export function attach(page) {
  page.addEventListener('change', onChange);
}

/** @param {Document} page */
export function detach(page) {
  page.removeEventListener('change', onChange);
}
