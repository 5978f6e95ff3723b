from __future__ import annotations

import pytest
from jinja2 import DictLoader, Environment, TemplateRuntimeError

from guide.theme import CorrectingLoader

BOXES = '<input id="__drawer" autocomplete="off"><input id="__search" autocomplete="off"><input autocomplete="off">'


def _made(**templates: str) -> Environment:
    return Environment(loader=CorrectingLoader(DictLoader({f"{name}.html": text for name, text in templates.items()})))


def test_the_boxes_of_the_theme_lose_what_html_does_not_know() -> None:
    made = _made(base=BOXES, other=BOXES)
    assert made.get_template("base.html").render() == (
        '<input id="__drawer"><input id="__search"><input autocomplete="off">'
    )
    assert made.get_template("other.html").render() == BOXES
    assert made.list_templates() == ["base.html", "other.html"]


def test_a_theme_without_the_fault_says_that_the_correction_can_go() -> None:
    with pytest.raises(TemplateRuntimeError, match=r"base\.html: nothing to correct any more: id=\"__drawer\""):
        _made(base="<input>").get_template("base.html")
