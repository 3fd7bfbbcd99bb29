// What only a script can do with a dialog: open it over the page, and close it.

/** @param {HTMLDialogElement} dialog */
export function show(dialog) {
  if (dialog && !dialog.open) {
    dialog.showModal();
  }
}

/** What it asked about may have gone, and the dialog with it. @param {HTMLDialogElement | null} dialog */
export function close(dialog) {
  dialog?.close();
}
