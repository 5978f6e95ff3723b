// What a reader sees of a page and of what has the focus, put into it by tests (tests/support/looking.py).
window.looking = (() => {
  /** The element that shows the focus of a control: the label of one that is itself seen through, the card that a link fills. */
  function shown(one) {
    if (getComputedStyle(one).opacity === "0") {
      const beside = one.nextElementSibling?.matches("label") ? one.nextElementSibling : null;
      return one.closest("label") ?? beside ?? one;
    }
    const cover = getComputedStyle(one, "::after");
    return cover.content !== "none" && cover.position === "absolute" && cover.top === "0px" ? (one.offsetParent ?? one) : one;
  }

  const isVisible = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && one.getClientRects().length > 0;

  /** Which part of its boxes (0 to 1) is on the screen with nothing over it. */
  function seen(one) {
    let points = 0;
    let clear = 0;
    for (const rect of one.getClientRects()) {
      for (const across of [0.1, 0.3, 0.5, 0.7, 0.9]) {
        for (const down of [0.2, 0.5, 0.8]) {
          points += 1;
          const hit = document.elementFromPoint(rect.left + rect.width * across, rect.top + rect.height * down);
          if (hit && (one.contains(hit) || hit.contains(one))) clear += 1;
        }
      }
    }
    return points ? clear / points : 0;
  }

  /** A name by which a person finds it: tag, classes but those of the moment, words. */
  function name(one) {
    const classes = (one.getAttribute("class") ?? "").replace(/\bfocus-visible\b|\bmd-nav__link--\w+/g, "").trim().split(/\s+/).filter(Boolean);
    const words = one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent ?? one.textContent ?? "";
    return `${[one.tagName.toLowerCase(), ...classes].join(".")} “${words.trim().replace(/\s+/g, " ").slice(0, 50)}”`;
  }

  /** What has the focus, or null where that is the page: its name, whether it is visible, and which part is seen. */
  function focused() {
    const one = document.activeElement;
    if (!one || one === document.body || one === document.documentElement) return null;
    const place = shown(one);
    return { name: name(one), visible: isVisible(place), seen: Math.max(seen(place), seen(one)) };
  }

  const TARGETS = "a[href], button, input, select, textarea, summary, [tabindex='0']";

  /** Everything that can take the focus now, one of each look; marked, and as [mark, look, name]. */
  function focusable() {
    const known = new Set();
    const found = [];
    for (const one of document.querySelectorAll("[data-looked]")) delete one.dataset.looked;
    const look = (one) => `${one?.tagName}.${(one?.getAttribute("class") ?? "").replace(/\b(ws-[to]\d+|color-\w+)\b/g, "")}`;
    for (const one of (document.querySelector("dialog:modal") ?? document).querySelectorAll(TARGETS)) {
      if (one.disabled || one.tabIndex < 0 || !isVisible(shown(one))) continue;
      const kind = [one, one.parentElement, one.parentElement?.parentElement].map(look).join(" < ") + (one.type ?? "");
      if (known.has(kind)) continue;
      known.add(kind);
      one.dataset.looked = String(found.length);
      found.push([String(found.length), kind, name(one)]);
    }
    return found;
  }

  /** Gives it the focus and brings it to the middle; the box around it in the window, and how long its edge is. */
  function focus(mark) {
    const one = document.querySelector(`[data-looked="${mark}"]`);
    const place = shown(one);
    one.focus();
    place.scrollIntoView({ block: "center" });
    const { left, top, width, height } = place.getBoundingClientRect();
    // Of a link that runs over two lines the outline follows its lines, or what they fill together.
    const around = (rect) => 2 * (rect.width + rect.height);
    const edge = Math.min([...place.getClientRects()].reduce((sum, rect) => sum + around(rect), 0), around({ width, height }));
    return { left, top, width, height, edge, focused: document.activeElement === one };
  }

  /** The words of the page that an element around them cuts off, or that lie outside the window. */
  function lost() {
    const found = new Set();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      // Those for screen readers, those cut on purpose after so many lines, and those of controls are no text to see.
      if (!node.data.trim() || !isVisible(parent) || parent.closest("script, style, template, option, textarea, .headerlink")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) if (rect.width > 1 && isCut(parent, rect)) found.add(`${node.data.trim().slice(0, 40)} (${name(parent).split(" ")[0]})`);
    }
    return [...found];
  }

  function isCut(parent, rect) {
    for (let one = parent; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      if (style.clipPath !== "none" || style.webkitLineClamp !== "none" || style.position === "fixed") return false;
      if (["auto", "scroll"].includes(style.overflowX)) return false;
      const clips = (side) => ["hidden", "clip"].includes(side);
      if (clips(style.overflowX) && (rect.right > box.right + 2 || rect.left < box.left - 2)) return !one.matches(":is(thead, tr):not(:has(td))");
      if (clips(style.overflowY) && (rect.bottom > box.bottom + 4 || rect.top < box.top - 4)) return true;
    }
    return rect.right > innerWidth + 1 || rect.left < -1;
  }

  return { focused, focusable, focus, lost, isVisible };
})();
