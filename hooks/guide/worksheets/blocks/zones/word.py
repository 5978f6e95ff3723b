"""The block in a Word file."""

from __future__ import annotations

from guide.worksheets.blocks.zones import Model
from guide.worksheets.design import design
from guide.worksheets.word import WordPage
from guide.worksheets.wordml import Look, Row, border

PATTERNS = {
    "dots": "pct20",
    "lines": "horzStripe",
    "slant": "diagStripe",
    "cross": "diagCross",
    "waves": "thinDiagStripe",
}
"""Word's own patterns for those of the design: they tell the zones apart in black and white."""
BULB, EDGE, LEAST = 22, 8, 12
"""Widths of the thermometer and of the pattern, and the least height of a zone, in millimetres."""


def write(page: WordPage, block: Model) -> None:
    """A cell for each zone in its colour, with a pattern at its edge; together they fill the page."""
    page.heading(block)
    count = len(block.zones)
    beside = block.direction == "horizontal"
    if beside:
        rest = page.width / count - EDGE
        rows = [page.table(1, (EDGE, rest) * count, edges=_white()).rows[0]] * count
        at = [(place * 2, place * 2 + 1) for place in range(count)]
    else:
        tube = [BULB + 4] if block.thermometer else []
        widths = [*tube, EDGE, page.width - sum(tube) - EDGE]
        rows = page.table(count, widths, edges=_white()).rows
        at = [(len(widths) - 2, len(widths) - 1)] * count
    for row, (edge, words), zone in zip(rows, at, block.zones, strict=True):
        row.least = LEAST
        tone = design()["tones"][zone.tone]
        for cell in (row.cells[edge], row.cells[words]):
            cell.look.ground = tone["ground"]
        row.cells[edge].look.pattern, row.cells[edge].look.ink = PATTERNS[tone["pattern"]], tone["edge"]
        page.say(zone.label, row.cells[words], "Zone")
    page.fill(rows[:1] if beside else rows)
    if block.thermometer and not beside:
        for number, row in enumerate(rows):
            row.cells[0].look = Look(bare=True, merge="continue" if number else "restart")
        page.afterwards.append(lambda: _thermometer(page, block, rows))


def _white() -> list[object]:
    """White lines between the zones."""
    return [border("insideH", "#FFFFFF", size=24), border("insideV", "#FFFFFF", size=24)]


def _thermometer(page: WordPage, block: Model, rows: list[Row]) -> None:
    """A thermometer as high as the zones, in their colours."""
    ink = design()["ink"]
    colors = [design()["tones"][zone.tone]["edge"] for zone in block.zones]
    high = (sum(row.least for row in rows) - 3) / BULB * 100  # in hundredths of its width
    bulb, part = high - 50, (high - 100) / len(rows)
    pieces = "".join(
        f'<rect x="38" y="{12 + part * number:.1f}" width="24" height="{part + 1:.1f}" fill="{color}"/>'
        for number, color in enumerate(colors)
    )
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 {high:.1f}">'
        f'<g fill="#fff" stroke="{ink}" stroke-width="5">'
        f'<rect x="26" y="3" width="48" height="{high - 60:.1f}" rx="24"/>'
        f'<circle cx="50" cy="{bulb:.1f}" r="46"/></g>'
        f'<rect x="29" y="{bulb - 50:.1f}" width="42" height="40" fill="#fff"/>{pieces}'
        f'<rect x="38" y="{high - 90:.1f}" width="24" height="50" fill="{colors[-1]}"/>'
        f'<circle cx="50" cy="{bulb:.1f}" r="30" fill="{colors[-1]}"/></svg>'
    )
    page.paragraph(page.svg(svg, BULB / page.scale), place=rows[0].cells[0])
