// Starts Blazor with the script of .NET 9 on a server of .NET 10, and the few things every page needs.
import * as cite from './cite.js';
import './composer.js';
import * as composerEvents from './composer-events.js';
import * as connection from './connection.js';
import * as feed from './feed.js';
import * as importing from './import.js';
import * as keys from './keys.js';
import * as lists from './lists.js';
import * as postKeys from './post-keys.js';
import * as quoting from './quoting.js';
import * as reading from './reading.js';
import * as settings from './settings.js';
import * as startThread from './start-thread.js';
import * as timeZone from './time-zone.js';

const CALL_FUNCTION = 1;

/**
 * The server sends JS.BeginInvokeJS with one JSON text; this script expects five arguments.
 * Belongs to src/Build/BlazorScript.targets: both go when the script of .NET 10 can be had.
 * @param {any} message
 */
function spread(message) {
  if (message?.target === 'JS.BeginInvokeJS' && message.arguments?.length === 1 && typeof message.arguments[0] === 'string') {
    const call = JSON.parse(message.arguments[0]);
    if (call.callType !== undefined && call.callType !== CALL_FUNCTION) {
      console.error('Unsupported JS call type', call.callType, call.identifier);
    }
    message.arguments = [call.asyncHandle, call.identifier, call.argsJson, call.resultType, call.targetInstanceId];
  }
  return message;
}

/** @param {any} builder the builder of the circuit's SignalR connection */
function speakToNewerServer(builder) {
  const inner = builder.protocol;
  builder.protocol = new Proxy(inner, {
    get(target, name) {
      if (name === 'parseMessages') {
        return (input, logger) => target.parseMessages(input, logger).map(spread);
      }
      const value = target[name];
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** @type {HTMLElement | null} */
let read = null;

/** A reading page came or went, by a full load or by enhanced navigation. */
function followPage() {
  const root = document.querySelector('.rgrid');
  if (read && read !== root) {
    reading.detach(read);
  }
  read = root instanceof HTMLElement ? root : null;
  if (read) {
    reading.attach(read);
    reading.refresh(read);
  }
}

settings.attach(document);
cite.attach(document);
connection.attach(document);
feed.attach(document);
importing.attach(document);
keys.attach(document);
lists.attach(document);
postKeys.attach(document);
quoting.attach(document);
startThread.attach(document);
timeZone.attach(document);
composerEvents.register(globalThis.Blazor);
followPage();
importing.renew();
await globalThis.Blazor.start({ circuit: { configureSignalR: speakToNewerServer, reconnectionHandler: connection.reconnectionHandler } });
globalThis.Blazor.addEventListener('enhancedload', followPage);
globalThis.Blazor.addEventListener('enhancedload', startThread.renew);
globalThis.Blazor.addEventListener('enhancedload', importing.renew);
document.documentElement.dataset.blazor = 'started';
