"""What is published has scripts and styles without comments; `mkdocs serve` shows them as they are written."""

from __future__ import annotations

import subprocess
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import Files

import invocation
import languages
from guide.minify import ENDINGS, smaller


@event_priority(-200)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Every language takes the same files; the first makes them. What is vendored is small already."""
    if invocation.serves():
        return files
    kept, own = languages.state(config), Path(str(config.theme.custom_dir))
    found = {
        file.src_uri: file
        for file in files
        if Path(file.src_uri).suffix in ENDINGS and file.src_dir and Path(file.src_dir) == own
        and "vendor" not in Path(file.src_uri).parts
    }  # fmt: skip
    if "small" not in kept:
        sources = {uri: Path(str(file.abs_src_path)) for uri, file in found.items()}
        try:
            kept["small"] = smaller(sources, languages.guide(config).root / "node_modules")
        except FileNotFoundError as error:
            raise PluginError(f"{error.filename}: `make build` installs it") from None
        except subprocess.CalledProcessError:
            raise PluginError("overrides/assets: a script or a style sheet cannot be read; see above") from None
    for uri, file in found.items():
        file.content_bytes = kept["small"][uri]
    return files
