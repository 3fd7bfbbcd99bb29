// Where the margin's cards stand. Every card wants the top of its passage; the anchor gets exactly that; cards above it
// are packed upwards, cards below downwards; who would drift too far makes its crowd shrink to one line each.

/**
 * @typedef {object} Item
 * @property {number} want the top it would like
 * @property {() => number} height its height as it now is
 * @property {boolean} anchor whether it stands exactly where it wants
 * @property {boolean} solid whether it may not shrink: open, or new
 * @property {string} block the key of the paragraph
 * @property {(mini: boolean) => void} shrink
 * @property {number} top where it stands
 * @property {boolean} mini whether it shrank
 */

const GAP = 8;
const DRIFT = 150;
const CROWD = 6;
const SHOWN = 4;

/** @param {Item[]} items in text order @param {number} floor the least top */
function place(items, floor) {
  const heights = items.map((item) => item.height());
  const anchor = Math.max(items.findIndex((item) => item.anchor), 0);
  let next = -Infinity;
  for (let index = anchor; index < items.length; index++) {
    items[index].top = Math.max(items[index].want, next);
    next = items[index].top + heights[index] + GAP;
  }
  let limit = (items[anchor]?.top ?? 0) - GAP;
  for (let index = anchor - 1; index >= 0; index--) {
    items[index].top = Math.min(items[index].want, limit - heights[index]);
    limit = items[index].top - GAP;
  }
  next = floor;
  items.forEach((item, index) => {
    item.top = Math.max(item.top, next);
    next = item.top + heights[index] + GAP;
  });
}

/** Shrinks the neighbours that pushed a card too far away. @param {Item[]} items */
function relieve(items) {
  items.forEach((item, index) => {
    const drift = item.top - item.want;
    if (Math.abs(drift) < DRIFT) {
      return;
    }
    const step = drift > 0 ? -1 : 1;
    for (let other = index; Math.abs(other - index) < SHOWN && items[other] && !items[other].anchor; other += step) {
      if (!items[other].solid) {
        items[other].mini = true;
        items[other].shrink(true);
      }
    }
  });
}

/**
 * Sets the top of each item; every top leaves room for the one before.
 * @param {Item[]} items @param {number} [floor]
 */
export function arrange(items, floor = 0) {
  items.sort((a, b) => a.want - b.want);
  items.forEach((item) => {
    item.mini = false;
    item.shrink(false);
  });
  place(items, floor);
  relieve(items);
  place(items, floor);
}

/**
 * Of a crowd of one-line cards on one paragraph, those past the fourth, by paragraph.
 * @param {Item[]} items @returns {Map<string, Item[]>}
 */
export function crowdsOf(items) {
  /** @type {Map<string, Item[]>} */
  const minis = new Map();
  for (const item of items.filter(({ mini }) => mini)) {
    minis.set(item.block, [...(minis.get(item.block) ?? []), item]);
  }
  return new Map([...minis].filter(([, crowd]) => crowd.length > CROWD).map(([block, crowd]) => [block, crowd.slice(SHOWN)]));
}
