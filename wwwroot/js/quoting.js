// Words that a reader selected, to be answered: as a Markdown quote in a composer.

const LONGEST = 1_000;

/** The selection must outlive the press of the button that quotes it. @param {Document} page */
export function attach(page) {
  page.addEventListener('mousedown', (event) => {
    const button = event.target instanceof Element ? event.target.closest('[data-act="reply"], [data-act="quote"]') : null;
    if (button && selectedQuote() !== '') {
      event.preventDefault();
    }
  });
}

/** @param {Element | null} [within] where the words must stand; anywhere in the page outside of a composer when left out @returns {string} lines of a quote, or nothing */
export function selectedQuote(within) {
  const selection = getSelection();
  const range = selection?.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const at = range?.commonAncestorContainer;
  const holder = at instanceof Element ? at : at?.parentElement;
  if (!holder || within === null || holder.closest('study-composer') || !holder.closest('main, aside, dialog') || (within && !within.contains(holder))) {
    return '';
  }
  const words = String(selection).trim();
  const kept = words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words;
  return kept.split(/\s*\n+\s*/).map((line) => `> ${plain(line)}`).join('\n');
}

/** Nothing in a quote is a sign of its own: no name in it is called again. @param {string} line */
function plain(line) {
  return line.replace(/[\\`*_~[\]<>@]/g, '\\$&').replace(/^([-+#])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2');
}
