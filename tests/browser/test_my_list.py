"""A reader's own list of partners: picked, put in order, printed, saved, put on a worksheet; in this browser only."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.support.browsing import PHONE, Visit, visiting

pytestmark = pytest.mark.xdist_group("browser-0")
MINE = "partners/mijn-lijst/"
# A long list, of organisations and of a kind of service.
MANY = [
    "foyer", "clb", "ligo", "brusselleer", "huis-van-het-nederlands-brussel", "bibliotheek", "saamo", "sociaal-tolk",
]  # fmt: skip


def _open(visit: Visit, url: str = MINE) -> Page:
    page = visit.go(url)
    page.locator("[data-my-list][data-ready]").wait_for(state="attached")
    return page


def _ids(page: Page) -> list[str]:
    found: list[str] = page.locator(".picks-item").evaluate_all("all => all.map((one) => one.dataset.id)")
    return found


def _item(page: Page, partner: str) -> Locator:
    return page.locator(f".picks-item[data-id='{partner}']")


def _saved(page: Page, kind: str) -> str:
    """What is in the file that a button gives."""
    with page.expect_download() as download:
        page.locator(f"[data-save={kind}]").click()
    assert download.value.suggested_filename == f"mijn-partners.{kind}"
    # The bytes themselves: a reader of text would make one line end out of another.
    return Path(download.value.path()).read_bytes().decode()


def test_a_partner_is_picked_on_cards_and_on_its_page_and_dropped_again(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = visit.go("partners/?find=foyer")  # the list shows not all of its cards at once
        link = page.locator("[data-picks] a")
        expect(link).to_have_text("Mijn lijst (0)")
        button = page.locator("[data-ranked] .partners-card[data-id=foyer] .picks-button")
        expect(button).to_have_attribute("aria-pressed", "false")
        button.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(button).to_have_text(re.compile(r"^Op mijn lijst ✓: Foyer"))
        expect(button).to_be_focused()
        expect(page.locator("[data-picks-status]")).to_have_text(re.compile("^Foyer.* staat op je lijst.$"))
        expect(link).to_have_text("Mijn lijst (1)")
        page = visit.go("partners/taal-en-tolken/")
        page.locator(".card[data-pick-id=ligo] .picks-button").click()
        expect(page.locator(".card[data-pick-id=foyer] .picks-button")).to_have_attribute("aria-pressed", "true")
        page = visit.go("partners/clb/")
        page.locator("[data-pick=clb] .picks-button").click()
        expect(page.locator("[data-picks] a")).to_have_text("Mijn lijst (3)")
        page.locator("[data-picks] a").click()
        page.locator("[data-my-list][data-ready]").wait_for(state="attached")
        assert _ids(page) == ["foyer", "ligo", "clb"]
        _item(page, "clb").locator("input").fill("vraag naar Els")
        page = visit.go("partners/clb/")
        page.once("dialog", lambda asked: asked.accept())
        page.locator("[data-pick=clb] .picks-button").click()
        expect(page.locator("[data-pick=clb] .picks-button")).to_have_attribute("aria-pressed", "false")
        assert _ids(_open(visit)) == ["foyer", "ligo"]
        assert visit.complaints == [] and visit.elsewhere() == []
        assert all("?p=" not in one and "Els" not in one for one in visit.requests)


def test_a_full_list_says_so_and_loses_nothing(home: str, browser: Browser) -> None:
    """A store may hold ids that the guide does not know: they take room too."""
    with visiting(browser, home) as visit:
        page = visit.go("partners/clb/")
        kept = [f"x-{number}" for number in range(59)] + ["foyer"]
        page.evaluate("(ids) => sessionStorage.setItem('partners:mine', JSON.stringify({ids}))", ",".join(kept))
        page.reload()
        expect(page.locator("[data-picks] a")).to_have_text("Mijn lijst (60)")
        said: list[str] = []
        page.on("dialog", lambda asked: (said.append(asked.message), asked.accept()))
        page.locator("[data-pick=clb] .picks-button").click()
        assert said == ["Je lijst is vol: er is plaats voor 60 partners. Haal er eerst een af."]
        expect(page.locator("[data-pick=clb] .picks-button")).to_have_attribute("aria-pressed", "false")
        expect(page.locator("[data-picks-status]")).to_be_empty()
        page = _open(visit, f"{MINE}?p=clb")
        page.get_by_role("button", name=re.compile("^Voeg")).click()
        expect(page.locator("[data-status]")).to_have_text(said[0])
        assert _ids(page) == ["foyer"]


def test_order_lines_and_undo_keep_the_focus_and_are_said(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = _open(visit, f"{MINE}?p=foyer,clb,ligo")
        status = page.locator("[data-status]")
        expect(status).to_have_text("3 partners staan op je lijst.")
        assert "?p=" not in page.url
        up = _item(page, "ligo").locator("[data-move='-1']")
        up.press("Enter")
        expect(status).to_have_text(re.compile(r"nu op plaats 2 van 3\.$"))
        expect(up).to_be_focused()
        up.press("Enter")
        assert _ids(page) == ["ligo", "foyer", "clb"]
        expect(_item(page, "ligo").locator("[data-move='1']")).to_be_focused()
        _item(page, "foyer").locator("input").fill("<b>boeken</b>; =1+1")
        _item(page, "foyer").locator("[data-drop]").press("Enter")
        assert _ids(page) == ["ligo", "clb"]
        expect(_item(page, "clb").locator("[data-drop]")).to_be_focused()
        page.locator("[data-text=title]").fill("Na het weghalen getypt")
        page.locator("[data-undo]").press("Enter")
        expect(page.locator("[data-text=title]")).to_have_value("Na het weghalen getypt")
        expect(_item(page, "foyer").locator("[data-drop]")).to_be_focused()
        expect(_item(page, "foyer").locator("input")).to_have_value("<b>boeken</b>; =1+1")
        page.reload()
        page.locator("[data-my-list][data-ready]").wait_for(state="attached")
        assert _ids(page) == ["ligo", "foyer", "clb"]
        for _ in range(3):
            page.locator("[data-drop]").last.press("Enter")
        expect(page.locator("[data-empty]")).to_be_focused()
        assert visit.complaints == []


def test_a_mailed_list_never_replaces_ones_own_unasked(home: str, browser: Browser) -> None:
    with visiting(browser, home, permissions=["clipboard-read", "clipboard-write"]) as visit:
        page = _open(visit, f"{MINE}?p=foyer,nooit-gezien,%3Cimg%20src=x%3E")
        assert _ids(page) == ["foyer"]
        expect(page.locator("[data-unknown]")).to_have_text(
            "Deze namen kent de gids niet, of niet meer: <img src=x>, nooit-gezien."
        )
        page.locator("[data-text=title]").fill("Voor thuis")
        for choice, ids in (("Houd", ["foyer"]), ("Voeg", ["foyer", "clb"]), ("Vervang", ["ligo"])):
            page = _open(visit, f"{MINE}?p={'ligo' if choice == 'Vervang' else 'clb'}")
            expect(page.locator("[data-notice]")).to_be_visible()
            page.get_by_role("button", name=re.compile(f"^{choice}")).click()
            expect(page.locator("[data-notice]")).to_be_hidden()
            assert _ids(page) == ids
        expect(page.locator("[data-text=title]")).to_have_value("Voor thuis")
        page.locator("[data-copy-link]").click()
        expect(page.locator("[data-status]")).to_have_text("De link is gekopieerd.")
        assert page.evaluate("() => navigator.clipboard.readText()") == f"{visit.home}{MINE}?p=ligo"
        assert "thuis" not in str(page.locator("[data-mail]").get_attribute("href"))


def test_it_stays_in_the_tab_until_one_asks_and_can_be_erased(home: str, browser: Browser) -> None:
    stores = (
        "() => [localStorage, sessionStorage].map((one) => Object.keys(one).filter((key) => key.includes('partners')))"
    )
    with visiting(browser, home) as visit:
        page = _open(visit, f"{MINE}?p=foyer")
        assert page.evaluate(stores) == [[], ["partners:mine"]]
        expect(page.locator("[data-where]")).to_have_text(re.compile("alleen in dit tabblad"))
        page.locator("[data-keep]").check()
        assert page.evaluate(stores) == [["partners:mine"], []]
        expect(page.locator("[data-where]")).to_have_text(re.compile("op dit toestel"))
        page.once("dialog", lambda asked: asked.accept())
        page.locator("[data-erase]").click()
        expect(page.locator("[data-empty]")).to_be_focused()
        assert page.evaluate(stores) == [[], []]


def test_the_files_read_back_as_what_stands_on_the_list(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = _open(visit, f"{MINE}?p={','.join(MANY)}")
        line = '=HYPERLINK("x"); vraag, zoek \\ en bel'
        _item(page, "foyer").locator("input").fill(line)
        page.locator("[data-paper-language]").select_option("fr")

        rows = list(csv.reader(io.StringIO(_saved(page, "csv").removeprefix("\ufeff")), delimiter=";"))
        assert rows[0][0] == "Nom" and len(rows) == len(MANY) + 1
        assert {len(row) for row in rows} == {12}
        assert rows[1][0].startswith("Foyer") and "plurilingue" in rows[1][1]
        assert rows[1][-1] == "'" + line
        assert not [cell for row in rows for cell in row if re.match(r"[=+\-@\t\r]", cell)]

        text = _saved(page, "vcf")
        assert max(len(part.encode()) for part in text.split("\r\n")) <= 75 and "\n" not in text.replace("\r\n", "")
        cards = text.replace("\r\n ", "").strip().split("END:VCARD")
        assert len(cards) == len(MANY) + 1
        assert 'NOTE:=HYPERLINK("x")\\; vraag\\, zoek \\\\ en bel\\n' in cards[0]
        assert "URL:https://www.foyer.be" in cards[0]

        found = json.loads(_saved(page, "geojson"))["features"]
        assert [one["id"] for one in found] == MANY
        lon, lat = found[0]["geometry"]["coordinates"]
        assert 4.2 < lon < 4.5 and 50.7 < lat < 51
        assert found[0]["properties"]["note"] == line and found[0]["properties"]["precision"] == "municipality"
        assert found[1]["geometry"] is None  # a kind of service sits nowhere
        assert visit.elsewhere() == [] and visit.complaints == []


@pytest.mark.parametrize(
    ("language", "title", "where"),
    [("nl", "Wie kan u helpen?", "Waar?"), ("fr", "Qui peut vous aider", "Où"), ("en", "Who can help you?", "Where?")],
)
def test_the_sheet_for_parents(language: str, title: str, where: str, home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = _open(visit, f"{MINE}?p={','.join(MANY)}")
        page.locator("[data-text=school]").fill("Basisschool De Boom")
        _item(page, "clb").locator("input").fill("Vraag naar het onthaal")
        page.locator("[data-paper-language]").select_option(language)
        page.evaluate("() => { window.print = () => { document.body.dataset.printed = 'yes'; }; }")
        page.locator("[data-print]").click()
        page.locator("body[data-printed]").wait_for()  # the codes are there by then
        drawn = page.locator(".picks-paper img").evaluate_all("all => all.map((one) => one.naturalWidth)")
        assert len(drawn) == len(MANY) and min(drawn) > 20
        page.emulate_media(media="print")
        sizes = page.locator(".picks-paper, .picks-paper *").evaluate_all(
            "all => all.filter((one) => one.checkVisibility() && one.textContent.trim())"
            ".map((one) => parseFloat(getComputedStyle(one).fontSize))"
        )
        assert min(sizes) >= 12 / 0.75 - 0.1  # 12 points
        assert page.locator(".picks-paper").get_attribute("lang") == language
        cards = page.locator(".picks-paper__card").evaluate_all(
            "all => all.map((one) => [one.querySelector('h2'), [...one.querySelectorAll('p')].at(-1)]"
            ".map((part) => part.textContent))"
        )
        printed = page.pdf(format="A4")
    with pypdfium2.PdfDocument(printed) as pdf:
        pages = [" ".join(one.get_textpage().get_text_range().split()) for one in pdf]
    text = " ".join(pages)
    assert title in pages[0] and "Basisschool De Boom" in pages[0] and "Vraag naar het onthaal" in text
    assert text.count(where) >= len(MANY) - 1 and "samen-school-maken.example" in pages[-1]
    assert "Mijn lijst" not in text
    assert len(pages) > 1
    shown = [re.sub(r"\W", "", one) for one in pages]
    for name, end in cards:  # no card goes on over two pages
        assert [one for one in shown if re.sub(r"\W", "", name) in one and re.sub(r"\W", "", end) in one], name


def test_the_list_goes_on_the_worksheet_and_leaves_what_was_typed(home: str, browser: Browser) -> None:
    sheet = "werkbladen/partnerkaart/"
    with visiting(browser, home) as visit:
        page = visit.go(sheet)
        page.locator("[data-field='taken.1.wij']").fill("Wij bellen")
        page.locator("[data-field='taken.2.partner']").fill("De buurvrouw")
        page = _open(visit, f"{MINE}?p=foyer,clb")
        _item(page, "foyer").locator("input").fill("Boeken in de thuistaal")
        page.locator("[data-to-sheet]").click()
        expect(page.locator("[data-status]")).to_have_text("2 partners staan op het werkblad.")
        page.locator("[data-sheet-link]").click()
        page.wait_for_url(f"**/{sheet}")
        values = {
            name: page.locator(f"[data-field='taken.{name}']")
            for name in ("1.wij", "1.partner", "2.partner", "3.partner", "3.nood", "4.zij")
        }
        expect(values["3.partner"]).to_have_value(re.compile("^Foyer"))
        assert values["1.wij"].input_value() == "Wij bellen" and values["1.partner"].input_value() == ""
        assert values["2.partner"].input_value() == "De buurvrouw"
        assert values["3.nood"].input_value() == "Boeken in de thuistaal"
        assert values["4.zij"].input_value()
        with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as pdf:
            text = " ".join(" ".join(one.get_textpage().get_text_range() for one in pdf).split())
        assert "Foyer, Partners in" in text and "De buurvrouw" in text and "Boeken in de" in text

        # Eight do not fit in what is left of six rows: asked, and refused, nothing that was typed goes.
        page = _open(visit, f"{MINE}?p={','.join(MANY)}")
        page.get_by_role("button", name=re.compile("^Vervang")).click()
        asked: list[str] = []
        page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
        page.locator("[data-to-sheet]").click()
        expect(page.locator("[data-status]")).to_have_text(re.compile("^4 partners .* Voor deze was er geen plaats: "))
        assert "4 partners" in asked[0]
        page = visit.go(sheet)
        expect(page.locator("[data-field='taken.2.partner']")).to_have_value("De buurvrouw")


def test_without_a_script_the_page_says_where_to_look(home: str, browser: Browser) -> None:
    with visiting(browser, home, java_script_enabled=False) as visit:
        page = visit.go(MINE)
        expect(page.locator("[data-without]")).to_contain_text("JavaScript")
        page.locator("[data-without] a").click()
        page.wait_for_url("**/partners/")
        assert page.locator(".picks-button:visible, [data-picks]:visible").count() == 0


def test_on_a_phone_every_button_fits_a_thumb(home: str, browser: Browser) -> None:
    with visiting(browser, home, size=PHONE, has_touch=True) as visit:
        page = _open(visit, f"fr/{MINE}?p=foyer,clb,ligo")
        assert page.evaluate("() => document.scrollingElement.scrollWidth") == PHONE[0]
        small = page.locator(".picks :is(button, select, input):visible").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect())"
            ".filter((box) => Math.min(box.width, box.height) < 24).length"
        )
        assert small == 0
        page.locator("[data-drop]").first.tap()
        assert _ids(page) == ["clb", "ligo"]
