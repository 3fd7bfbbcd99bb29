// One request that must take effect exactly once: repeated under the same key until the server has answered.
import { writeHeaders } from './page.js';

const WAITS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
const PATIENCE = 20_000;

/**
 * @typedef {{ kind: 'done', body: any } | { kind: 'refused', code: string, message: string } | { kind: 'signed-out' }} Outcome
 */

let open = 0;

/** Whether a request still waits for its answer; a page that leaves now would not know what became of it. */
export function busy() {
  return open > 0;
}

/** A random UUID, also on pages without the secure context that crypto.randomUUID wants. */
export function newKey() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/**
 * @param {'POST' | 'PUT'} method @param {string} address @param {unknown} body
 * @param {() => void} waiting called when the server cannot be reached and the request will be repeated
 * @returns {Promise<Outcome>}
 */
export async function send(method, address, body, waiting) {
  open++;
  try {
    for (let attempt = 0; ; attempt++) {
      const answer = await once(method, address, body);
      if (answer && answer.status < 500 && answer.status !== 408) {
        return await outcomeOf(answer);
      }
      waiting();
      await pause(WAITS[Math.min(attempt, WAITS.length - 1)]);
    }
  } finally {
    open--;
  }
}

/** @param {string} method @param {string} address @param {unknown} body @returns {Promise<Response | null>} */
async function once(method, address, body) {
  try {
    return await fetch(address, { method, headers: writeHeaders(), body: JSON.stringify(body), redirect: 'manual', signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    return null;
  }
}

/** @param {Response} answer @returns {Promise<Outcome>} */
async function outcomeOf(answer) {
  if (answer.status === 401 || answer.type === 'opaqueredirect') {
    return { kind: 'signed-out' };
  }
  const body = await answer.json().catch(() => ({}));
  return answer.ok ? { kind: 'done', body: body ?? {} } : { kind: 'refused', code: body?.code ?? String(answer.status), message: body?.message ?? '' };
}

/** Waits, but not longer than the line is down. @param {number} delay @returns {Promise<void>} */
function pause(delay) {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      resolve();
    };
    const timer = window.setTimeout(go, delay * (0.8 + Math.random() * 0.4));
    window.addEventListener('online', go);
  });
}
