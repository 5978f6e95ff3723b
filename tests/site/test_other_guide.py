"""The machinery holds nothing of this guide: another guide, English first, builds with the same hooks and templates."""

from __future__ import annotations

import json
import re
import shutil
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest

from guide.search import INDEX, SETTINGS
from guide.strings import load
from tests.site.test_links import broken, elsewhere
from tests.support.linked import graph
from tests.support.pages import Site
from tests.support.project import ROOT, built, copy_project, once, run

GUIDE = Path(__file__).parent / "other_guide"
# Names, places and subjects of this guide. What every guide has (a sheet, a school) may stand in the strings.
OURS = re.compile(
    r"samen[- ]?school|faire école|making school|leerpunt|vlaander|flandre|flanders|brussel|bruxelles|brussels|\bgent\b"
    r"|molenbeek|vier[- ]winden|onderwijscentr|partnerschap|gesprekstool|thuisbetrokken|tolk\b|huiswerk",
    re.IGNORECASE,
)
# How this guide calls its folders and headings.
PLACES = re.compile(r"aanbeveling|methodiek|praktijk|werkblad|over/|figuur|vijf|ingangen|inhoud|bronnen|in-je-taal")
# Words that Dutch cannot do without and English does not have.
DUTCH = re.compile(r"\b(het|een|zijn|voor|niet|deze|naar|wordt|geen|ook|kies|taal)\b", re.IGNORECASE)


@pytest.fixture(scope="session")
def other(shared: Path) -> Site:
    """The other guide, built."""

    def make(target: Path) -> None:
        copy_project(target, docs=False)
        shutil.copytree(GUIDE, target, dirs_exist_ok=True)
        built(target)

    return Site(once(shared, "other-guide", make) / "site")


def _texts(site: Site) -> Iterator[tuple[str, str]]:
    """Everything that a reader of the site can read, by file."""
    for url, page in site.pages.items():
        labels = page.all("//@title | //@alt | //@aria-label | //@placeholder | //meta/@content | //@data-copied")
        yield url, " ".join([page.one("//head/title/text()"), page.text(), *labels])
    for path in sorted(site.root.rglob("*")):
        name = path.relative_to(site.root).as_posix()
        if path.suffix == ".pdf":
            with pypdfium2.PdfDocument(path) as pdf:
                yield (
                    name,
                    " ".join([str(pdf.get_metadata_dict()), *(page.get_textpage().get_text_range() for page in pdf)]),
                )
        elif path.suffix == ".docx":
            with zipfile.ZipFile(BytesIO(path.read_bytes())) as file:
                parts = [file.read(part).decode() for part in file.namelist() if part.endswith(".xml")]
                yield name, re.sub(r"<[^>]+>", " ", " ".join(parts))
        elif path.suffix == ".csv":
            yield name, path.read_text("utf-8-sig")
        elif path.as_posix().endswith(INDEX):
            read = json.loads(path.read_text("utf-8"))
            words = [text for one in read["docs"] for text in one.values() if isinstance(text, str)]
            yield name, " ".join([*words, *read["kinds"].values()])
        elif path.suffix == ".json" and name.startswith("sheets/"):
            yield name, re.sub(r"<[^>]+>", " ", json.loads(path.read_text("utf-8"))["content"])


def test_it_is_searched_in_its_languages_with_its_own_kinds(other: Site) -> None:
    for prefix, word, page in (("", "Recommendation", "tips/water/"), ("nl/", "Aanbeveling", "tips/water/")):
        read = json.loads((other.root / prefix / INDEX).read_text("utf-8"))
        kinds = {one["location"]: read["kinds"].get(one.get("kind")) for one in read["docs"]}
        assert kinds[page] == word
        settings = json.loads((other.root / prefix / SETTINGS).read_text("utf-8"))
        assert settings["config"]["stemmer"] == (prefix.strip("/") or "en")
        assert settings["config"]["index"] == prefix + INDEX


def test_it_has_its_own_folders_languages_and_letters(other: Site) -> None:
    pages = (
        "", "about/", "embed/g/guess/", "embed/s/seed-plan/", "embed/t/soil/", "embed/t/water/", "games/",
        "games/guess/", "helpers/", "helpers/embed/", "helpers/seed-shop/", "sheets/", "sheets/seed-plan/", "tips/",
        "tips/soil/", "tips/water/", "404.html",
    )  # fmt: skip
    short = {"g/guess/", "h/seed-shop/", "s/seed-plan/", "t/soil/", "t/water/"}
    assert set(other.pages) == {prefix + url for prefix in ("", "nl/") for url in pages} | short
    assert other.pages["tips/"].one("/html/@lang") == "en"
    assert other.pages["nl/tips/"].one("/html/@lang") == "nl"
    assert (other.root / "sheets/seed-plan/seed-plan-en.pdf").exists()
    assert (other.root / "sheets/seed-plan/seed-plan-nl.docx").exists()


def test_no_word_of_this_guide_stands_in_it(other: Site) -> None:
    found = {name: OURS.findall(text) for name, text in _texts(other)}
    assert len(found) > 30
    assert {name: words for name, words in found.items() if words} == {}


