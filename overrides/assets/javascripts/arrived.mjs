// Who follows a link to a part of a page is told so there: the page may be long, and the part in its middle.

/**
 * Whether the reader followed a link from elsewhere, so not from this page, nor from itself in another language.
 * @param {string} type of the navigation ("navigate", "reload", "back_forward")
 * @param {string} referrer address of the page before, or ""
 * @param {readonly string[]} own addresses of this page in all its languages
 */
export function fromElsewhere(type, referrer, own) {
  const path = (address) => address.split("#")[0];
  return type === "navigate" && !own.map(path).includes(path(referrer));
}

/** The element that a hash names, also when nobody encoded it. */
function named(hash) {
  const name = hash.slice(1);
  try {
    return document.getElementById(decodeURIComponent(name));
  } catch {
    return document.getElementById(name);
  }
}

/** Where the line goes for the place that an address names; undefined where a line would be in the way. */
function placeOf(hash) {
  let target = named(hash);
  // An anchor of before stands, empty, in front of the heading that took its place.
  while (target?.matches("span:empty")) target = target.nextElementSibling;
  if (target?.matches(":is(h2, h3, h4, h5, figure):not(.ws *)")) return target;
  return target?.querySelector(":scope > :is(dt, .card__text)");
}

/** @param {string} words of the line */
export function tell(words) {
  const own = [location.href, ...[...document.querySelectorAll("a[data-keep-place]")].map((link) => link.href)];
  const [visit] = performance.getEntriesByType("navigation");
  const place = placeOf(location.hash);
  if (!place || !fromElsewhere(visit?.type ?? "navigate", document.referrer, own)) return;
  const line = document.createElement("span");
  line.className = "arrived";
  line.textContent = words;
  place.prepend(line);
  addEventListener("hashchange", () => line.remove(), { once: true });
}
