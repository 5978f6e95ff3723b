"""What a screen reader gets of a page: roles, names and states from Chromium's own tree, and what is said by itself."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.support.browsing import visiting

pytestmark = pytest.mark.xdist_group("browser-0")
FRAME = {
    "": """
        - link "Ga naar de inhoud"
        - banner:
          - link "Samen school maken"
          - navigation "Menu":
            - list:
              - listitem:
                - link "Aanbevelingen"
          - dialog "Zoeken":
            - search:
              - textbox "Zoek in de gids"
          - navigation "Taal"
          - button "Donker of licht"
        - main
        - contentinfo
    """,
    "fr/": """
        - link "Aller au contenu"
        - banner:
          - link "Faire école ensemble"
          - navigation "Menu":
            - list:
              - listitem:
                - link "Recommandations"
          - dialog "Rechercher":
            - search:
              - textbox "Rechercher dans le guide"
          - navigation "Langue"
          - button "Sombre ou clair"
        - main
        - contentinfo
    """,
    "ar/ouders/": """
        - link "الانتقال إلى النص"
        - banner:
          - link "Samen school maken للأهل"
          - button "الوضع الداكن أو الفاتح"
        - main
    """,
}
SHEET = """
    - heading "Wat is nu belangrijk voor uw kind?" [level=3]
    - textbox "Wat is nu belangrijk voor uw kind?, Thuis"
    - heading "Dit spreken we af" [level=3]
    - table:
      - rowgroup:
        - row:
          - columnheader "Wie?"
          - columnheader "Wat doen we?"
          - columnheader "Wanneer praten we opnieuw?"
      - rowgroup:
        - row:
          - cell:
            - textbox "Wie?, 1"
          - cell:
            - textbox "Wat doen we?, 1"
"""
FILTERS = r"""
    - search "Zoek een partner":
      - searchbox "Zoek een partner"
      - group:
        - group "Wat heb je nodig?":
          - checkbox /^Tolken en vertalen \d+$/
      - group:
        - combobox "Werkt (ook) in"
        - combobox "Aanbeveling"
        - combobox "Voor wie?"
        - combobox "Spreekt"
    - status: /\d+ partners en diensten/
"""


@pytest.mark.parametrize("url", FRAME)
def test_the_frame_of_a_page_has_names_in_its_language(url: str, home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        expect(visit.go(url).locator("body")).to_match_aria_snapshot(FRAME[url])


def test_a_sheet_says_what_is_to_be_filled_in_where(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        expect(visit.go("werkbladen/gesprekstool/").locator("article.ws")).to_match_aria_snapshot(SHEET)


def test_the_search_for_partners_has_names_and_says_how_many_there_are(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = visit.go("partners/")
        expect(page.locator("main")).to_match_aria_snapshot(FILTERS)
        said = page.get_by_role("status").filter(has_text="partners en diensten")
        everything = said.inner_text()
        page.get_by_role("checkbox", name=re.compile("^Tolken en vertalen")).check()
        expect(said).not_to_have_text(everything)


def test_every_drawing_has_a_name_in_the_language_of_the_page(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        seen: dict[str, list[str]] = {}
        for prefix in ("", "fr/", "en/"):
            page = visit.go(f"{prefix}aanbevelingen/communicatie/")
            drawings = page.locator("figure").get_by_role("img")
            assert drawings.count() == 2
            seen[prefix] = [one.get_attribute("aria-label") or "" for one in drawings.all()]
            assert min(map(len, seen[prefix])) > 20
        assert not set(seen[""]) & set(seen["fr/"]) and not set(seen["fr/"]) & set(seen["en/"])


def test_words_in_another_language_say_so(home: str, browser: Browser) -> None:
    """A voice reads the Dutch on an Arabic page as Dutch, and the Arabic from right to left."""
    with visiting(browser, home) as visit:
        page = visit.go("ar/werkbladen/gesprekstool/")
        spoken = "one => one.closest('[lang]').lang"
        dutch = page.locator("article.ws").get_by_text("Wij praten samen over uw kind.", exact=True)
        arabic = page.locator("article.ws").get_by_text("نتحدث معًا عن طفلكم.", exact=True)
        assert (dutch.evaluate(spoken), arabic.evaluate(spoken)) == ("nl", "ar")
        assert arabic.evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_what_happens_is_said(home: str, browser: Browser) -> None:
    with visiting(browser, home, permissions=["clipboard-read", "clipboard-write"]) as visit:
        page = visit.go("werkbladen/gesprekstool/")
        page.get_by_role("textbox", name="Voornaam van het kind").fill("Noor")
        page.on("dialog", lambda asked: asked.accept())
        page.get_by_role("button", name=re.compile("^Wis")).first.click()
        expect(page.get_by_role("status").filter(has_text=re.compile("^Gewist"))).to_have_count(1)
        page = visit.go("aanbevelingen/communicatie/#taal")
        page.get_by_role("link", name=re.compile("^Link naar dit onderdeel: Doe dit morgen")).click()
        dialog = page.get_by_role("dialog").filter(has_text="Doe dit morgen")
        dialog.get_by_role("button", name=re.compile("[Kk]opieer")).first.click()
        expect(dialog.get_by_role("status")).not_to_be_empty()


@pytest.mark.parametrize("late", [False, True])
def test_the_search_says_what_it_found_to_who_dictates(late: bool, home: str, browser: Browser) -> None:
    """What is filled in without a key being pressed, also before our script is there: the theme would not look."""
    with visiting(browser, home) as visit:
        held: list[Route] = []
        if late:
            visit.page.route("**/search.mjs", lambda route: held.append(route))
        page = visit.go("")
        field = page.get_by_role("textbox", name="Zoek in de gids")
        field.focus()
        page.wait_for_timeout(300)  # the theme looks once when the field gets the focus
        field.fill("tolk")
        page.wait_for_timeout(100)
        assert len(held) == late
        for route in held:
            route.continue_()
        dialog = page.get_by_role("dialog", name="Zoeken")
        expect(dialog.get_by_role("status")).to_have_text(re.compile(r"^\d+ bladzijden$"))
        results = dialog.get_by_role("link")
        expect(results.first).to_be_visible()
        expect(results.first).to_have_accessible_name(re.compile("[Tt]olk"))
