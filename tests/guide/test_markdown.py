"""The blocks between `///` lines, as readers get them."""

from __future__ import annotations

import markdown
import pytest
from lxml import html
from lxml.html import HtmlElement

from guide.markdown import BOXES, CERTAINTIES, LISTS, LISTS_OF
from guide.pages import islands_in

LABELS = {
    "nl": ["Onderzoek", "Praktijk", "Ons voorstel", "Tip", "Valkuil", "Om te lezen", "Doe dit morgen"],
    "fr": ["Recherche", "Pratique", "Notre proposition", "Conseil", "Piège", "À lire", "À faire demain"],
    "en": ["Research", "Practice", "Our suggestion", "Tip", "Pitfall", "To read", "Do this tomorrow"],
}
SURE = {
    "nl": ["stevig onderbouwd", "veelbelovend", "dun bewijs", "nog niet geweten"],
    "fr": ["solidement étayé", "prometteur", "peu de preuves", "pas encore connu"],
    "en": ["well established", "promising", "thin evidence", "not yet known"],
}


def _html(text: str, language: str = "nl") -> str:
    extensions = ["attr_list", "tables", "guide.markdown"]
    configs = {"guide.markdown": {"language": language}}
    return str(markdown.markdown(text, extensions=extensions, extension_configs=configs))


def _box(text: str, language: str = "nl") -> HtmlElement:
    boxes = html.fragment_fromstring(_html(text, language), create_parent="div").xpath("//aside")
    assert len(boxes) == 1, _html(text, language)
    found: HtmlElement = boxes[0]
    return found


def _options(name: str) -> str:
    return "    certainty: strong\n\n" if name == "research" else ""


@pytest.mark.parametrize("language", list(LABELS))
@pytest.mark.parametrize("name", BOXES)
def test_a_box_says_what_it_is_in_the_language_of_the_page(name: str, language: str) -> None:
    box = _box(f"/// {name} | Een titel\n{_options(name)}Tekst met **nadruk**.\n///", language)
    assert box.get("class") == f"box box--{name}"
    assert box.xpath("string(p[@class='box__label'])") == LABELS[language][BOXES.index(name)]
    assert box.xpath("string(p[@class='box__title'])") == "Een titel"
    assert box.xpath("string(div[@class='box__body']/p)") == "Tekst met nadruk."
    assert box.xpath("string(div[@class='box__body']//strong)") == "nadruk"


def test_a_box_may_lack_a_title() -> None:
    assert _box("/// tip\nTekst.\n///").xpath("p[@class='box__title']") == []


@pytest.mark.parametrize("language", list(SURE))
@pytest.mark.parametrize("certainty", CERTAINTIES)
def test_research_says_in_words_how_sure_it_is(certainty: str, language: str) -> None:
    box = _box(f"/// research | Titel\n    certainty: {certainty}\n\nTekst.\n///", language)
    words = SURE[language][CERTAINTIES.index(certainty)]
    assert words in box.xpath("string(p[contains(@class, 'certainty')])")
    assert [one.get("aria-hidden") for one in box.xpath(".//span[@class='certainty__steps']")] == ["true"]


def test_steps_for_tomorrow_are_a_numbered_list() -> None:
    box = _box("/// tomorrow\n1. **Bel.** Kort. *5 minuten*\n2. **Vraag.** Kort. *5 minuten*\n///")
    assert len(box.xpath(".//ol/li")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "/// onderzoek | Titel\nTekst.\n///",
        "/// research | Zonder zekerheid\nTekst.\n///",
        "/// research | Titel\n    certainty: zeker\n\nTekst.\n///",
        "/// tip | Titel\n    certainty: strong\n\nTekst.\n///",
        "/// tip | Titel\n    kleur: rood\n\nTekst.\n///",
        "/// list | alles\n///",
        "/// figure\n///",
        "/// list | worksheets-for\n///",
        "/// list | worksheets leerling\n///",
    ],
)
def test_a_block_that_is_wrong_stays_in_the_text_for_the_check_to_find(text: str) -> None:
    assert "///" in _html(text)
    assert "<aside" not in _html(text)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_a_place_to_fill(name: str) -> None:
    name = f"{name} leerling" if name in LISTS_OF else name
    assert islands_in(_html(f"/// list | {name}\n///")) == [f"list:{name}"]


def test_a_figure_is_a_place_to_fill() -> None:
    assert islands_in(_html("Tekst.\n\n/// figure | boom\n///\n\nTekst.")) == ["figure:boom"]


def test_a_heading_in_a_box_keeps_its_id() -> None:
    assert _box("/// tip\n### Kop {#kop}\n\nTekst.\n///").xpath("string(.//h3/@id)") == "kop"


@pytest.mark.parametrize(
    ("text", "marked"),
    [("**Doe dit.** Nu.", True), ("**Doe dit.**", True), ("Nu **doe** je dit.", False), ("*Doe* dit.", False)],
)
def test_a_paragraph_that_begins_with_bold_words_can_be_styled(text: str, marked: bool) -> None:
    assert ('<p class="begins-bold">' in _html(text)) is marked


def test_research_has_room_for_a_link_to_what_its_words_mean() -> None:
    assert islands_in(_html("/// research | Titel\n    certainty: thin\n\nTekst.\n///")) == ["about:certainty"]


def test_the_link_at_a_heading_is_named_after_it_and_the_heading_without_it() -> None:
    text = '## Ouders & *school* "samen" {#samen}\n\nTekst.\n\n### \\* {#ster}\n'
    configs = {"toc": {"permalink": "#"}, "guide.markdown": {"language": "nl", "heading_link": "Link naar: {title}"}}
    made = markdown.markdown(text, extensions=["attr_list", "toc", "guide.markdown"], extension_configs=configs)
    headings = html.fragment_fromstring(made, create_parent="div").xpath("h2 | h3")
    titles = ['Ouders & school "samen"', "*"]
    assert [one.get("aria-label") for one in headings] == titles
    assert [one.xpath("string(a/@aria-label)") for one in headings] == [f"Link naar: {title}" for title in titles]
    assert [one.text_content() for one in headings] == [f"{title}#" for title in titles]
    assert headings[0].xpath("a/@title") == []  # it would be said a second time
    plain = markdown.markdown(
        text, extensions=["attr_list", "toc", "guide.markdown"], extension_configs={"toc": configs["toc"]}
    )
    assert "aria-label" not in plain
