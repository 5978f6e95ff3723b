"""Slips of the pen in links and signs: what is told, what is proposed, and what is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.catalogue import Catalogue
from guide.faults import find_problems
from guide.problems import Problem
from guide.settings import guide_of
from tests.support.breaking import whole
from tests.support.project import TODAY


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The whole small guide."""
    return whole(tmp_path_factory.mktemp("slips") / "guide")


def _told(root: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> list[Problem]:
    """What is wrong with a page when this stands at its end."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)
    page = root / "docs" / "raad" / "rust.md"
    before = page.read_text("utf-8")
    try:
        page.write_text(f"{before}\n{text}\n", "utf-8")
        return list(find_problems(Catalogue(guide_of(root))))
    finally:
        page.write_text(before, "utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "Een[^a][^b].\n\n[^a]: Zie Jansen.\n[^b]: Zie Piet.",
        "Zie noot[^a] (https://voorbeeld.be).\n\n[^a]: Van Piet.",
        "<!-- zie **bron** -> [x](y.md --> Tekst.",
        r"\*\*zo\*\* en \[x\](y.md)",
        "`**zo` en `[x](y.md` en &ast;&ast;zo.",
        "d = 0,40** en 0,30** (** p < .01)",
        "2**3, k** en src/**/*.md",
        "[1][2] en [sic] en [noot: ja]",
        "[1]: https://voorbeeld.be Een titel (2020)",
        "[Bron]: https://voorbeeld.be/a geraadpleegd op 3 mei",
    ],
)
def test_what_is_meant_to_be_so_is_left_alone(text: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _told(root, text, monkeypatch) == []


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Dit is **vet ** hier.", "**vet"),
        ("Dit is ** vet** hier.", "** vet**"),
        ("Dit is **vet hier.", "**vet hier."),
        ("[Zie] (../doen/kijken.md) hier.", "[Zie] (../doen/kijken.md)"),
        ("[Zie](../doen/kijken.md hier.", "[Zie](../doen/kijken.md hier."),
    ],
)
def test_signs_that_stayed_text_are_told(text: str, near: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = [(one.code, one.values["near"]) for one in _told(root, text, monkeypatch) if one.code == "markup_left"]
    assert told == [("markup_left", near)]


@pytest.mark.parametrize(
    ("target", "code", "close"),
    [
        ("../doen/kijken.fr.md", "link_gone", "../doen/kijken.md"),
        ("../doen/kijken.html", "link_gone", "../doen/kijken.md"),
        ("kijken.md", "link_gone", "../doen/kijken.md"),
        ("../doen/kijken", "link_gone", "../doen/kijken.md"),
        ("kijken.fr", "link_gone", "../doen/kijken.md"),
        ("../doen/kijkn.md", "link_gone", "../doen/kijken.md"),
        ("archief.gz", "link_gone", "–"),
        ("kaart.geojson", "link_gone", "–"),
        ("www.stad.gent", "link_elsewhere", "https://www.stad.gent"),
        ("www.stad.gent/onderwijs", "link_elsewhere", "https://www.stad.gent/onderwijs"),
        ("www.voorbeeld.be#deel", "link_elsewhere", "https://www.voorbeeld.be#deel"),
        ("voorbeeld.be/a?b=1", "link_elsewhere", "https://voorbeeld.be/a?b=1"),
        ("onderwijs.vlaanderen", "link_elsewhere", "https://onderwijs.vlaanderen"),
        ("http:/voorbeeld.be", "link_elsewhere", "https://voorbeeld.be"),
        ("https:voorbeeld.be", "link_elsewhere", "https://voorbeeld.be"),
    ],
)
def test_of_a_page_that_is_not_there_what_was_meant_is_proposed(
    target: str, code: str, close: str, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page with a name like it, or a site elsewhere with the beginning of its address."""
    (problem,) = _told(root, f"[Zie]({target})", monkeypatch)
    assert (problem.code, problem.values["close"]) == (code, close)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[a](https://a.be/x y(1).pdf)", "https://a.be/x y(1).pdf"),
        ("[a](https://a.be/een pagina 'Titel')", "https://a.be/een pagina"),
        ("[a](<https://a.be/een pagina>)", "https://a.be/een pagina"),
    ],
)
def test_an_address_with_a_space_is_told(text: str, target: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [(one.code, one.values["target"]) for one in _told(root, text, monkeypatch)] == [("link_space", target)]


@pytest.mark.parametrize("text", ["[Jan]: bel hem op 0470 12 34 56 (thuis)", "[x](https://a.be bel 0470 12 34 56)"])
def test_a_number_beside_an_address_is_seen(text: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = [one.values["near"] for one in _told(root, text, monkeypatch) if one.code == "contact_data"]
    assert told == ["0470 12 34 56"]
