// When the line to the server is lost: a slim bar, tries without end, and a reload only once every draft is safe.
import { anyUnsaved, saveAll } from './drafts.js';
import { announce, fill, interrupt, word } from './page.js';
import * as place from './place.js';
import { busy } from './sending.js';
import { toast } from './toast.js';

const WAITS = [0, 1, 2, 3, 5, 8, 13, 21, 34, 60];
const SIGN_IN = '/account/sign-in';

let down = false;
/** Ends the wait before the next try. */
let hurry = () => {};

/** What Blazor is told of us. */
export const reconnectionHandler = {
  onConnectionDown() {
    void whileDown();
  },
  onConnectionUp() {
    up();
  },
};

/** Whether a call to the server would only fail. */
export function isDown() {
  return down;
}

/** Tries until the circuit is back, or the server says that it is gone. */
async function whileDown() {
  if (down) {
    return;
  }
  down = true;
  show(0);
  interrupt(word('connectionLost'));
  for (let attempt = 0; down; attempt++) {
    await wait(WAITS[Math.min(attempt, WAITS.length - 1)]);
    const back = await tryOnce();
    if (back === true) {
      up();
    } else if (back === false) {
      interrupt(word('connectionGone'));
      await reload();
      return;
    }
  }
}

/** @returns {Promise<boolean | null>} true for back, false for gone, null for not reached */
async function tryOnce() {
  try {
    return await globalThis.Blazor.reconnect();
  } catch {
    return null;
  }
}

function up() {
  if (down) {
    down = false;
    hide();
    announce(word('connectionBack'));
    document.dispatchEvent(new CustomEvent('connection:back'));
  }
}

/** Saves what is written, then loads the page anew at the same place; who is signed out goes to sign in. */
export async function reload() {
  show(0);
  for (;;) {
    const session = await sessionState();
    if (session === 'out' && anyUnsaved()) {
      say(word('signedOutHere'));
    } else if (session === 'out') {
      location.assign(`${SIGN_IN}?returnUrl=${encodeURIComponent(location.pathname + location.search + location.hash)}`);
      return;
    } else if (session === 'in') {
      say(word('connectionGone'));
      await Promise.race([saveAll(), pause(5)]);
      if (!anyUnsaved() && !busy()) {
        place.remember(true);
        location.reload();
        return;
      }
    }
    await wait(3);
  }
}

/** @returns {Promise<'in' | 'out' | 'unknown'>} */
async function sessionState() {
  try {
    const answer = await fetch('/account/session', { headers: { Accept: 'application/json' }, redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(10_000) });
    return answer.status === 401 || answer.type === 'opaqueredirect' ? 'out' : answer.status < 500 ? 'in' : 'unknown';
  } catch {
    return 'unknown';
  }
}

/** Waits with some chance, so that a thousand pages do not come at once. @param {number} seconds @returns {Promise<void>} */
function wait(seconds) {
  const delay = seconds * (0.75 + Math.random() * 0.5);
  show(Math.round(delay));
  return new Promise((resolve) => {
    const timer = window.setTimeout(resolve, delay * 1000);
    hurry = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

/** @param {number} seconds @returns {Promise<void>} */
function pause(seconds) {
  return new Promise((resolve) => {
    window.setTimeout(resolve, seconds * 1000);
  });
}

/** @param {number} seconds until the next try */
function show(seconds) {
  const bar = document.getElementById('offbar');
  const shown = document.getElementById('offbar-wait');
  if (bar && shown) {
    bar.hidden = false;
    shown.textContent = seconds > 0 ? fill(shown.dataset.text ?? '', seconds) : '';
  }
}

/** @param {string} sentence instead of the time of the next try */
function say(sentence) {
  const shown = document.getElementById('offbar-wait');
  if (shown) {
    shown.textContent = sentence;
  }
}

function hide() {
  const bar = document.getElementById('offbar');
  if (bar) {
    bar.hidden = true;
  }
}

/** @param {Document} page */
export function attach(page) {
  page.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('#offbar-retry')) {
      hurry();
    }
  });
  // A line that the device knows to be dead may seem open for half a minute.
  window.addEventListener('offline', () => down || show(0));
  window.addEventListener('online', () => (down ? hurry() : hide()));
  place.recall();
  void place.restore();
  if (place.returned()?.itself && page.querySelector('main[data-group]')) {
    toast(word('cameBack'));
  }
}
