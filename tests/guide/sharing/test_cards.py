"""Cards for sharing: what stands on them, and that all of it is there, whatever the title."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from guide import sharing
from guide.catalogue import Catalogue
from guide.content import view
from guide.problems import report
from guide.sharing import Card, picture
from guide.site import Guide
from guide.strings import load
from guide.vocabulary import Language

ICON = Card("assets/cards/nl/x.png", "nl", "Titel", "Methodiek", "", "De gids", "icon", icon="method", color="teal",
            serves=("partnerschap", "communicatie"), source="methodieken/x.md")  # fmt: skip
LONG = "Het verhaal van de school die met de buurt en met de ouders samen een feest voor alle kinderen maakte"
FREE = 30  # points at the edge and beside the drawing on which nothing stands
DRAWN = 60 + 424  # from the edge to where the drawing begins

Draw = Callable[[Card], Image.Image]


@pytest.fixture
def fresh(real_guide: Guide, tmp_path: Path) -> Guide:
    (tmp_path / "cache").mkdir()
    return replace(real_guide, cache=tmp_path / "cache")


@pytest.fixture
def draw(fresh: Guide, tmp_path: Path) -> Draw:
    def drawn(card: Card) -> Image.Image:
        assert sharing.write(fresh, [card], tmp_path / "site") == []
        return Image.open(io.BytesIO((tmp_path / "site" / card.uri).read_bytes())).convert("RGB")

    return drawn


def inked(image: Image.Image, box: tuple[int, int, int, int]) -> bool:
    """Does anything stand in a part of the picture?"""
    return len(set(image.crop(box).get_flattened_data())) > 1


@pytest.mark.parametrize(
    "title",
    [
        "Plus",
        LONG,
        'Zeg #let x = 1 en $y$, "zo" \\ of _zo_ *en* zo @',
        "Thuisbetrokkenheidsbeleidsplan",
        "communicerenmetouders.brussels",
        "Vrij CLB à Sint-Lambrechts-Woluwe de la",
    ],
)
def test_every_title_stands_on_the_card_with_room_around_it(draw: Draw, title: str) -> None:
    image = draw(replace(ICON, title=title))
    assert image.size == (1200, 630)
    text = (60, 110, 1200 - DRAWN - FREE, 500)
    assert inked(image, text)
    for edge in ((0, 0, FREE, 630), (0, 0, 700, FREE), (0, 600, 700, 630), (1200 - DRAWN - FREE, 0, 1200 - DRAWN, 630)):
        assert not inked(image, edge), edge
    # Between the title and what stands above and below it.
    assert not inked(image, (0, 98, 600, 104)) and not inked(image, (0, 512, 600, 520))


def test_arabic_stands_on_the_other_side(draw: Draw) -> None:
    card = replace(ICON, language="ar", title="ماذا تتوقعون من المدرسة؟ وماذا تتوقع منكم؟", kind="للأهل")
    image = draw(card)
    assert inked(image, (DRAWN + FREE, 110, 1140, 500))
    for edge in ((1200 - FREE, 0, 1200, 630), (DRAWN, 0, DRAWN + FREE, 630)):
        assert not inked(image, edge), edge


def test_another_title_is_another_picture_and_the_same_one_the_same(fresh: Guide, tmp_path: Path) -> None:
    def made(title: str, folder: str) -> bytes:
        guide = replace(fresh, cache=tmp_path / folder)
        guide.cache.mkdir()
        assert sharing.write(guide, [replace(ICON, title=title)], tmp_path / "site") == []
        return (tmp_path / "site" / ICON.uri).read_bytes()

    assert made("Een", "one") == made("Een", "two") != made("Twee", "three")


def test_a_title_that_does_not_fit_is_told(fresh: Guide, tmp_path: Path) -> None:
    wide = replace(ICON, title="Aaneengeschrevenwoordenkunnennietafgebroken", uri="assets/cards/nl/wide.png")
    title = "Te veel woorden. " * 30
    long = replace(ICON, title=title.strip(), source="methodieken/y.md")
    problems = sharing.write(fresh, [wide, ICON, long], tmp_path)
    assert report(problems[:1], load("nl")) == (
        "docs/methodieken/x.md:1\n"
        "  Gevonden: een titel van 43 tekens, te lang voor het plaatje dat wie de pagina deelt meestuurt: "
        "Aaneengeschrevenwoordenkunnennietafgebroken\n"
        "  Verwacht: een titel die in grote letters op dat plaatje past, met geen woord van meer dan dertig letters\n"
        "  Zo herstel je het: kort de titel in; tot honderd tekens past hij altijd\n\n"
        "Aantal fouten: 1"
    )
    assert [one.file for one in problems] == ["docs/methodieken/x.md", "docs/methodieken/y.md"]
    assert load("en").text("problems.card_title.found", number="43", title="A").startswith("a title of 43 characters")


def test_what_was_drawn_before_is_not_drawn_again(
    fresh: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = [ICON, replace(ICON, uri="assets/cards/nl/y.png", title="Iets anders")]
    sharing.write(fresh, cards, tmp_path / "one")

    def never(*_: object) -> bytes:
        raise AssertionError("drawn again")

    monkeypatch.setattr(picture, "_png", never)
    assert sharing.write(fresh, cards, tmp_path / "two") == []
    for card in cards:
        assert (tmp_path / "two" / card.uri).read_bytes() == (tmp_path / "one" / card.uri).read_bytes()
    with pytest.raises(AssertionError, match="drawn again"):
        sharing.write(fresh, [replace(ICON, title="Nieuw")], tmp_path / "two")


def card(guide: Guide, uri: str, language: str, title: str, **meta: str) -> Card:
    catalogue = Catalogue(guide)
    shown = view.of_page(catalogue, uri, language, guide.page_url(uri, language))
    return sharing.card_of(catalogue, uri, language, shown, dict(meta), title, ("De gids", "Over ouders"))


def test_a_card_says_what_the_page_says(real_guide: Guide) -> None:
    home = card(real_guide, "index.md", "nl", "Welkom")
    host = real_guide.site_url.removeprefix("https://").rstrip("/")
    assert (home.uri, home.scene, home.said) == (
        "assets/cards/nl/index.png", "drawing", f"De gids – Over ouders – {host}",
    )  # fmt: skip
    second = card(real_guide, "aanbevelingen/communicatie.md", "fr", "Communiquer")
    assert second.uri == "assets/cards/fr/aanbevelingen/communicatie.png"
    assert (second.scene, second.number, second.icon, second.color) == ("number", 2, "speech", "indigo")
    assert second.said == "Recommandation 2 – Communiquer – De gids"
    method = card(real_guide, "methodieken/gesprekstool.md", "en", "Three questions")
    assert (method.scene, method.icon, method.said) == ("icon", "method", "Method – Three questions – De gids")
    assert method.serves
    sheet = card(
        real_guide, "werkbladen/gesprekstool.md", "ar", "أسئلة", worksheet="gesprekstool", worksheet_kind="للأهل"
    )
    assert (sheet.scene, sheet.sheet, sheet.said) == ("sheet", "gesprekstool", "للأهل – أسئلة – De gids")
    partner = card(real_guide, "partners/levl.md", "nl", "LEVL", partner_type="Welzijn", generated="true")
    assert (partner.scene, partner.icon, partner.said) == ("icon", "network", "Welzijn – LEVL – De gids")


def test_what_a_name_means_stands_below_it(real_guide: Guide) -> None:
    partner = card(real_guide, "partners/clb.md", "en", "CLB (pupil guidance centre)", partner_type="Role")
    assert (partner.title, partner.lead) == ("CLB", "pupil guidance centre")
    assert partner.said == "Role – CLB – pupil guidance centre – De gids"
    case = card(real_guide, "praktijkvoorbeelden/vier-winden.md", "nl", "Vier Winden, Molenbeek (2019)")
    assert (case.title, case.lead) == ("Vier Winden, Molenbeek (2019)", "")


def test_the_kind_does_not_say_the_title_again(real_guide: Guide) -> None:
    assert card(real_guide, "partners/index.md", "nl", "Partners").kind == ""
    assert card(real_guide, "partners/index.md", "nl", "Wegwijzer").kind == "Partners"


def test_a_language_without_a_place_is_left_out(real_guide: Guide) -> None:
    known = real_guide.vocabulary.languages
    french = Language(native="Français", name=known["fr"].name)
    vocabulary = real_guide.vocabulary.model_copy(update={"languages": known | {"fr": french}})
    guide = replace(real_guide, vocabulary=vocabulary)
    shown = card(guide, "visie/waarom.md", "fr", "Pourquoi")
    head = sharing.head_of(
        Catalogue(guide), "visie/waarom.md", shown, ("Pourquoi", "Parce que."), "Le guide", ("nl", "fr", "en")
    )
    assert (head.locale, head.alternates) == ("", ("nl_BE", "en_GB"))
    assert head.url == guide.absolute("fr/visie/waarom/") and head.kind == "article" and head.modified
