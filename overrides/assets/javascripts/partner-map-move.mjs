// What moves the partner map, and to where. Pure: no page, no network. Fetched with the library that moves it.

/** The middle of points {x, y, weight}, as [x, y]; that of the drawing when none weighs anything. */
export function balance(points, size) {
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  if (!total) return [size.width / 2, size.height / 2];
  return ["x", "y"].map((axis) => points.reduce((sum, point) => sum + point[axis] * point.weight, 0) / total);
}

/** The point around which the map must grow by a factor to bring [x, y] to its middle. */
export const towards = ([x, y], factor, size) => [(factor * x - size.width / 2) / (factor - 1), (factor * y - size.height / 2) / (factor - 1)];

/** What a key asks of the map: {by: factor}, {whole: true}, {move: [x, y]} in steps, or null. */
export function asked({ key, ctrlKey, metaKey, altKey }) {
  if (ctrlKey || metaKey || altKey) return null;
  const moves = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  if (key in moves) return { move: moves[key] };
  if (key === "+" || key === "=") return { by: STEP };
  if (key === "-" || key === "_") return { by: 1 / STEP };
  return key === "0" ? { whole: true } : null;
}

export const STEP = 1.6;
