"""The page that says how the translations stand, of the small guide."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from guide.__main__ import main
from guide.catalogue import Catalogue
from guide.settings import guide_of
from guide.translations.page import status_html
from tests.guide.translations.small import whole_guide


def _page(root: Path, language: str = "nl") -> html.HtmlElement:
    return html.fromstring(status_html(Catalogue(guide_of(root)), language, "stand/"))


def test_with_everything_of_today_there_is_nothing_to_do(tmp_path: Path) -> None:
    whole_guide(tmp_path)
    main(["--root", str(tmp_path), "stamp"])
    page = _page(tmp_path)
    assert "Niets. Elke vertaling volgt de Nederlandse tekst van vandaag." in page.text_content()
    assert page.xpath("//*[@class='tr-todo']") == []
    total, current, native, human, machine = (
        int(cell.text) for cell in page.xpath("//table[contains(@class, 'sum')]//tr[th//*[@lang='fr']]/td")
    )
    assert total == current == machine > 5 and native == human == 0


def test_it_says_what_is_old_in_which_language_and_what_to_do(tmp_path: Path) -> None:
    whole_guide(tmp_path)
    main(["--root", str(tmp_path), "stamp"])
    text = (tmp_path / "docs/raad/rust.md").read_text("utf-8")
    (tmp_path / "docs/raad/rust.md").write_text(text.replace("Neem tijd.", "Neem nooit tijd."), "utf-8")
    (tmp_path / "docs/doen/kijken.fr.md").unlink()
    lines = [" ".join(line.text_content().split()) for line in _page(tmp_path).xpath("//*[@class='tr-todo']/li")]
    assert len(lines) == 2
    assert "(Frans): ontbreekt." in lines[0] and lines[0].endswith("docs/doen/kijken.fr.md")
    assert "(Frans): verouderd." in lines[1] and lines[1].endswith("docs/raad/rust.fr.md")
    french = _page(tmp_path, "fr")
    assert "dépassé" in french.text_content() and "verouderd" not in french.text_content()
    links = french.xpath("//details//a/@href")
    assert "../fr/raad/rust/" in links


def test_a_title_is_text_and_no_html(tmp_path: Path) -> None:
    whole_guide(tmp_path)
    path = tmp_path / "docs/raad/rust.md"
    path.write_text(path.read_text("utf-8").replace("title: Rust eerst", "title: Rust & 'tijd'"), "utf-8")
    assert "&amp; &#39;tijd&#39;" in status_html(Catalogue(guide_of(tmp_path)), "nl", "stand/")
