// The map of the partners larger and smaller, by buttons, keys, fingers and the wheel.

import { select, zoom, zoomIdentity } from "../vendor/d3-zoom.mjs";
import { asked, balance, STEP, towards } from "./partner-map-move.mjs";
import { inSight, seen } from "./partner-map-view.mjs";

const LARGEST = 8;
const STRIDE = 60; // units of the drawing that an arrow key moves

/**
 * Let the map move. bubbles: those of the places, with where they stand. changed: hears each new view.
 * @param {{svg: SVGSVGElement, root: Element, size: {width: number, height: number},
 *   bubbles: {element: Element, x: number, y: number}[], changed: (view: {k: number, x: number, y: number}) => void}} map
 */
export function zoomable({ svg, root, size, bubbles, changed }) {
  const all = (selector, within = root) => [...within.querySelectorAll(selector)];
  const one = (selector, within = root) => within.querySelector(selector);
  const { width, height } = size;
  let view = { k: 1, x: 0, y: 0 };
  const frame = one("[data-frame]");
  const status = one("[data-zoomed]", frame);
  const buttons = one("[data-zoom]", frame);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let awake = false; // after a click beside the bubbles, the wheel is the map's

  const behaviour = zoom()
    .scaleExtent([1, LARGEST])
    .translateExtent([[0, 0], [width, height]])
    .duration(calm.matches ? 0 : 250)
    .filter((event) => {
      if (event.type === "wheel") return event.ctrlKey || event.metaKey || awake;
      if (event.type.startsWith("touch")) return event.touches.length > 1; // one finger is the page's
      return !event.button && !event.ctrlKey;
    })
    .on("zoom", ({ transform }) => {
      view = transform;
      svg.style.setProperty("--view", `translate(${view.x}px, ${view.y}px) scale(${view.k})`);
      svg.style.setProperty("--zoom", view.k);
      svg.classList.toggle("partners-zoomed", view.k > 1);
      changed(view);
    })
    .on("end", () => {
      const number = new Intl.NumberFormat(root.lang, { maximumFractionDigits: 1 }).format(view.k);
      const text = view.k > 1 ? status.dataset.zoomed.replace("{number}", () => number) : status.dataset.whole;
      if (status.textContent !== text) status.textContent = text;
      svg.dataset.zoom = view.k.toFixed(2);
      const state = { in: view.k >= LARGEST, out: view.k <= 1, whole: view.k <= 1 };
      for (const button of all("button", buttons)) button.setAttribute("aria-disabled", String(state[button.dataset.by]));
    });
  const map = select(svg).call(behaviour);
  /** What comes to the middle: the bubble with the focus, or the balance of those in sight, so that the map does not grow empty. */
  const aim = () => {
    const weighed = bubbles.map(({ element, x, y }) => ({ ...seen({ x, y }, view), sight: inSight({ x, y }, view, size), focus: element === document.activeElement, weight: Number(one("[data-count]", element).textContent) }));
    return balance(weighed.some((one) => one.focus) ? weighed.filter((one) => one.focus) : weighed.filter((one) => one.sight), size);
  };
  const moving = () => (calm.matches ? map : map.transition().duration(200));
  const act = ({ by, whole, move }) => {
    if (by) behaviour.scaleBy(moving(), by, by > 1 ? towards(aim(), by, size) : aim());
    else if (whole) behaviour.transform(moving(), zoomIdentity);
    else behaviour.translateBy(moving(), (move[0] * STRIDE) / view.k, (move[1] * STRIDE) / view.k);
  };

  const meaning = { in: { by: STEP }, out: { by: 1 / STEP }, whole: { whole: true } };
  for (const button of all("button", buttons)) {
    button.addEventListener("click", () => button.getAttribute("aria-disabled") === "true" || act(meaning[button.dataset.by]));
    button.setAttribute("aria-disabled", String(button.dataset.by !== "in"));
  }
  frame.addEventListener("keydown", (event) => {
    const wanted = asked(event);
    if (!wanted || (wanted.move && view.k === 1)) return; // arrows scroll the page while there is nowhere to go
    event.preventDefault();
    act(wanted);
  });
  svg.addEventListener("focusin", (event) => {
    const bubble = bubbles.find(({ element }) => element === event.target);
    if (bubble && event.target.matches(":focus-visible") && !inSight(bubble, view, size)) behaviour.translateTo(moving(), bubble.x, bubble.y);
  });
  addEventListener("pointerdown", (event) => (awake = event.pointerType === "mouse" && svg.contains(event.target) && !event.target.closest("a")));
  svg.addEventListener("pointerleave", () => (awake = false));
  svg.setAttribute("tabindex", "0");
  buttons.hidden = false;
  svg.dataset.ready = "";
}
