// Where the reader was, across a reload that the page makes by itself. The history entry keeps a block's key, no words.
import { blockByKey, blocksOf } from './passage.js';

/** Notes the topmost visible block and how far below the window's top it stands. */
export function remember() {
  const article = document.querySelector('[data-article]');
  const block = article && blocksOf(article).find((candidate) => candidate.getBoundingClientRect().bottom > 0);
  const place = block ? { block: block.id, top: block.getBoundingClientRect().top } : { top: -window.scrollY };
  history.replaceState({ ...history.state, place }, '');
}

/** Goes back there, once the typefaces have their size. */
export async function restore() {
  const place = history.state?.place;
  if (!place) {
    return;
  }
  history.replaceState({ ...history.state, place: undefined }, '');
  await document.fonts.ready;
  const article = document.querySelector('[data-article]');
  const block = article && place.block ? blockByKey(article, place.block) : null;
  const top = block ? block.getBoundingClientRect().top - place.top + window.scrollY : -place.top;
  window.scrollTo({ top, behavior: 'instant' });
}
