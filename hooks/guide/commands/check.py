"""`make check`: every fault in the content, at once."""

from __future__ import annotations

import markdown

from guide.catalogue import Catalogue
from guide.content.checks import left_over, unknown_figures
from guide.content.figures import figure_ids, render
from guide.pages import islands_in
from guide.problems import Problem, ordered, report
from guide.site import Guide


def find_problems(guide: Guide) -> list[Problem]:
    """Every fault of pages, figures, worksheets, partners and the register."""
    problems: list[Problem] = []
    catalogue = Catalogue(guide)
    for translations in catalogue.pages.values():
        for language, page in translations.items():
            extensions = ["attr_list", "tables", "guide.markdown"]
            html = markdown.markdown(
                page.source.body, extensions=extensions, extension_configs={"guide.markdown": {"language": language}}
            )
            problems += left_over(page, html)
            problems += unknown_figures(page, islands_in(html), figure_ids(guide))
    problems += catalogue.faults()
    for identifier in figure_ids(guide):
        for language in guide.languages:
            render(guide, identifier, language, problems)
    return ordered(problems)


def run(guide: Guide, form: str) -> int:
    """Print what is wrong; 1 when anything is."""
    problems, strings = find_problems(guide), guide.editor_strings
    if form == "github":
        for problem in problems:
            print(problem.annotation(strings))
    elif problems:
        print(report(problems, strings))
    if not problems:
        print(strings["check.fine"])
    return int(bool(problems))
