// The drawing of the partner map: how large a bubble is, and where there is room for a name. Pure: no page, no network.
// Lengths are in units of the drawing as they look on the screen: bubbles and names keep their size while the map grows.

const SMALLEST = 7;
const RADIUS = 12;

/** The radius of a bubble for a number of partners. most: the number that the largest bubble stands for. */
export const radius = (count, most) => Math.round((SMALLEST + RADIUS * Math.sqrt(count / most)) * 10) / 10;

/** Where a point of the drawing is seen. view: {k, x, y}, as the zoom gives it. */
export const seen = (point, view) => ({ x: point.x * view.k + view.x, y: point.y * view.k + view.y });

/** Whether a point is in sight, with some room around it. size: {width, height} of the drawing. */
export const inSight = (point, view, size, room = 12) => {
  const at = seen(point, view);
  return at.x >= room && at.y >= room && at.x <= size.width - room && at.y <= size.height - room;
};

const overlap = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/**
 * Where the names go, by the rule of the build: below, above, right or left of the bubble, the first that is free.
 * bubbles: {x, y, radius, wide, high} in the order of their weight; names: {x, y, wide, high}, those of areas.
 * wide, high: of the name. The answer has for each its place from its own point ({x, y, anchor}), or null.
 */
export function places(bubbles, names, view, size) {
  const at = bubbles.map((bubble) => seen(bubble, view));
  const taken = bubbles.map(({ radius: r }, index) => ({ left: at[index].x - r, right: at[index].x + r, top: at[index].y - r, bottom: at[index].y + r, of: index }));
  const inside = (box) => box.left >= 0 && box.top >= 0 && box.right <= size.width && box.bottom <= size.height;
  const free = (box, of) => inside(box) && !taken.some((other) => other.of !== of && overlap(box, other));
  const placed = bubbles.map(({ radius: r, wide, high }, index) => {
    const options = [
      { x: 0, y: r + high * 0.9, anchor: "middle", left: -wide / 2 },
      { x: 0, y: -r - 3, anchor: "middle", left: -wide / 2 },
      { x: r + 3, y: high * 0.3, anchor: "start", left: r + 3 },
      { x: -r - 3, y: high * 0.3, anchor: "end", left: -r - 3 - wide },
    ];
    for (const { x, y, anchor, left } of options) {
      const box = { left: at[index].x + left, right: at[index].x + left + wide, top: at[index].y + y - high * 0.9, bottom: at[index].y + y + high * 0.2 };
      if (!free(box, index)) continue;
      taken.push(box);
      return { x, y, anchor };
    }
    return null;
  });
  const shown = names.map((name) => {
    const { x, y } = seen(name, view);
    const box = { left: x - name.wide / 2, right: x + name.wide / 2, top: y - name.high * 0.9, bottom: y + name.high * 0.2 };
    if (!free(box)) return null;
    taken.push(box);
    return { x: 0, y: 0, anchor: "middle" };
  });
  return { bubbles: placed, names: shown };
}

/** How many of the partners that are shown have their seat in each place. seats: place by partner. */
export function perPlace(ids, seats) {
  const found = new Map();
  for (const id of ids) if (seats.has(id)) found.set(seats.get(id), (found.get(seats.get(id)) ?? 0) + 1);
  return found;
}
