// Importing: files go up one by one with their progress, by drop or by choice; a click on a paragraph of the preview chooses it.
import { element, word } from './page.js';

/** @param {Document} page */
export function attach(page) {
  page.addEventListener('submit', (event) => {
    const form = formOf(event);
    if (form) {
      event.preventDefault();
      void sendAll(form, [...(fileField(form)?.files ?? [])]);
    }
  });
  for (const kind of ['dragover', 'dragleave', 'drop']) {
    page.addEventListener(kind, (event) => drag(/** @type {DragEvent} */ (event)));
  }
  page.addEventListener('click', (event) => choose(/** @type {MouseEvent} */ (event)));
}

/** Shows in the preview which paragraph the address names. */
export function renew() {
  const block = new URLSearchParams(location.search).get('block');
  document.querySelectorAll('.import-text [data-block]').forEach((each) => each.classList.toggle('chosen', each.id === block));
}

/** @param {Event} event @returns {HTMLFormElement | null} */
function formOf(event) {
  const form = event.target instanceof Element ? event.target.closest('[data-import]') : null;
  return form instanceof HTMLFormElement ? form : null;
}

/** @param {HTMLFormElement} form @returns {HTMLInputElement | null} */
function fileField(form) {
  return form.querySelector('input[type=file]');
}

/** @param {DragEvent} event */
function drag(event) {
  const form = formOf(event);
  if (!form || !event.dataTransfer?.types.includes('Files')) {
    return;
  }
  event.preventDefault();
  form.classList.toggle('over', event.type === 'dragover');
  if (event.type === 'drop') {
    void sendAll(form, [...event.dataTransfer.files]);
  }
}

/** @param {HTMLFormElement} form @param {File[]} files */
async function sendAll(form, files) {
  const list = form.querySelector('[data-import-progress]');
  const group = form.querySelector('select')?.value ?? '';
  const token = form.querySelector('input[name=__RequestVerificationToken]');
  if (!list || files.length === 0 || form.hasAttribute('aria-busy')) {
    return;
  }
  form.setAttribute('aria-busy', 'true');
  list.replaceChildren();
  const answers = [];
  for (const file of files) {
    const bar = /** @type {HTMLProgressElement} */ (element('progress', { class: 'meter', max: 1, value: 0, 'aria-label': file.name }));
    const row = element('li', {}, element('span', { dir: 'auto' }, file.name), bar);
    list.append(row);
    const answer = await upload(file, group, token instanceof HTMLInputElement ? token.value : '', bar);
    if (answer.message) {
      row.append(element('p', { role: 'alert' }, answer.message));
    }
    answers.push(answer);
  }
  form.removeAttribute('aria-busy');
  const received = answers.filter((answer) => answer.id);
  if (received.length === 1 && answers.length === 1) {
    globalThis.Blazor.navigateTo(`/import/${received[0].id}`);
  } else if (received.length === answers.length) {
    globalThis.Blazor.navigateTo('/import');
  } else if (received.length > 0) {
    list.append(element('li', {}, element('a', { href: '/import' }, word('importShow'))));
  }
}

/**
 * @param {File} file @param {string} group @param {string} token @param {HTMLProgressElement} bar
 * @returns {Promise<{ id?: string, message?: string }>}
 */
function upload(file, group, token, bar) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    request.open('POST', `/import/files?groupId=${encodeURIComponent(group)}`);
    request.setRequestHeader('RequestVerificationToken', token);
    request.setRequestHeader('Accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = (event) => {
      // What is up is not read yet: the last tenth is the importer's.
      bar.value = event.lengthComputable ? (0.9 * event.loaded) / event.total : 0.5;
    };
    request.onload = () => {
      bar.value = 1;
      const tooLarge = request.status === 413 && !request.response?.message;
      done(request.status === 200 ? { id: request.response.id } : { message: tooLarge ? word('importTooLarge') : request.response?.message ?? word('importFailed') });
    };
    request.onerror = () => done({ message: word('importFailed') });
    request.send(body);
  });
}

/** @param {MouseEvent} event */
function choose(event) {
  const target = event.target instanceof Element ? event.target : null;
  const review = target?.closest('[data-import-review]');
  const block = target?.closest('.import-text [data-block]');
  if (!(review instanceof HTMLElement) || !(block instanceof HTMLElement) || target?.closest('a:not(.pn)') || String(getSelection()) !== '') {
    return;
  }
  event.preventDefault();
  globalThis.Blazor.navigateTo(`${review.dataset.importReview}&block=${block.id}`);
}
