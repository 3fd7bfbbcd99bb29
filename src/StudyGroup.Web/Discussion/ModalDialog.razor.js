// What only a script can do with a dialog: open it over the page, and close it.

/** @param {HTMLDialogElement} dialog */
export function show(dialog) {
  if (!dialog.open) {
    dialog.showModal();
  }
}

/** @param {HTMLDialogElement} dialog */
export function close(dialog) {
  dialog.close();
}
