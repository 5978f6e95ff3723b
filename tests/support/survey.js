// Looks at many pages in one tab. Opening a page costs Chromium more than reading it, so each page is written into a
// frame that is not drawn: the same parser, styles, scripts and addresses, in half the time. And axe-core, made anew for
// every frame by one function, stays compiled.
({ source, tags }) => {
  const bring = new Function("window", source);
  const WIDE = 1280;
  const NARROW = 320;
  const OPTIONS = {
    runOnly: tags,
    rules: { "target-size": { enabled: true } }, // off by default in axe-core, and part of WCAG 2.2
    resultTypes: ["violations"],
    preload: false, // only the rules for sound and video want it
  };

  /** What makes a page scroll sideways: the last of the elements that stick out. */
  const stickingOut = (inner) => {
    const limit = inner.innerWidth;
    if (inner.document.scrollingElement.scrollWidth <= limit) return [];
    const out = [...inner.document.querySelectorAll("body *")].filter(
      (one) => Math.round(one.getBoundingClientRect().left + one.scrollWidth) > limit + 1,
    );
    return [`wider than ${limit} px: ${out.slice(-3).map((one) => `${one.tagName}.${one.className}`).join(", ")}`];
  };

  /** An empty frame of the size of a window, in the colour scheme of this tab. */
  const opened = (width) => {
    const frame = document.createElement("iframe");
    const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    frame.style.cssText = `border: 0; visibility: hidden; width: ${width}px; height: 900px; color-scheme: ${scheme}`;
    document.body.replaceChildren(frame);
    return frame;
  };

  /** Write a page into a frame and wait for all that it loads, and for its scripts. */
  const written = async (frame, html) => {
    const inner = frame.contentWindow;
    let asked = 0;
    const fetched = inner.fetch;
    inner.fetch = (...request) => {
      asked += 1;
      return fetched.apply(inner, request).finally(() => (asked -= 1));
    };
    const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
    inner.document.open();
    // The theme's script comes after the page has been drawn, and gets this event once more.
    const themed = new Promise((resolve) => inner.document.addEventListener("DOMContentLoaded", ({ isTrusted }) => isTrusted || resolve()));
    inner.document.write(html);
    inner.document.close();
    await loaded;
    if (inner.document.querySelector("script[data-theme]")) await themed;
    do await new Promise((resolve) => inner.requestIdleCallback(resolve));
    while (asked);
    await inner.document.fonts.ready;
    return inner;
  };

  /**
   * What is wrong with a page, in words; [] when nothing is.
   * @param {string} url whole address
   * @param {boolean} narrow whether axe-core looks at the page as it is on a small phone
   */
  window.look = async (url, narrow) => {
    const answer = await fetch(url);
    if (!answer.ok) return [`answers ${answer.status}`];
    let html = await answer.text();
    // A short address sends its reader on at once; it is looked at by whoever stays.
    if (html.includes(" data-go")) html = html.replace(/<script [^>]*go\.mjs"><\/script>/, "");
    history.replaceState(null, "", url); // the frame gets this address
    const frame = opened(narrow ? NARROW : WIDE);
    const inner = await written(frame, html);
    if (inner.location.href !== url) return [`leads to ${inner.location.href}`];
    bring(inner);
    const { violations, passes } = await inner.axe.run(inner.document, OPTIONS);
    const faults = violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}`));
    if (passes.length < 10) faults.push(`only ${passes.length} rules found something to look at`);
    frame.style.width = `${NARROW}px`;
    return [...faults, ...stickingOut(inner)];
  };
}
