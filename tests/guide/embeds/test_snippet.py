"""The code with which another site shows a card."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from guide.cards import Card
from guide.catalogue import Catalogue
from guide.content.read import WrittenPage
from guide.embeds import embed_pages, snippet
from guide.embeds.cards import EmbedCard
from guide.embeds.height import height as height_of
from guide.site import Guide
from tests.support.pages import html


class Nasty(Catalogue):
    """A catalogue whose pages have texts that would break out of HTML."""

    def card(self, page: WrittenPage, language: str) -> Card | None:
        card = super().card(page, language)
        return card and replace(card, title='"><script>alert(1)</script> & <b>', text="</p><iframe> & 'x'")


@pytest.fixture(scope="module")
def catalogue(real_guide: Guide) -> Catalogue:
    return Catalogue(real_guide)


def test_it_is_one_frame_with_an_address_a_name_and_a_height(catalogue: Catalogue) -> None:
    code = snippet(catalogue, "method", "gesprekstool", "fr")
    height = re.sub(r".* height=\"(\d+)\" .*", r"\1", code)
    assert 300 <= int(height) <= 500
    assert code == (
        f'<iframe src="{catalogue.guide.site_url}fr/embed/m/gesprekstool/"'
        ' title="Méthode\N{NO-BREAK SPACE}: Outil de dialogue\N{NO-BREAK SPACE}: trois questions dans le triangle"'
        f' width="100%" height="{height}" loading="lazy" style="border:0;border-radius:10px;max-width:700px"></iframe>'
    )


@pytest.mark.parametrize(
    ("kind", "identifier", "language"),
    [
        ("case", "vier-winden", "nl"),
        ("partner", "foyer", "nl"),
        ("page", "over", "nl"),
        ("worksheet", "gesprekstool", "ar"),
        ("method", "index", "nl"),
        ("method", "communicatie", "nl"),  # a recommendation
        ("recommendation", "nothing", "en"),
        ("worksheet", "nothing", "en"),
    ],
)
def test_what_has_no_card_has_no_code(kind: str, identifier: str, language: str, catalogue: Catalogue) -> None:
    assert snippet(catalogue, kind, identifier, language) == ""


def test_nothing_in_a_text_breaks_out_of_the_code_or_the_card(real_guide: Guide) -> None:
    nasty = Nasty(real_guide)
    frame = html.fragment_fromstring(snippet(nasty, "recommendation", "communicatie", "en"))
    assert frame.get("title") == 'Recommendation: "><script>alert(1)</script> & <b>'
    page = html.document_fromstring(embed_pages(nasty, {"nl": "<i>"}, "<u>")["embed/a/communicatie/index.html"])
    assert page.xpath("//script | //iframe | //b[not(ancestor::div[@aria-hidden])] | //i | //u") == []
    assert page.xpath("string(//h1)") == '"><script>alert(1)</script> & <b>'
    assert page.xpath("string(//p[@class='text'])") == "</p><iframe> & 'x'"


def test_every_language_has_every_card(catalogue: Catalogue) -> None:
    pages = embed_pages(catalogue, {})
    guide = catalogue.guide
    for language in guide.languages:
        start = f"{guide.prefix(language)}embed/"
        ids = {uri.removeprefix(start) for uri in pages if uri.startswith(start)}
        kinds = ("recommendation", "method")
        wanted = {f"{page.kind[0].replace('r', 'a')}/{page.id}" for kind in kinds for page in catalogue.of_kind(kind)}
        wanted |= {f"w/{card.id}" for card in catalogue.worksheet_cards(language)}
        assert ids == {f"{one}/index.html" for one in wanted}
    assert set(embed_pages(catalogue, {}, only="en")) == {uri for uri in pages if uri.startswith("en/")}


def test_a_longer_text_makes_a_higher_card() -> None:
    short = Card("x", "method", "x/", "Short", "One line.")
    heights = [
        height_of(EmbedCard(replace(short, text="Some words. " * number), "en", (), "")) for number in (1, 10, 20)
    ]
    assert heights == sorted(set(heights)) and all(one % 10 == 0 for one in heights)
