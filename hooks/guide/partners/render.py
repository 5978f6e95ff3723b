"""Templates of this package: HTML with every text escaped."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from guide.templates import templates

FOLDER = Path(__file__).parent / "templates"


def render(template: str, **values: Any) -> str:
    """The template with its values."""
    return templates(FOLDER).get_template(template).render(values)
