"""The commands of `python -m guide`, as the Makefile calls them, on a small guide."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypdfium2
import pytest
import yaml
from PIL import Image

from guide.__main__ import main
from guide.commands.release import is_placeholder
from guide.translations import language
from guide.worksheets.model import Worksheet
from tests.support.breaking import whole
from tests.support.guides import small_guide
from tests.support.project import ROOT, TODAY
from tests.support.written import PAGES

SETTINGS = """\
site_url: {url}
repo_url: https://code.klein.be/gids
docs_dir: docs
site_dir: site
plugins:
  - search
  - i18n:
      languages:
        - {{locale: fr, name: Français}}
        - {{locale: nl, name: Nederlands, default: true}}
"""
KINDS = ["recommendation", "method", "case", "worksheet", "partner"]
MADE = {
    "recommendation": "raad/stil-zijn.md",
    "method": "doen/stil-zijn.md",
    "case": "gezien/stil-zijn.md",
    "worksheet": "bladen/stil-zijn/werkblad.yml",
    "partner": "helpers/stil-zijn.yml",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of a few files in which nothing is wrong."""
    method = PAGES["doen/kijken.md"].replace("worksheets: [vragen]\npartners: [bib]\n", "")
    small_guide(tmp_path, {**PAGES, "doen/kijken.md": method})
    (tmp_path / "mkdocs.yml").write_text(SETTINGS.format(url="https://klein.test/"), "utf-8")
    return tmp_path


def _docs(root: Path) -> dict[str, str]:
    docs = root / "docs"
    return {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.rglob("*") if path.is_file()}


def _main(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), *arguments])


