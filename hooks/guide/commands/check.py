"""`make check`: every fault in the content, at once."""

from __future__ import annotations

import sys

from guide import handouts
from guide.catalogue import Catalogue
from guide.faults import find_problems
from guide.problems import ordered, report
from guide.site import Guide
from guide.writing.check import find_problems as find_style
from guide.writing.check import not_spelt


def run(guide: Guide, form: str) -> int:
    """Print what is wrong, as text or as "github" annotations; 1 when anything is."""
    catalogue, strings = Catalogue(guide), guide.editor_strings
    problems = ordered([*find_problems(catalogue), *find_style(catalogue), *handouts.build(catalogue)[1]])
    if form == "github":
        for problem in problems:
            print(problem.annotation(strings))
    elif problems:
        print(report(problems, strings))
    if not problems:
        print(strings["check.fine"])
    if missing := not_spelt(guide):
        print(strings.text("check.not_spelt", languages=", ".join(missing)), file=sys.stderr)
    return int(bool(problems))
