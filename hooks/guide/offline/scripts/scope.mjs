// In the offline copy: what the worker of the search has for itself, on the page. A page that is a file can start none.

import { fetch as data } from "./data.mjs";

const scope = new EventTarget();
const nothing = () => {};

/** Runs scripts that came with the index of the search, as in a worker: they know only this scope. */
function importScripts(...names) {
  const folder = String(new URL(".", scope.location));
  for (const name of names) {
    const script = globalThis.offlineScripts[String(new URL(name, folder)).slice(folder.length)];
    script.call(scope, scope, nothing, nothing);
  }
}

/** Takes the place of `Worker` for the theme: messages go to the scope and back, each in its turn. */
export class PageWorker extends EventTarget {
  constructor(address) {
    super();
    scope.location = new URL(address, document.baseURI);
    scope.postMessage = (message) => tell(this, message);
  }

  postMessage(message) {
    tell(scope, message);
  }
}

function tell(listener, data) {
  setTimeout(() => listener.dispatchEvent(new MessageEvent("message", { data })));
}

export { data as fetch, importScripts, scope as self };
