"""Corrections in the templates of the theme, where it has no block to override."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import BaseLoader, Environment, TemplateRuntimeError

# HTML knows no autocomplete for boxes to tick, and the Nu validator rejects it. The theme keeps it on purpose, for
# Firefox (squidfunk/mkdocs-material#1513); what it does there, guide.mjs does for us.
_BOXES = {f'id="{name}" autocomplete="off">': f'id="{name}">' for name in ("__drawer", "__search")}
CORRECTIONS = {"base.html": _BOXES}


class CorrectingLoader(BaseLoader):
    """Loads templates as another loader does, with the corrections in them.

    TemplateRuntimeError when there is nothing to correct: the theme has changed, and CORRECTIONS must follow.
    """

    def __init__(self, loader: BaseLoader) -> None:
        self.loader = loader

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The template as the other loader has it, corrected."""
        source, path, fresh = self.loader.get_source(environment, template)
        for wrong, right in CORRECTIONS.get(template, {}).items():
            if wrong not in source:
                raise TemplateRuntimeError(f"{template}: nothing to correct any more: {wrong}")
            source = source.replace(wrong, right)
        return source, path, fresh

    def list_templates(self) -> list[str]:
        """The templates of the other loader."""
        return self.loader.list_templates()
