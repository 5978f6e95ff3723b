"""Handouts: every recommendation that says what to do tomorrow, as one page to print."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

import generated
import languages
from guide import handouts
from guide.worksheets.pdf import PdfError


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the files once."""
    kept = languages.state(config)
    if "handouts" not in kept:
        try:
            kept["handouts"], problems = handouts.build(languages.catalogue(config), languages.only_language())
        except PdfError as error:
            raise PluginError(str(error)) from None
        languages.fail(problems, config)
    for uri, content in kept["handouts"].items():
        generated.add_file(config, files, uri, content)
    return files
