"""The register of published addresses: what a site holds, what must stay, what moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.permalinks.register import Built, Published, Register, check, read_register, registered, scan, write
from guide.problems import Problem, report
from guide.site import Guide
from guide.strings import load
from tests.support.guides import small_guide
from tests.support.guides import write as write_files

SITE = {
    "index.html": '<header id="start"></header><h2 id="kern">K</h2><p id="geen-kop">x</p>',
    "raad/rust/index.html": '<h2 class="a" id="kern">K</h2><h3 id=stap-1>S</h3><figure id="figuur-boom"></figure>',
    "fr/index.html": '<header id="start"></header><h2 id="kern">K</h2>',
    "fr/raad/rust/index.html": '<h2 id="kern">K</h2>',
    "r/rust/index.html": "<h1>Rust</h1>",
    "bladen/vragen/vragen-nl.pdf": "pdf",
    "bladen/vragen/vragen-nl.docx": "docx",
    "bladen/vragen/vragen-nl.png": "png",
    "helpers/data/partners.json": "{}",
    "helpers/partners.json": "{}",
    "404.html": "<h1>weg</h1>",
}
BUILT = Built(
    {"./": frozenset({"start", "kern"}), "raad/rust/": frozenset({"kern"}), "fr/raad/rust/": frozenset({"kern"})},
    frozenset({"bladen/vragen/vragen-nl.pdf"}),
)


def _guide(root: Path, register: str) -> Guide:
    return small_guide(root, {"permalinks.yml": register})


def _said(root: Path, register: str, built: Built = BUILT) -> str:
    problems: list[Problem] = []
    check(_guide(root, register), built, problems)
    return report(problems, load("nl"))


def test_a_site_is_read_from_its_folder(tmp_path: Path) -> None:
    write_files(tmp_path, SITE)
    built = scan(tmp_path)
    assert built.pages["./"] == {"start", "kern"}
    assert built.pages["raad/rust/"] == {"kern", "stap-1", "figuur-boom"}
    assert set(built.pages) == {"./", "raad/rust/", "fr/", "fr/raad/rust/", "r/rust/"}
    assert "bladen/vragen/vragen-nl.pdf" in built.files and "404.html" in built.files


@pytest.mark.parametrize(
    ("target", "there"),
    [
        ("./", True),
        ("raad/rust/", True),
        ("raad/rust/#kern", True),
        ("raad/rust/#weg", False),
        ("raad/", False),
        ("raad/rust", False),
        ("bladen/vragen/vragen-nl.pdf", True),
        ("bladen/vragen/vragen-nl.pdf#page=2", False),
    ],
)
def test_a_site_knows_what_it_has(target: str, there: bool) -> None:
    assert BUILT.has(target) is there


@pytest.mark.parametrize(
    "register",
    [
        "{}",
        "pages: {./: {languages: [nl], anchors: [kern, start]}}",
        "pages: {raad/rust/: {languages: [nl, fr], anchors: [kern]}}",
        "files: [bladen/vragen/vragen-nl.pdf]",
        "pages: {raad/stil/: {languages: [nl]}}\nmoved: {raad/stil/: raad/rust/}",
        "pages: {raad/stil/: {languages: [nl], anchors: [a, b]}}\nmoved: {raad/stil/: raad/rust/#kern}",
        "pages: {raad/rust/: {languages: [nl], anchors: [oud]}}\nmoved: {raad/rust/#oud: raad/rust/#kern}",
        "short: {r/2/: r/rust/}\nmoved: {r/2/: raad/rust/}",
    ],
)
def test_what_is_there_or_moved_is_fine(register: str, tmp_path: Path) -> None:
    assert _said(tmp_path, register) == "Aantal fouten: 0"


FIX = (
    "  Verwacht: dat elk adres uit docs/permalinks.yml blijft werken\n"
    "  Zo herstel je het: zet het terug, of schrijf in docs/permalinks.yml bij moved: het oude adres, dubbelepunt, "
    "het nieuwe adres"
)


@pytest.mark.parametrize(
    ("register", "line", "address"),
    [
        ("pages: {raad/stil/: {languages: [nl]}}", 1, "raad/stil/"),
        ("pages:\n  raad/rust/: {languages: [nl]}\n  doen/: {languages: [fr]}", 3, "fr/doen/"),
        ("pages: {raad/rust/: {languages: [nl], anchors: [kern, oud]}}", 1, "raad/rust/#oud"),
        ("pages: {./: {languages: [nl, fr]}}", 1, "fr/"),
        ("files: [a.pdf]", 1, "a.pdf"),
        ("short: {r/9/: r/rust/}", 1, "r/9/"),
        ("pages: {raad/stil/: {languages: [nl, fr]}}\nmoved: {raad/stil/: raad/rust/}", 1, "fr/raad/stil/"),
    ],
)
def test_what_is_gone_is_told_whole(register: str, line: int, address: str, tmp_path: Path) -> None:
    assert _said(tmp_path, register) == (
        f"docs/permalinks.yml:{line}\n  Gevonden: het gepubliceerde adres {address} bestaat niet meer\n{FIX}\n\n"
        "Aantal fouten: 1"
    )


def test_a_page_that_is_gone_is_told_once_and_not_for_each_anchor(tmp_path: Path) -> None:
    said = _said(tmp_path, "pages: {raad/stil/: {languages: [nl], anchors: [a, b, c]}}")
    assert said.endswith("Aantal fouten: 1")


def test_a_successor_that_is_not_there_is_told_whole(tmp_path: Path) -> None:
    assert _said(tmp_path, "moved:\n  oud/: raad/rust/\n  ouder/: raad/weg/") == (
        "docs/permalinks.yml:3\n"
        "  Gevonden: ouder/ verwijst naar raad/weg/, en dat bestaat niet\n"
        "  Verwacht: een opvolger die bestaat\n"
        "  Zo herstel je het: verbeter het nieuwe adres bij moved\n\n"
        "Aantal fouten: 1"
    )


@pytest.mark.parametrize(
    ("register", "code"),
    [
        ("pagina: {}", "extra_forbidden"),
        ("pages: {raad/: {languages: [xx]}}", "unknown_id"),
        ("pages: {raad/: {talen: [nl]}}", "extra_forbidden"),
        ("moved: {/oud/: raad/}", "form"),
        ("moved: {oud/: /raad/}", "form"),
        ("moved: {'oud adres/': raad/}", "form"),
    ],
)
def test_a_register_that_is_wrong_is_a_fault(register: str, code: str, tmp_path: Path) -> None:
    problems: list[Problem] = []
    found, _ = read_register(_guide(tmp_path, register), problems)
    assert code in {one.code for one in problems}
    assert found == Register()


def test_a_guide_without_register_has_an_empty_one(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert read_register(small_guide(tmp_path), problems)[0] == Register()
    assert problems == []


def test_registering_adds_what_is_new_and_loses_nothing(tmp_path: Path) -> None:
    guide = small_guide(tmp_path / "guide")
    write_files(tmp_path / "site", SITE)
    before = Register(
        pages={
            "over/": Published(languages=("nl",), anchors=("wij",)),
            "raad/rust/": Published(languages=("nl",), anchors=("oud",)),
        },
        files=("a.pdf",),
        moved={"weg/": "over/"},
    )
    after = registered(guide, scan(tmp_path / "site"), before)
    assert after.pages == {
        "./": Published(languages=("nl", "fr"), anchors=("kern", "start")),
        "over/": Published(languages=("nl",), anchors=("wij",)),
        "raad/rust/": Published(languages=("nl", "fr"), anchors=("figuur-boom", "kern", "oud", "stap-1")),
    }
    # Others rely on the open data; what the search page reads is its own.
    data = "helpers/data/partners.json"
    assert after.files == ("a.pdf", "bladen/vragen/vragen-nl.docx", "bladen/vragen/vragen-nl.pdf", data)
    assert after.moved == {"weg/": "over/"}
    assert "r/rust/" in after.short
    assert registered(guide, scan(tmp_path / "site"), after) == after


def test_a_page_that_lacks_an_anchor_in_one_language_is_found(tmp_path: Path) -> None:
    """fr/raad/rust/ has no stap-1 here: registering the site must not hide it."""
    guide = small_guide(tmp_path / "guide")
    write_files(tmp_path / "site", SITE)
    built = scan(tmp_path / "site")
    write(guide, registered(guide, built, Register()))
    problems: list[Problem] = []
    check(guide, built, problems)
    gone = {str(one.values["address"]) for one in problems if "#" in str(one.values["address"])}
    assert gone == {"fr/raad/rust/#stap-1", "fr/raad/rust/#figuur-boom"}


def test_a_register_that_is_written_reads_the_same(tmp_path: Path) -> None:
    guide = small_guide(tmp_path)
    register = Register(
        pages={"./": Published(languages=("nl", "fr"), anchors=("kern",)), "raad/": Published(languages=("nl",))},
        files=("a.pdf", "b.docx"),
        short={"r/2/": "r/rust/"},
        moved={"oud/": "raad/", "raad/#a": "raad/#b"},
    )
    write(guide, register)
    text = (guide.docs / "permalinks.yml").read_text("utf-8")
    problems: list[Problem] = []
    assert read_register(guide, problems)[0] == register
    assert problems == []
    assert text.startswith("# Alles wat ooit gepubliceerd is")
    write(guide, register)
    assert (guide.docs / "permalinks.yml").read_text("utf-8") == text


def test_the_real_register_knows_every_page_of_the_guide(real_guide: Guide) -> None:
    problems: list[Problem] = []
    register, _ = read_register(real_guide, problems)
    assert problems == []
    assert "aanbevelingen/communicatie/" in register.pages
    assert {"a/communicatie/", "w/gesprekstool/talen/"} <= set(register.short)
    assert "werkbladen/gesprekstool/gesprekstool-nl-ar.pdf" in register.files
    assert "tolken" in register.pages["aanbevelingen/communicatie/"].anchors
