"""`make check`: every fault in the content, at once."""

from __future__ import annotations

from guide.catalogue import Catalogue
from guide.faults import find_problems
from guide.problems import report
from guide.site import Guide


def run(guide: Guide, form: str) -> int:
    """Print what is wrong, as text or as "github" annotations; 1 when anything is."""
    problems, strings = find_problems(Catalogue(guide)), guide.editor_strings
    if form == "github":
        for problem in problems:
            print(problem.annotation(strings))
    elif problems:
        print(report(problems, strings))
    if not problems:
        print(strings["check.fine"])
    return int(bool(problems))
