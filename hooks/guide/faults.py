"""Every fault in the content, found before anything is built."""

from __future__ import annotations

from collections.abc import Iterable

from guide import folders, handouts, parents, partners, worksheets
from guide.catalogue import Catalogue
from guide.changes import faults as changes
from guide.content import methods
from guide.content.checks import left_over, lost_questions, markup_left, misplaced_lists, unknown_figures, unknown_names
from guide.content.figures import figure_ids, render
from guide.content.html import made
from guide.content.links import Places
from guide.content.links import problems_of as link_problems
from guide.content.read import WrittenPage
from guide.content.unsafe import unsafe
from guide.glossary import has_glossary
from guide.installed import missing_parts
from guide.pages import islands_in
from guide.permalinks.moves import Moves
from guide.permalinks.register import read_register
from guide.problems import Problem, ordered
from guide.site import Guide
from guide.source import read_yaml
from guide.strings import FOLDER, available
from guide.translations.ledger import read_ledger
from guide.unread import unread


def find_problems(catalogue: Catalogue) -> list[Problem]:
    """What is wrong with pages, figures, worksheets, partners and the register, by file and line."""
    guide, problems = catalogue.guide, list[Problem]()
    problems += folders.find_problems(guide)
    problems += unread(guide)
    if missing := missing_parts(guide.root):
        problems.append(missing)
    places = {
        "in-short": "method",
        "method-search": methods.index_uri(catalogue) if "method" in guide.vocabulary.kinds else "",
        "partner-search": partners.index_uri(guide),
        "partner-picks": guide.vocabulary.partner_picks.page if guide.vocabulary.partner_picks else "",
        "worksheet-search": worksheets.index_uri(guide),
    }
    places |= changes.places(catalogue)
    figures = figure_ids(guide)
    names: dict[str, Iterable[str]] = {"worksheets-for": guide.vocabulary.audiences}
    if catalogue.glossary or not has_glossary(guide):  # of a glossary with a fault nobody knows the groups
        names["glossary"] = [group.id for group in catalogue.glossary.groups] if catalogue.glossary else []
    targets = Places(catalogue.anchors(), _files(guide), guide.vocabulary.ids().get("fact"), _moved(catalogue))
    for translations in catalogue.written.values():
        for page in translations.values():
            html = _html(page, problems)
            wanted = islands_in(html)
            problems += left_over(page, html)
            problems += markup_left(page, html)
            problems += unsafe(page, html)
            problems += unknown_figures(page, wanted, figures)
            problems += misplaced_lists(page, wanted, places)
            problems += unknown_names(page, wanted, names)
            problems += link_problems(page, targets)
            problems += lost_questions(page, targets.anchors)
    for identifier in figures:
        for language in guide.languages:
            render(guide, identifier, language, problems)
    problems += catalogue.faults()
    problems += handouts.faults(catalogue)
    problems += parents.faults(catalogue)
    problems += changes.find_problems(catalogue)
    for code in guide.vocabulary.languages:
        if code in available():
            read_yaml(FOLDER / f"{code}.yml", FOLDER.parents[2], problems)
    read_ledger(guide, problems)
    return ordered(problems)


def _html(page: WrittenPage, problems: list[Problem]) -> str:
    """The page as HTML; "" after adding to `problems` that Markdown cannot make it."""
    html, failed = made(page.source.body, page.language)
    if failed:
        problems.append(Problem(page.source.file, page.source.body_line, "text_wild", {"detail": failed}))
    return html


def _moved(catalogue: Catalogue) -> dict[str, str]:
    """The pages of today by the file that each was once made from, as far as the register knows."""
    guide = catalogue.guide
    register, _ = read_register(guide, [])
    moves, now = (
        Moves(guide, register),
        {guide.page_url(uri, guide.source_language): uri for uri in catalogue.anchors()},
    )
    found: dict[str, str] = {}
    for old in register.moved:
        uri = now.get((moves.final(old) or "#").partition("#")[0])
        if uri and old.endswith("/"):
            found |= {f"{old.removesuffix('/')}.md": uri, f"{old}index.md": uri}
    return found


def _files(guide: Guide) -> frozenset[str]:
    """What a page may link to beside pages: pictures and the like, as paths below docs."""
    found = (path for path in guide.docs.rglob("*") if path.suffix not in {".md", ".yml", ""})
    return frozenset(path.relative_to(guide.docs).as_posix() for path in found)
