"""Links to pages, ready to be used: copied, printed, mailed, cited."""

from __future__ import annotations

from guide.citing.codes import code_files
from guide.citing.panel import Panel, panel, years

__all__ = ["Panel", "code_files", "panel", "years"]