def test_check_says_that_all_is_well(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _main(root, "check") == 0
    assert capsys.readouterr().out == "Alles in orde.\n"


def test_check_reports_every_fault(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = root / "docs" / "raad" / "rust.md"
    page.write_text(PAGES["raad/rust.md"].replace("{#kern}", "") + "\n/// weetje\nTekst.\n///\n", "utf-8")
    assert _main(root, "check") == 1
    assert capsys.readouterr().out == (
        "docs/raad/rust.md:9\n"
        "  Gevonden: een tussentitel zonder vast adres: Kern\n"
        "  Verwacht: een naam tussen accolades erachter, bijvoorbeeld {#waarom}\n"
        "  Zo herstel je het: kies een korte naam in kleine letters en verander hem daarna niet meer\n\n"
        "docs/raad/rust.md:18\n"
        "  Gevonden: een blok dat niet herkend werd: weetje\n"
        "  Verwacht: een bestaande naam na ///, opties met vier spaties ervoor, en een regel /// op het einde\n"
        "  Zo herstel je het: vergelijk met een blok dat wel werkt; bij onderzoek hoort altijd certainty\n\n"
        "Aantal fouten: 2\n"
    )


def test_check_speaks_to_github(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = root / "docs" / "raad" / "rust.md"
    page.write_text(PAGES["raad/rust.md"].replace("phases: [begin]", "phases: [eind]"), "utf-8")
    assert _main(root, "check", "--format", "github") == 1
    assert capsys.readouterr().out == (
        "::error file=docs/raad/rust.md,line=5,title=eind bestaat niet::"
        "Gevonden: eind bestaat niet. Verwacht: een van deze: begin. "
        "Zo herstel je het: verbeter de naam, of voeg eerst het ontbrekende onderdeel toe.\n"
    )


@pytest.mark.parametrize("kind", KINDS)
def test_new_makes_a_file_that_passes_the_check(kind: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _docs(root)
    assert _main(root, "new", kind, "stil-zijn") == 0
    file = MADE[kind]
    assert capsys.readouterr().out == f"docs/{file} staat klaar om in te vullen. Kijk na met make check.\n"
    after = _docs(root)
    assert {name: after[name] for name in before} == before
    assert set(after) - set(before) == {file}
    assert "Stil zijn" in after[file]
    assert "{{" not in after[file] and "{%" not in after[file]
    (root / "node_modules").symlink_to(ROOT / "node_modules")  # a recommendation is measured for its handout
    assert _main(root, "check") == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    "name",
    ["Stil", "stil zijn", "stil_zijn", "../stil", "stil/zijn", "stil--zijn", "stil-", "stíl", "", "stil.fr", "stil\n"],
)
def test_new_refuses_a_bad_name(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _docs(root)
    assert _main(root, "new", "method", name) == 1
    assert capsys.readouterr().err == (
        f"{name} kan niet: gebruik kleine letters, cijfers en streepjes, bijvoorbeeld samen-lezen\n"
    )
    assert _docs(root) == before


@pytest.mark.parametrize("kind", KINDS)
def test_new_never_overwrites(kind: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = root / "docs" / MADE[kind]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("van mij", "utf-8")
    assert _main(root, "new", kind, "stil-zijn") == 1
    assert capsys.readouterr().err == f"docs/{MADE[kind]} bestaat al; er is niets veranderd\n"
    assert path.read_text("utf-8") == "van mij"


def _status(root: Path, capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    capsys.readouterr()
    assert _main(root, "status") == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    return [row for row in rows if row and not row[0].startswith(("strings#", "vocabulary.yml#"))]


def test_status_and_stamp_follow_the_text(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _status(root, capsys) == [
        ["doen/kijken", "fr", "verouderd", "–"],
        ["index", "fr", "ontbreekt", "–"],
        ["raad/rust", "fr", "verouderd", "–"],
    ]
    french = root / "docs" / "raad" / "rust.fr.md"
    assert _main(root, "stamp", str(french), "--checked", "human") == 0
    assert capsys.readouterr().out == "docs/raad/rust.fr.md: hoort bij de tekst van vandaag\n"
    assert ["raad/rust", "fr", "bij", "human"] in _status(root, capsys)
    page = root / "docs" / "raad" / "rust.md"
    page.write_text(page.read_text("utf-8").replace("Neem tijd.", "Neem vrij."), "utf-8")
    assert ["raad/rust", "fr", "verouderd", "human"] in _status(root, capsys)
    assert _main(root, "stamp", str(french)) == 0
    assert ["raad/rust", "fr", "bij", "human"] in _status(root, capsys)
    assert french.read_text("utf-8").count("translation:") == 1
    assert PAGES["raad/rust.fr.md"].partition("---\n## ")[2] in french.read_text("utf-8")


def test_stamp_without_files_stamps_only_what_has_no_stamp(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    french = root / "docs" / "raad" / "rust.fr.md"
    text = french.read_text("utf-8").replace("écoute.\n", "écoute.\ntranslation: {source: oud, checked: native}\n")
    french.write_text(text, "utf-8")
    assert _main(root, "stamp") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "docs/doen/kijken.fr.md: hoort bij de tekst van vandaag"
    assert all(line.startswith(("strings#", "vocabulary.yml#")) for line in said[1:])
    assert french.read_text("utf-8") == text
    assert ["doen/kijken", "fr", "bij", "machine"] in _status(root, capsys)


@pytest.mark.parametrize(
    ("url", "placeholder"),
    [
        ("https://samen-school-maken.example/", True),
        ("https://www.example.org/gids/", True),
        ("http://localhost:8000/", True),
        ("http://127.0.0.1:8000/", True),
        ("https://gids.test/", True),
        ("/", True),
        ("", True),
        ("https://samenschoolmaken.be/", False),
        ("https://example.be/", False),
        ("https://iemand.github.io/gids/", False),
    ],
)
def test_an_address_that_nobody_owns_is_a_placeholder(url: str, placeholder: bool) -> None:
    assert is_placeholder(url) is placeholder


def test_release_refuses_a_placeholder(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _main(root, "release-address") == 1
    assert capsys.readouterr().err == (
        "Het adres https://klein.test/ is een voorbeeld. "
        "Zet je eigen adres bij site_url in mkdocs.yml voor je publiceert of afdrukt.\n"
    )
    (root / "mkdocs.yml").write_text(SETTINGS.format(url="https://klein.be/"), "utf-8")
    assert _main(root, "release-address") == 0
    text = SETTINGS.format(url="https://klein.be/").replace("https://code.klein.be/gids", "https://code.example/gids")
    (root / "mkdocs.yml").write_text(text, "utf-8")
    assert _main(root, "release-address") == 1
    assert (
        "Het adres https://code.example/gids is een voorbeeld. Zet je eigen adres bij repo_url"
        in capsys.readouterr().err
    )


def _site(root: Path) -> None:
    for name in ("", "fr/", "raad/rust/", "fr/raad/rust/", "r/rust/", "r/2/"):
        path = root / "site" / name / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('<h2 id="kern">K</h2>', "utf-8")


def test_release_check_asks_for_translations_and_a_register(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _site(root)
    assert _main(root, "release-check") == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "docs/index.md:1"
    assert any(
        line.startswith("Verouderd (fr): docs/raad/rust.fr.md hoort bij een oudere tekst van raad/rust")
        for line in said
    )
    assert "Er zijn nieuwe adressen die nog niet in het register staan. Voeg ze toe met make register." in said
    (root / "docs" / "index.fr.md").write_text(
        "---\ntitle: Petit\ndescription: Un petit guide.\n---\nBonjour.\n", "utf-8"
    )
    assert _main(root, "stamp") == 0
    assert _main(root, "register") == 0
    capsys.readouterr()
    (root / "mkdocs.yml").write_text(SETTINGS.format(url="https://klein.be/"), "utf-8")
    assert _main(root, "release-check") == 0
    assert capsys.readouterr().out == "Klaar om te publiceren.\n"


def test_release_check_does_not_pass_what_it_could_not_read(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    _site(root)
    monkeypatch.setattr(language, "_LIBRARY", "a_library_that_nobody_has")
    assert _main(root, "release-check") == 1
    assert capsys.readouterr().err == (
        "De taal van de teksten is niet nagekeken: py3langid ontbreekt. "
        "Installeer requirements-release.txt, of gebruik make release-check.\n"
    )


def test_release_check_finds_an_address_that_is_gone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _site(root)
    assert _main(root, "register") == 0
    (root / "site" / "raad" / "rust" / "index.html").unlink()
    capsys.readouterr()
    assert _main(root, "release-check") == 1
    assert "  Gevonden: de gepubliceerde pagina raad/rust/ is weg (nl). " in capsys.readouterr().out
    assert _main(root, "addresses") == 1
    assert "de gepubliceerde pagina raad/rust/ is weg" in capsys.readouterr().out


def test_a_broken_vocabulary_is_told_and_not_thrown(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "docs" / "vocabulary.yml").write_text("languages: [", "utf-8")
    assert _main(root, "status") == 1
    assert capsys.readouterr().err.startswith("docs/vocabulary.yml:1\n  Gevonden: een regel die niet te lezen is")


@pytest.mark.parametrize("arguments", [[], ["onbekend"], ["new"], ["new", "blog", "x"], ["check", "--format", "pdf"]])
def test_a_wrong_call_is_refused(arguments: list[str], root: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        _main(root, *arguments)
    assert caught.value.code == 2


def test_a_new_sheet_explains_every_key_in_plain_words(root: Path) -> None:
    assert _main(root, "new", "worksheet", "stil-zijn") == 0
    text = (root / "docs" / MADE["worksheet"]).read_text("utf-8")
    lines = text.splitlines()
    for key in (name for name in Worksheet.model_fields if name not in {"sizes", "size_note", "facts", "variants"}):
        at = next(number for number, line in enumerate(lines) if re.match(rf"(# )?{key}:", line))
        assert lines[at - 1].startswith("# "), key
    assert "(kies uit: rust, lucht)" in text
    found = yaml.safe_load(text)
    assert [block["type"] for block in found["blocks"]] == ["header", "steps", "writing", "footer"]


def test_the_contact_sheet_shows_every_sheet(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    for slug in ("stil-zijn", "adem-halen"):
        _main(root, "new", "worksheet", slug)
    capsys.readouterr()
    assert _main(root, "contact-sheet") == 0
    made = root / ".cache" / "contact-sheet"
    assert capsys.readouterr().out == (
        "2 werkbladen staan in .cache/contact-sheet/contact-sheet-nl.pdf, en als prent ernaast.\n"
    )
    with pypdfium2.PdfDocument(made / "contact-sheet-nl.pdf") as pdf:
        words = pdf[0].get_textpage().get_text_range()
    assert words.index("Adem halen") < words.index("Stil zijn")
    image = Image.open(made / "contact-sheet-nl-1.png")
    assert image.width > 1500 and image.convert("L").getextrema()[0] < 100
    assert _main(root, "contact-sheet", "--language", "ar, fr") == 0
    with pypdfium2.PdfDocument(made / "contact-sheet-nl-ar-fr.pdf") as pdf:
        assert "niet in ar" in pdf[0].get_textpage().get_text_range()
    assert (made / "contact-sheet-nl-1.png").exists()


def test_the_contact_sheet_knows_only_the_languages_of_the_guide(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _main(root, "contact-sheet", "--language", "xx") == 1
    assert capsys.readouterr().err == "xx is geen taal van deze gids. Kies uit: nl, fr, ar\n"


def test_texts_can_be_checked_where_fonts_are_not_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    guide = whole(tmp_path / "guide")
    shutil.copyfile(ROOT / "package.json", guide / "package.json")
    assert _main(guide, "check") == 1
    said = capsys.readouterr().out
    assert said.startswith("package.json:1\n") and "Aantal fouten: 1" in said
    assert "voer npm ci --ignore-scripts uit" in said
