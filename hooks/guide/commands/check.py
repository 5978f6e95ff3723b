"""`make check`: every fault in the content, at once."""

from __future__ import annotations

import sys

from guide import handouts
from guide.catalogue import Catalogue
from guide.faults import find_problems
from guide.installed import missing_parts
from guide.problems import ordered, report
from guide.settings import read_settings
from guide.site import Guide
from guide.weight import find_problems as find_weights
from guide.weight import heavy_pictures, is_current
from guide.writing.check import find_problems as find_style
from guide.writing.check import not_spelt


def run(guide: Guide, form: str) -> int:
    """Print what is wrong, as text or as "github" annotations; 1 when anything is.

    The pages are weighed as they were built; when there is no build of today's sources, one line says so.
    """
    catalogue, strings = Catalogue(guide), guide.editor_strings
    problems = [*find_problems(catalogue), *find_style(catalogue), *heavy_pictures(guide)]
    if not missing_parts(guide.root):  # a handout is drawn to see whether it fits
        problems += handouts.build(catalogue)[1]
    site = read_settings(guide.root).site
    weighed = is_current(guide, site)
    if weighed:
        problems += find_weights(guide, site)
    problems = ordered(problems)
    if form == "github":
        for problem in problems:
            print(problem.annotation(strings))
    elif problems:
        print(report(problems, strings))
    if not problems:
        print(strings["check.fine"])
    if missing := not_spelt(guide):
        print(strings.text("check.not_spelt", languages=", ".join(missing)), file=sys.stderr)
    if not weighed:
        print(strings["check.not_weighed" if weighed is None else "check.weighed_old"], file=sys.stderr)
    return int(bool(problems))
