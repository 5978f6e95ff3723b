// Sends the reader of an old address on, with the place that was asked for, before anything is shown. A classic script:
// a module would wait until the page is read. data-to: where the page is now; without it only the places of
// data-anchors went elsewhere. Addresses count from the page itself, whatever its <base> says.
(() => {
  const { to, anchors } = document.currentScript.dataset;
  const moved = JSON.parse(anchors);

  /** The address now, from here; undefined when the reader is where the place is. */
  function target() {
    let name = location.hash.slice(1);
    try {
      name = decodeURIComponent(name);
    } catch {
      // A hash that nobody encoded: as it is.
    }
    if (Object.hasOwn(moved, name)) return moved[name];
    return to === undefined || to.includes("#") ? to : to + location.hash;
  }

  function go() {
    const found = target();
    if (found === undefined) return;
    const url = new URL(found, location.href);
    url.search = location.search; // a filtered list stays filtered
    location.replace(url);
  }

  go();
  addEventListener("hashchange", go);
})();
