"""What a handout takes from the page of a recommendation, and what it misses there.

By place, so that every guide may name its headings as it likes: the core is the text under the first heading, the
research box is the first one in that same part, the steps are those of the first box `tomorrow`, the figure is the
first one of the page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import lxml.html

from guide.content.checks import line_of
from guide.content.html import html
from guide.content.read import WrittenPage
from guide.handouts.inline import Runs, inside, plain, runs
from guide.markdown import CERTAINTIES
from guide.problems import Problem

STEPS = 3
TOMORROW = "tomorrow"
_HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True)
class Step:
    """Something to do tomorrow. name: in bold on the page. how: the rest. when: how long it takes, and who does it."""

    name: Runs
    how: Runs
    when: Runs


@dataclass(frozen=True)
class Parts:
    """The parts of a handout. figure: the id of a drawing; "" when the page has none."""

    core_title: str
    core: tuple[Runs, ...]
    research_title: str
    certainty: str
    research: tuple[Runs, ...]
    tomorrow: str
    tomorrow_title: str
    steps: tuple[Step, ...]
    figure: str


def has_handout(page: WrittenPage) -> bool:
    """Only a recommendation that says what to do tomorrow is made into a handout; a guide may have none at all."""
    return page.kind == "recommendation" and _first(_tree(page), f"box--{TOMORROW}") is not None


def read(page: WrittenPage, problems: list[Problem]) -> Parts | None:
    """The parts, or None after adding to `problems` all that the page lacks. The page has a box `tomorrow`."""
    tree, faults = _tree(page), list[Problem]()

    heading, opening = _opening(tree)
    core = tuple(runs(inside(one)) for one in opening if one.tag == "p")
    research = next((one for one in opening if _is(one, "box--research")), None)
    box = _first(tree, f"box--{TOMORROW}")
    assert box is not None, page.source.file
    items = box.xpath(".//ol[1]/li")
    if not core:
        faults.append(Problem(page.source.file, _line_of_opening(page), "handout_core"))
    if research is None:
        faults.append(Problem(page.source.file, _line_of_opening(page), "handout_research"))
    if len(items) != STEPS:
        faults.append(Problem(page.source.file, line_of(page, TOMORROW), "handout_steps", {"number": len(items)}))
    steps = [_step(item) for item in items]
    for number, (item, step) in enumerate(zip(items, steps, strict=True), 1):
        if not step.name or not step.when:
            near = plain(runs(inside(item)))
            values = {"number": number, "near": near if len(near) <= 60 else near[:57] + "…"}
            faults.append(Problem(page.source.file, line_of(page, TOMORROW), "handout_step", values))
    problems += faults
    if faults or research is None:
        return None
    return Parts(
        core_title=heading,
        core=core,
        research_title=_text(research, "box__title") or _text(research, "box__label"),
        certainty=next(one for one in CERTAINTIES if research.find_class(f"certainty--{one}")),
        research=tuple(runs(inside(one)) for one in research.find_class("box__body")[0].iter("p", "li") if _own(one)),
        tomorrow=_text(box, "box__label"),
        tomorrow_title=_text(box, "box__title"),
        steps=tuple(steps),
        figure=_figure(tree),
    )


def _tree(page: WrittenPage) -> Any:
    parser = lxml.html.HTMLParser(remove_comments=True)
    return lxml.html.fragment_fromstring(html(page.source.body, page.language), create_parent="div", parser=parser)


def _opening(tree: Any) -> tuple[str, list[Any]]:
    """The first heading, and what stands under it, or above it, up to the second one."""
    heading, found = "", []
    for element in tree:
        if element.tag not in _HEADINGS:
            found.append(element)
        elif heading:
            break
        else:
            heading = plain(runs(inside(element)))
    return heading, found


def _line_of_opening(page: WrittenPage) -> int:
    return page.headings[0].line if page.headings else page.source.body_line


def _is(element: Any, name: str) -> bool:
    return name in element.get("class", "").split()


def _first(tree: Any, name: str) -> Any:
    return next(iter(tree.find_class(name)), None)


def _text(box: Any, name: str) -> str:
    found = _first(box, name)
    return "" if found is None else plain(runs(inside(found)))


def _own(element: Any) -> bool:
    """Whether the letters stand in the element itself: an item of a list can hold paragraphs that do."""
    return element.tag == "p" or element.find("p") is None


def _step(item: Any) -> Step:
    """Bold words that begin it, slanting words that end it, and what stands between."""
    paragraph = item.find("p")
    nodes = [one for one in inside(item if paragraph is None else paragraph) if not isinstance(one, str) or one.strip()]
    first, last = (nodes[0], nodes[-1]) if nodes else ("", "")
    named = not isinstance(first, str) and first.tag == "strong"
    timed = not isinstance(last, str) and last.tag == "em"
    middle = nodes[int(named) : len(nodes) - int(timed)]
    name, when = inside(first) if named else [], inside(last) if timed else []
    return Step(runs(name), runs(middle), runs(when))


def _figure(tree: Any) -> str:
    for element in tree.iter("div"):
        kind, _, identifier = element.get("data-island", "").partition(":")
        if kind == "figure":
            return str(identifier)
    return ""