def test_no_address_or_id_of_this_guide_stands_in_it(other: Site) -> None:
    found = {}
    for url, page in other.pages.items():
        names = [*page.ids, *(link for link in page.links() if "://" not in link)]
        words = [one for one in names if OURS.search(one) or PLACES.search(one)]
        if words:
            found[url] = words
    assert found == {}


def _elsewhere(language: str) -> tuple[str, ...]:
    """What the page for what is not there says in another language."""
    words = load(language)
    return (words["site.not_found_text"], words["site.not_found"], words["site.home"])


def test_its_english_pages_hold_no_dutch(other: Site) -> None:
    english = {name: text for name, text in _texts(other) if not name.startswith("nl/") and "-nl." not in name}
    assert len(english) > 15
    offered = ("Nederlands", "Lees dit in het", "Niet nu", *_elsewhere("nl"))  # in their own language, and marked so
    found = {}
    for name, text in english.items():
        for said in offered:
            text = text.replace(said, "")
        found[name] = DUTCH.findall(text)
    assert {name: words for name, words in found.items() if words} == {}


def test_its_open_data_and_what_its_pages_say_to_machines_are_its_own(other: Site) -> None:
    data = {name: json.loads((other.root / f"data/{name}.json").read_text("utf-8")) for name in ("index", "methods")}
    assert [one["id"] for one in data["index"]["datasets"]] == [
        "recommendations", "methods", "worksheets", "translations", "partners",
    ]  # fmt: skip
    (method,) = data["methods"]["methods"]
    assert (method["permalink"], method["steps"]) == ("https://garden.test/g/guess/", [])
    assert data["methods"]["languages"] == ["en", "nl"] and data["methods"]["licence"]["name"] == "CC BY 4.0"
    for url in ("games/guess/", "nl/games/guess/"):
        about, trail = graph(other.pages[url])
        assert about["@type"] == "HowTo" and len(trail["itemListElement"]) == 3


def test_its_lists_boxes_and_cards_speak_its_language(other: Site) -> None:
    text = other.pages["tips/water/"].text()
    assert "Research" in text and "thin evidence" in text
    assert "Recommendation 1" in text
    assert [link for link in other.pages["tips/water/"].links() if link.endswith("games/guess/")]
    assert "Tip" in other.pages["nl/tips/water/"].text()
    assert other.pages["games/guess/"].text().count("Talk about plants.") == 1
    helpers = other.pages["helpers/"]
    assert "The seed shop" in helpers.text()
    assert helpers.elements("//svg[.//*[contains(@class, 'outline')]]") == []


def test_its_links_lead_somewhere_and_nothing_comes_from_elsewhere(other: Site) -> None:
    assert broken(other) == {}
    assert elsewhere(other) == {}


def test_without_a_changelog_it_has_no_feed_and_names_none(other: Site) -> None:
    assert list(other.root.rglob("feed.xml")) == []
    assert {url for url, page in other.pages.items() if page.all("//link[@type='application/atom+xml']")} == set()


def test_its_commands_work(other: Site, tmp_path: Path) -> None:
    project = tmp_path / "garden"
    copy_project(project, docs=False)
    shutil.copytree(GUIDE, project, dirs_exist_ok=True)
    checked = run(project, sys.executable, "-m", "guide", "check")
    assert (checked.returncode, checked.stdout) == (0, "All is well.\n")
    for kind in ("recommendation", "method", "worksheet", "partner"):
        made = run(project, sys.executable, "-m", "guide", "new", kind, "water-can")
        assert made.returncode == 0, made.stderr
        assert not OURS.search(made.stdout.replace("werkblad.yml", ""))
    new = [path for path in (project / "docs").rglob("*") if "water-can" in path.as_posix() and path.is_file()]
    assert len(new) == 4
    assert {path.name: found for path in new if (found := OURS.findall(path.read_text("utf-8")))} == {}
    assert run(project, sys.executable, "-m", "guide", "check").stdout == "All is well.\n"


# --- the machinery itself ------------------------------------------------------------------------------------------

MACHINERY = [
    *(path for ending in ("py", "typ", "html") for path in sorted((ROOT / "hooks").rglob(f"*.{ending}"))),
    *sorted((ROOT / "overrides").rglob("*.html")),
    *sorted((ROOT / "overrides" / "assets" / "javascripts").rglob("*.mjs")),
]
# The file names of worksheets and figures were agreed with the customer.
AGREED = re.compile(r"werkblad\.(?:\w+\.)?yml|NAME = \"werkblad\"|FOLDER = \"figuren\"")
# Examples in explanations name real things on purpose; only what runs or is shown counts.
COMMENT = re.compile(
    r"\{#-?.*?-?#\}|\"\"\".*?\"\"\"|^\s*(?://|#|\*|/\*).*?$|(?<=\s)(?://|# ).*?$", re.DOTALL | re.MULTILINE
)


def test_there_is_machinery_to_look_at() -> None:
    assert len(MACHINERY) > 80


@pytest.mark.parametrize("path", MACHINERY, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_machinery_names_nothing_of_this_guide(path: Path) -> None:
    text = AGREED.sub("", COMMENT.sub("", path.read_text("utf-8")))
    found = {match.group() for pattern in (OURS, PLACES) for match in pattern.finditer(text)}
    assert found == set()
