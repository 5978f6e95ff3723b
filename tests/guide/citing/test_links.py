"""A link in other people's texts: whatever the title says, it stays a title. share.mjs is held to the same table."""

from __future__ import annotations

import json
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import markdown
import pytest
from lxml import html
from pybtex.database import parse_string
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from guide.citing import bibtex
from guide.citing.links import html_link, mail_link, markdown_link
from guide.citing.work import Work
from guide.strings import load

TITLES = json.loads((Path(__file__).parent / "cases" / "titles.json").read_text("utf-8"))
ADDRESS = "https://gids.test/a/tolk/?b=1&c=2#met-een-tolk"
# As LaTeX's own: \lbrace is for formulas only, and stops a text.
LATEX = get_default_latex_context_db()
LATEX.add_context_category(
    "braces", macros=[MacroTextSpec("textbraceleft", "{"), MacroTextSpec("textbraceright", "}")], prepend=True
)
LATEX.add_context_category(
    "formulas", macros=[MacroTextSpec("lbrace", "(formula)"), MacroTextSpec("rbrace", "(formula)")], prepend=True
)
each = pytest.mark.parametrize("case", TITLES, ids=lambda case: str(case["title"]))


@each
def test_a_title_is_written_as_each_form_wants_it(case: dict[str, str]) -> None:
    title = case["title"]
    escaped = ADDRESS.replace("&", "&amp;")
    assert html_link(title, ADDRESS) == f'<a href="{escaped}">{case["html"]}</a>'
    assert markdown_link(title, ADDRESS) == f"[{case['markdown']}]({ADDRESS})"
    assert bibtex.latex(title) == case["latex"]


@each
def test_html_and_markdown_give_the_title_back(case: dict[str, str]) -> None:
    for text in (html_link(case["title"], ADDRESS), markdown.markdown(markdown_link(case["title"], ADDRESS))):
        (link,) = html.fragment_fromstring(text, create_parent="div").xpath(".//a")
        assert (link.text_content(), link.get("href"), len(link)) == (case["title"], ADDRESS, 0)


@each
def test_bibtex_gives_the_title_back(case: dict[str, str]) -> None:
    read = parse_string(
        bibtex.reference(Work("De {gids} & co", case["title"], ADDRESS, "a/tolk/", "nl", 2026)), "bibtex"
    )
    (entry,) = read.entries.values()
    plain = LatexNodes2Text(LATEX, math_mode="verbatim").latex_to_text
    assert plain(entry.fields["title"]).replace("ˆ", "^") == case["title"]  # LaTeX sets this one a little higher
    assert [plain(" ".join(person.last_names)) for person in entry.persons["author"]] == ["De {gids} & co"]
    assert entry.fields["url"] == ADDRESS


@each
@pytest.mark.parametrize("language", ["nl", "fr", "en"])
def test_a_mail_has_its_subject_and_its_text_in_the_language(case: dict[str, str], language: str) -> None:
    parts = urlsplit(mail_link(case["title"], ADDRESS, "De gids", load(language)))
    said = {key: value for key, (value,) in parse_qs(parts.query, strict_parsing=True).items()}
    assert (parts.scheme, parts.path, parts.fragment, set(said)) == ("mailto", "", "", {"subject", "body"})
    mail = EmailMessage()
    mail["Subject"] = said["subject"]  # refuses a line break
    assert said["subject"] == f"{case['title']} (De gids)"
    lines = said["body"].split("\r\n")
    assert lines[0] == {"nl": "Dag,", "fr": "Bonjour,", "en": "Hello,"}[language]
    assert case["title"] in lines[2] and "De gids" in lines[2]
    assert lines[-1] == ADDRESS
    assert "\n" not in said["body"].replace("\r\n", "")


def test_an_address_with_brackets_does_not_end_a_link_in_markdown() -> None:
    assert markdown_link("A", "https://gids.test/a_(b)/") == "[A](https://gids.test/a_%28b%29/)"
