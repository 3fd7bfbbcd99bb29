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

/** @typedef {{ name: string, id?: string, message?: string, count: number }} Answer What became of one file; an archive gives one for each of its files. */

/** @param {HTMLFormElement} form @param {File[]} files */
async function sendAll(form, files) {
  const list = form.querySelector('[data-import-progress]');
  const token = form.querySelector('input[name=__RequestVerificationToken]');
  if (!list || files.length === 0 || form.hasAttribute('aria-busy')) {
    return;
  }
  form.setAttribute('aria-busy', 'true');
  list.replaceChildren();
  const address = new URL('/import/files', location.href);
  address.searchParams.set('groupId', form.querySelector('select')?.value ?? '');
  address.searchParams.set('chapters', String(form.querySelector('input[name=Chapters]:checked') !== null));
  const answers = [];
  for (const file of files) {
    const bar = /** @type {HTMLProgressElement} */ (element('progress', { class: 'meter', max: 1, value: 0, 'aria-label': file.name }));
    const row = element('li', {}, element('span', { dir: 'auto' }, file.name), bar);
    list.append(row);
    answers.push(...await upload(file, address, token instanceof HTMLInputElement ? token.value : '', bar, (answer) => {
      if (answer.message) {
        row.append(element('p', { role: 'alert', dir: 'auto' }, said(answer, file)));
      }
    }));
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

/** @param {Answer} answer @param {File} file @returns {string} The reason, behind the name of the file within an archive where it does not name it itself. */
function said(answer, file) {
  const within = answer.name.slice(file.name.length + 1);
  const message = answer.message ?? '';
  return within === '' || message.startsWith(within.split('/').at(-1) ?? '') ? message : `${within}: ${message}`;
}

/**
 * Sends one file. Its answer comes in lines, one for each file in it, as they are read.
 * @param {File} file @param {URL} address @param {string} token @param {HTMLProgressElement} bar @param {(answer: Answer) => void} note
 * @returns {Promise<Answer[]>}
 */
function upload(file, address, token, bar, note) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    body.append('file', file);
    /** @type {Answer[]} */
    const answers = [];
    const add = (/** @type {Answer} */ answer) => {
      answers.push(answer);
      note(answer);
    };
    let heard = 0;
    const read = () => {
      const lines = request.status === 200 ? request.responseText.split('\n').slice(0, -1) : [];
      let percent = 0;
      for (const line of lines.slice(heard).map((each) => JSON.parse(each))) {
        percent = line.percent ?? 0;
        if (line.percent === undefined) {
          add(line);
        }
      }
      heard = lines.length;
      // What is up is not read yet: of an archive, its files share the other half, and the first answer says how many they are.
      const count = answers[0]?.count ?? (file.name.toLowerCase().endsWith('.zip') ? 0 : 1);
      if (heard > 0 && count > 0) {
        bar.value = Math.max(bar.value, 0.5 + (0.5 * (answers.length + percent / 100)) / count);
      }
    };
    const end = () => {
      read();
      bar.value = 1;
      if (answers.length === 0 || answers.length < answers[0].count) {
        add({ name: file.name, message: refusal(request), count: answers.length + 1 });
      }
      done(answers);
    };
    request.open('POST', address);
    request.setRequestHeader('RequestVerificationToken', token);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = (event) => {
      bar.value = event.lengthComputable ? (0.5 * event.loaded) / event.total : 0.25;
    };
    // From here on it is the importer's turn; it tells how far it is as soon as it knows.
    request.upload.onload = () => bar.removeAttribute('value');
    request.onprogress = read;
    request.onload = end;
    request.onerror = end;
    request.send(body);
  });
}

/** @param {XMLHttpRequest} request @returns {string} */
function refusal(request) {
  try {
    return JSON.parse(request.responseText).message ?? word('importFailed');
  } catch {
    return word(request.status === 413 ? 'importTooLarge' : 'importFailed');
  }
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
