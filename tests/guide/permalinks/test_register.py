"""The register of published addresses: what a site holds, what must stay, what moved."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.permalinks.addresses import lasting
from guide.permalinks.built import Built, scan
from guide.permalinks.check import check, check_moves
from guide.permalinks.register import Published, Register, read_register, registered, write
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
    "raad/stil/index.html": '<!doctype html><html data-moved lang="nl"><h2 id="kern">K</h2>',
    "doen/index.html": '<div id="begrip">b</div><section id="paneel" hidden>p</section><div id=los>l</div>',
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
    assert set(built.pages) == {"./", "raad/rust/", "fr/", "fr/raad/rust/", "r/rust/", "doen/"}
    assert built.pages["doen/"] == {"begrip", "los"}
    assert built.stand_ins == {"raad/stil/"}
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
        "pages: {raad/stil/: {languages: [nl, fr], anchors: [kern]}}\nmoved: {raad/stil/: raad/rust/}",
        "pages: {a/: {languages: [nl]}, b/: {languages: [nl]}}\nmoved: {a/: b/, b/: raad/rust/}",
        "pages: {raad/rust/: {languages: [nl], home: {fr: [kern]}}}",
    ],
)
def test_what_is_there_or_moved_is_fine(register: str, tmp_path: Path) -> None:
    assert _said(tmp_path, register) == "Aantal fouten: 0"


EXPECTED = "  Verwacht: dat elk adres uit docs/permalinks.yml blijft werken\n"
PAGE = (
    "docs/permalinks.yml:{line}\n"
    "  Gevonden: de gepubliceerde pagina {address} is weg ({languages}). Zoveel adressen gaan mee weg (tussentitels, "
    "bestanden, korte adressen): {number}\n" + EXPECTED + "  Zo herstel je het: zet de pagina terug, of schrijf in "
    "docs/permalinks.yml bij moved{way}. Een regel zonder taal vooraan geldt voor alle talen en voor wat bij de pagina "
    "hoort\n\nAantal fouten: 1"
)
PLACES = (
    "docs/permalinks.yml:{line}\n"
    "  Gevonden: op {page} bestaan deze plaatsen niet meer: {anchors}\n" + EXPECTED + "  Zo herstel je het: geef de "
    "tussentitel zijn oude naam terug, of schrijf in docs/permalinks.yml bij moved waar elke plaats naartoe ging: "
    "“{one}: {page}#{to}”, of een plaats op een andere pagina\n\nAantal fouten: 1"
)
LEFT = (
    "docs/permalinks.yml:1\n"
    "  Gevonden: raad/stil/ verhuisde naar raad/rust/, en daar bestaan deze plaatsen niet: #a (lijkt op #aa), #b\n"
    + EXPECTED + "  Zo herstel je het: schrijf in docs/permalinks.yml bij moved ook waar elke plaats naartoe ging: "
    "“raad/stil/#a: raad/rust/#aa”. Of laat alles van de pagina naar één plaats gaan: “raad/stil/: "
    "raad/rust/#plaats”\n\nAantal fouten: 1"
)  # fmt: skip


@pytest.mark.parametrize(
    ("register", "said"),
    [
        ("pages: {doen/x/: {languages: [nl, fr]}}",
         {"address": "doen/x/", "languages": "nl, fr", "way": " waar ze naartoe ging: “doen/x/: nieuw/adres/”"}),
        ("pages:\n  raad/rust/: {languages: [nl]}\n  doen/: {languages: [fr]}",
         {"line": 3, "address": "doen/", "languages": "fr", "way": " waar ze naartoe ging: “doen/: nieuw/adres/”"}),
        ("pages: {raad/rusten/: {languages: [nl, fr], anchors: [a, b, c]}}",
         {"address": "raad/rusten/", "languages": "nl, fr", "number": 6,
          "way": ": “raad/rusten/: raad/rust/”, als ze daarnaartoe ging"}),
        ("pages: {doen/x/: {languages: [nl]}, embed/d/x/: {languages: [nl]}}\nshort: {d/x/: doen/x/, d/7/: d/x/}\n"
         "files: [doen/x/x-nl.pdf, d/x/qr.svg]",
         {"address": "doen/x/", "languages": "nl", "number": 5,
          "way": " waar ze naartoe ging: “doen/x/: nieuw/adres/”"}),
        ("pages: {./: {languages: [nl, fr]}}",
         {"address": "fr/", "languages": "fr", "way": " waar ze naartoe ging: “fr/: nieuw/adres/”"}),
        ("pages: {raad/rust/: {languages: [nl], home: {ar: []}}}",
         {"address": "ar/raad/rust/", "languages": "ar",
          "way": " waar ze naartoe ging: “ar/raad/rust/: nieuw/adres/”"}),
    ],
)  # fmt: skip
def test_a_page_that_is_gone_is_told_whole_and_once(register: str, said: dict[str, object], tmp_path: Path) -> None:
    assert _said(tmp_path, register) == PAGE.format(**{"line": 1, "number": 0, **said})


@pytest.mark.parametrize(
    ("register", "said"),
    [
        ("pages: {raad/rust/: {languages: [nl, fr], anchors: [kern, oud]}}", {"anchors": "#oud"}),
        ("pages: {raad/rust/: {languages: [nl, fr], anchors: [oud, de-kern]}}",
         {"anchors": "#de-kern (lijkt op #kern), #oud", "one": "raad/rust/#de-kern", "to": "kern"}),
        ("pages: {raad/rust/: {languages: [nl], anchors: [kern]},\n ./: {languages: [nl], anchors: [kern, x]}}",
         {"line": 2, "page": "./", "anchors": "#x", "one": "./#x"}),
    ],
)  # fmt: skip
def test_places_that_are_gone_are_told_page_by_page(register: str, said: dict[str, object], tmp_path: Path) -> None:
    values = {"line": 1, "page": "raad/rust/", "one": "raad/rust/#oud", "to": "nieuw", **said}
    assert _said(tmp_path, register) == PLACES.format(**values)


def test_a_place_that_one_language_lacks_says_which(tmp_path: Path) -> None:
    built = Built({"raad/rust/": frozenset({"a"}), "fr/raad/rust/": frozenset()}, frozenset())
    said = _said(tmp_path, "pages: {raad/rust/: {languages: [nl, fr], anchors: [a]}}", built)
    assert said == PLACES.format(line=1, page="raad/rust/", anchors="#a (fr)", one="raad/rust/#a", to="nieuw")


def test_places_that_the_successor_lacks_are_told(tmp_path: Path) -> None:
    built = Built({"raad/rust/": frozenset({"aa"})}, frozenset())
    register = "pages: {raad/stil/: {languages: [nl], anchors: [a, b]}}\nmoved: {raad/stil/: raad/rust/}"
    assert _said(tmp_path, register, built) == LEFT
    # One place for all of it will do; and what has an entry of its own is fine.
    for moved in ("{raad/stil/: raad/rust/#aa}", "{raad/stil/: raad/rust/, raad/stil/#a: raad/rust/#aa, "
                  "raad/stil/#b: raad/rust/}"):  # fmt: skip
        fine = register.replace("{raad/stil/: raad/rust/}", moved)
        assert _said(tmp_path, fine, built) == "Aantal fouten: 0"


GONE = (
    "docs/permalinks.yml:1\n  Gevonden: het gepubliceerde adres {address} bestaat niet meer\n" + EXPECTED
    + "  Zo herstel je het: zet het terug, of schrijf in docs/permalinks.yml bij moved: {way}\n\nAantal fouten: 1"
)  # fmt: skip


@pytest.mark.parametrize(
    ("register", "address", "way"),
    [
        ("files: [a.pdf]", "a.pdf", "het oude adres, dubbelepunt, het nieuwe adres"),
        ("short: {r/9/: raad/negen/}", "r/9/", "het oude adres, dubbelepunt, het nieuwe adres"),
        ("files: [bladen/vragen/vraag-nl.pdf]", "bladen/vragen/vraag-nl.pdf",
         "“bladen/vragen/vraag-nl.pdf: bladen/vragen/vragen-nl.pdf”, als dat de opvolger is"),
    ],
)  # fmt: skip
def test_a_file_or_a_short_address_that_is_gone_is_told_whole(
    register: str, address: str, way: str, tmp_path: Path
) -> None:
    assert _said(tmp_path, register) == GONE.format(address=address, way=way)


@pytest.mark.parametrize(
    ("register", "said"),
    [
        ("moved: {raad/rust/: ./}",
         "  Gevonden: raad/rust/ verhuist volgens moved naar ./, maar bestaat nog\n"
         "  Verwacht: bij moved alleen adressen die weg zijn; anders is wat er nog staat niet meer te bereiken\n"
         "  Zo herstel je het: schrap de regel, of haal weg wat nog op het oude adres staat"),
        ("moved: {raad/rust/#kern: ./}",
         "  Gevonden: raad/rust/#kern verhuist volgens moved naar ./, maar bestaat nog\n"
         "  Verwacht: bij moved alleen adressen die weg zijn; anders is wat er nog staat niet meer te bereiken\n"
         "  Zo herstel je het: schrap de regel, of haal weg wat nog op het oude adres staat"),
        ("pages: {oud/: {languages: [fr]}, raad/rust/: {languages: [nl]}}\nmoved: {oud/: doen/}",
         "  Gevonden: fr/oud/ verwijst naar fr/doen/, en dat bestaat niet\n"
         "  Verwacht: een opvolger die bestaat\n"
         "  Zo herstel je het: verbeter het nieuwe adres bij moved"),
        ("moved: {a.docx: bladen/vragen/vragen-nl.pdf}",
         "  Gevonden: a.docx verwijst naar bladen/vragen/vragen-nl.pdf\n"
         "  Verwacht: een bestand van dezelfde soort: een bestand stuurt niemand door, dus komt zijn opvolger ook op "
         "het oude adres te staan\n"
         "  Zo herstel je het: noem bij moved een bestand dat op dezelfde letters eindigt"),
        ("moved: {a/: b/, b/: c/, c/: a/}",
         "  Gevonden: verhuizingen in een kring: a/ → b/ → c/ → a/ (regels 1)\n"
         "  Verwacht: dat elke verhuizing ergens aankomt\n"
         "  Zo herstel je het: schrap een van die regels, of laat hem naar een adres leiden dat bestaat"),
    ],
)  # fmt: skip
def test_a_move_that_is_wrong_is_told_whole(register: str, said: str, tmp_path: Path) -> None:
    line = 2 if "\n" in register else 1
    assert _said(tmp_path, register) == f"docs/permalinks.yml:{line}\n{said}\n\nAantal fouten: 1"


def test_a_circle_is_found_before_anything_is_built(tmp_path: Path) -> None:
    problems: list[Problem] = []
    check_moves(_guide(tmp_path, "moved:\n  x/: raad/\n  a/: b/\n  b/: a/#x\n"), problems, {})
    assert [(one.line, one.code, one.values["lines"]) for one in problems] == [(3, "moved_loop", "3, 4")]


def test_the_copy_of_a_file_at_its_old_address_is_no_file_of_its_own(tmp_path: Path) -> None:
    guide = _guide(tmp_path / "guide", "files: [a.pdf]\nmoved: {a.pdf: b.pdf}")
    write_files(tmp_path / "site", {"a.pdf": "one", "b.pdf": "one"})
    problems: list[Problem] = []
    check(guide, scan(tmp_path / "site"), problems)
    assert problems == []
    write_files(tmp_path / "site", {"b.pdf": "another"})
    check(guide, scan(tmp_path / "site"), problems)
    assert [one.code for one in problems] == ["moved_alive"]


@pytest.mark.parametrize(
    ("uri", "there"),
    [
        ("bladen/x/x-nl-ar.pdf", True), ("bladen/x/x-nl.docx", True), ("helpers/bib/bib.vcf", True),
        ("helpers/data/partners.geojson", True), ("data/methods.schema.json", True), ("fr/feed.xml", True),
        ("r/rust/qr.svg", True), ("r/rust/qr.png", True), ("assets/cards/nl/index.png", False), ("sitemap.xml", False),
        ("assets/x.pdf", False), ("search/pages.json", False), ("helpers/search.json", False),
        ("bladen/x/x-nl.png", False), ("bladen/x/x-nl.json", False), ("_headers", False),
    ],
)  # fmt: skip
def test_what_others_may_count_on_lasts(uri: str, there: bool) -> None:
    assert lasting(uri) is there


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
        "doen/": Published(languages=("nl",), anchors=("begrip", "los")),
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
    gone = {str(one.values["anchors"]) for one in problems if one.code == "anchors_gone"}
    assert gone == {"#figuur-boom (fr), #stap-1 (fr)"}


def test_a_page_in_a_home_language_promises_its_own_places(tmp_path: Path) -> None:
    guide = small_guide(tmp_path)
    built = Built({"raad/": frozenset({"a", "b"}), "ar/raad/": frozenset({"a"})}, frozenset())
    after = registered(guide, built, Register())
    assert after.pages == {"raad/": Published(languages=("nl",), anchors=("a", "b"), home={"ar": ("a",)})}
    more = Built({"raad/": frozenset({"a", "b", "c"}), "ar/raad/": frozenset({"a"})}, frozenset())
    write(guide, registered(guide, more, after))
    problems: list[Problem] = []
    check(guide, more, problems)
    assert problems == []


def test_a_register_that_is_written_reads_the_same(tmp_path: Path) -> None:
    guide = small_guide(tmp_path)
    register = Register(
        pages={"./": Published(languages=("nl", "fr"), anchors=("kern",)), "raad/": Published(home={"ar": ()})},
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
