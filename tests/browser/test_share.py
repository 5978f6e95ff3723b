"""Links to a page and to its sections, as people make and follow them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.test_every_kind import faults
from tests.support.browsing import DESKTOP, PHONE, Visit, until, visiting
from tests.support.pages import Site

GUIDE = "https://samen-school-maken.example/"
PAGE, SHORT = "aanbevelingen/communicatie/", f"{GUIDE}a/communicatie/"
DIALOG = "dialog[open]"
CLIPBOARD = ["clipboard-read", "clipboard-write"]
pytestmark = pytest.mark.xdist_group("browser-0")


def _code(place: Locator | Page) -> str:
    """What a telephone reads from the screen."""
    (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(place.screenshot())).convert("L"))
    return str(found.text)


def _opened(visit: Visit, url: str = PAGE, anchor: str = "tolken") -> Locator:
    """The dialog of a section, opened."""
    page = visit.go(url)
    page.locator(f"#{anchor} > .headerlink").click()
    dialog = page.locator(DIALOG)
    expect(dialog.locator("svg.share__code")).to_be_visible()
    return dialog


def test_a_section_is_copied_by_keyboard_and_the_focus_comes_back(home: str, browser: Browser) -> None:
    with visiting(browser, home, permissions=CLIPBOARD) as visit:
        page = visit.go(PAGE)
        link = page.get_by_role("link", name="Link naar dit onderdeel: App of tolk?", exact=True)
        expect(link).to_have_attribute("aria-haspopup", "dialog")
        expect(page.get_by_role("heading", name="App of tolk?", exact=True)).to_have_id("tolken")
        link.focus()
        page.keyboard.press("Enter")
        dialog = page.get_by_role("dialog", name="Link naar dit onderdeel App of tolk?", exact=True)
        button = dialog.get_by_role("button", name="Kopieer het adres")
        expect(button).to_be_focused()  # one more press, and it is done
        page.keyboard.press("Enter")
        expect(dialog.get_by_role("status")).to_have_text("Gekopieerd")
        expect(dialog.locator("[data-copies=address]")).to_have_text("Gekopieerd")
        assert page.evaluate("() => navigator.clipboard.readText()") == f"{SHORT}#tolken"
        expect(button).to_be_visible()  # it says again what it does
        page.keyboard.press("Escape")
        expect(page.locator(DIALOG)).not_to_be_visible()
        expect(link).to_be_focused()
        assert page.url == home + PAGE
        assert visit.complaints == [] and visit.failed == [] and visit.elsewhere() == []


def test_every_form_of_a_section_is_about_that_section(home: str, browser: Browser) -> None:
    with visiting(browser, home, permissions=CLIPBOARD, locale="fr-BE") as visit:
        dialog = _opened(visit, f"fr/{PAGE}")
        expect(dialog).to_have_accessible_name("Lien vers cette partie Application ou interprète\u202f?")
        said = {
            one: dialog.locator(f"[data-share={one}]").text_content()
            for one in ("own", "html", "markdown", "apa", "bibtex")
        }
        title, address = "Application ou interprète\u202f?", f"{SHORT}#tolken"
        page_title = "Communiquer de façon accessible et sur mesure"
        assert said["html"] == f'<a href="{address}">{title} – {page_title}</a>'
        assert said["markdown"] == f"[{title} – {page_title}]({address})"
        assert str(said["own"]).endswith(f"/fr/{PAGE}#tolken")
        assert said["apa"] == f"Faire école ensemble. (2026). {title} Dans {page_title}. {address}"
        assert f"title = {{{title}}},\n  titleaddon = {{{page_title}}}" in str(said["bibtex"])
        assert f"url = {{{address}}}" in str(said["bibtex"]) and "-fr-tolken,\n" in str(said["bibtex"])
        expect(dialog.locator("[data-share=embed]")).to_have_count(0)
        mail = dialog.get_by_role("link", name="Envoyer par courriel").get_attribute("href") or ""
        assert "subject=Application%20ou%20interpr%C3%A8te%E2%80%AF%3F%20%E2%80%93%20Communiquer%20" in mail
        assert "%23tolken" in mail
        dialog.locator("[data-copies=apa]").click()
        expect(dialog.get_by_role("status")).to_have_text("Copié, Référence (APA 7)")
        rich = visit.page.evaluate(
            "async () => (await (await navigator.clipboard.read())[0].getType('text/html')).text()"
        )
        assert f"<i>{page_title}</i>" in rich  # a document keeps the italics


def test_where_the_clipboard_is_closed_the_text_is_selected(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        visit.page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'));")
        dialog = _opened(visit)
        dialog.get_by_role("button", name="Kopieer het adres").click()
        until(visit.page, "() => getSelection().toString().length > 0")
        assert visit.page.evaluate("() => getSelection().toString()") == f"{SHORT}#tolken"
        expect(dialog.locator("[data-copies=address]")).to_have_text("Kopieer het adres")
        assert visit.complaints == []


def test_the_code_of_a_section_is_read_from_the_screen_and_from_its_pictures(
    home: str, browser: Browser, tmp_path: Path
) -> None:
    with visiting(browser, home, scheme="dark") as visit:
        dialog = _opened(visit)
        address = f"{SHORT}#tolken"
        assert _code(dialog.locator(".share__code")) == address
        expect(dialog.get_by_role("img", name=f"QR-code met het adres {address}")).to_be_visible()
        for ending in ("png", "svg"):
            with visit.page.expect_download() as waiting:
                dialog.locator(f"[data-share={ending}]").click()
            assert waiting.value.suggested_filename == f"qr-a-communicatie-tolken.{ending}"
            waiting.value.save_as(tmp_path / f"code.{ending}")
        picture = Image.open(tmp_path / "code.png").convert("L")
        assert [one.text for one in zxingcpp.read_barcodes(picture)] == [address]
        assert picture.point(lambda value: 255 - value).getbbox() == (40, 40, picture.width - 40, picture.height - 40)
        visit.page.goto((tmp_path / "code.svg").as_uri())
        assert _code(visit.page) == address


def test_nobody_saves_the_code_of_the_page_for_that_of_a_section(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        visit.page.route("**/lean-qr.mjs", lambda route: None)  # a network so slow that it does not come
        page = visit.go(PAGE)
        page.locator("#tolken > .headerlink").click()
        dialog = page.locator(DIALOG)
        expect(dialog.locator("[data-share=address]")).to_have_text(f"{SHORT}#tolken")
        expect(dialog.locator(".share__files")).to_be_visible()
        expect(dialog.locator(".share__files a[href]")).to_have_count(0)


def test_a_selection_that_ends_beside_the_dialog_leaves_it_open(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        dialog = _opened(visit)
        box = dialog.locator(".share__hint").bounding_box()
        assert box
        mouse = visit.page.mouse
        mouse.move(box["x"] + 4, box["y"] + 4)
        mouse.down()
        mouse.move(8, box["y"] + 4, steps=4)
        mouse.up()
        expect(dialog).to_be_visible()
        mouse.click(8, box["y"] + 4)
        expect(visit.page.locator(DIALOG)).not_to_be_visible()


def test_the_panel_of_the_page_shows_its_code_and_copies_every_form(home: str, browser: Browser) -> None:
    with visiting(browser, home, permissions=CLIPBOARD) as visit:
        page = visit.go("methodieken/gesprekstool/")
        panel = page.locator("details.share")
        panel.locator("summary").click()
        expect(panel.locator("[data-copies=address]")).to_be_visible()
        until(page, "() => document.querySelector('.share__code').naturalWidth > 0")
        assert _code(panel.locator(".share__code")) == f"{GUIDE}m/gesprekstool/"
        for name in ("address", "html", "markdown", "embed", "bibtex"):
            text = panel.locator(f"[data-share={name}]").text_content() or ""
            panel.locator(f"[data-copies={name}]").click()
            expect(panel.locator(f"[data-copies={name}]")).to_have_text("Gekopieerd")
            assert page.evaluate("() => navigator.clipboard.readText()") == text.strip()
        page.goto(f"{home}m/gesprekstool/qr.svg")
        assert _code(page) == f"{GUIDE}m/gesprekstool/"


@pytest.mark.parametrize("url", ["methodieken/gesprekstool/", "partners/foyer/", "werkbladen/gesprekstool/"])
def test_the_link_near_the_title_opens_the_same_for_the_page(url: str, home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = visit.go(url)
        page.locator("#tolken, h2 > .headerlink").first.click()
        expect(page.locator(DIALOG)).to_contain_text("Link naar dit onderdeel")
        page.locator(DIALOG).get_by_role("button", name="Sluiten").click()
        page.get_by_role("link", name="Link naar deze pagina").click()
        dialog, title = page.locator(DIALOG), page.locator("h1").first.inner_text().replace("\n", " ")
        expect(dialog).to_have_accessible_name(f"Link naar deze pagina {title}")
        form = page.locator("details.share [data-share=bibtex]").text_content() or ""
        expect(dialog.locator("[data-share=bibtex]")).to_have_text(form)
        page.mouse.click(3, 3)  # beside it
        expect(page.locator(DIALOG)).not_to_be_visible()


def test_no_title_of_a_section_becomes_markup(home: str, browser: Browser) -> None:
    title = '<img src=x onerror="document.title=1"> & [x](y) {"$1"'
    with visiting(browser, home) as visit:
        page = visit.go(PAGE)
        page.evaluate("(title) => { document.querySelector('#tolken').firstChild.data = title; }", title)
        page.locator("#tolken > .headerlink").click()
        dialog = page.locator(DIALOG)
        expect(dialog.locator("svg.share__code")).to_be_visible()
        expect(dialog.locator("img")).to_have_count(0)
        expect(dialog.locator("#__share-title")).to_have_text(title)
        apa = dialog.locator("[data-share=apa]")
        expect(apa).to_contain_text(f"(2026). {title}. In Toegankelijk")
        expect(apa.locator("*")).to_have_count(1)  # the title of the page, in italics
        link = page.evaluate(
            "() => new DOMParser().parseFromString(document.querySelector('dialog [data-share=html]').textContent,"
            " 'text/html').body.innerHTML"
        )
        assert link.count("<") == 2
        assert "communiceren" in page.title()


def test_without_scripts_the_panel_opens_and_the_sign_at_a_heading_leads_there(home: str, browser: Browser) -> None:
    with visiting(browser, home, java_script_enabled=False) as visit:
        page = visit.go(PAGE)
        page.locator("#tolken > .headerlink").click()
        assert page.url == f"{home}{PAGE}#tolken"
        page.get_by_role("link", name="Link naar deze pagina").click()
        panel = page.locator("details.share")
        expect(panel.get_by_text("@online{samen-school-maken-a-communicatie-nl,")).to_be_visible()
        assert _code(panel.locator(".share__code")) == SHORT
        expect(panel.get_by_role("button")).to_have_count(0)
        expect(panel.get_by_role("link", name="SVG, voor drukwerk")).to_be_visible()


@pytest.mark.parametrize(("scheme", "size"), [("light", PHONE), ("dark", DESKTOP)])
def test_dialog_and_panel_are_accessible_and_fit(
    scheme: str, size: tuple[int, int], home: str, browser: Browser
) -> None:
    with visiting(browser, home, scheme=scheme, size=size, has_touch=size == PHONE) as visit:
        dialog = _opened(visit)
        page = visit.page
        assert faults(page) == []
        wide = "one => [...one.querySelectorAll('*')].filter((part) => part.getBoundingClientRect().right"
        assert dialog.evaluate(f"{wide} > one.getBoundingClientRect().right).length") == 0
        heights = dialog.locator("button, .share__ways a").evaluate_all(
            "all => all.map((one) => one.getBoundingClientRect().height)"
        )
        assert min(heights) >= 24
        page.keyboard.press("Escape")
        page.locator("details.share summary").click()
        expect(page.locator("details.share [data-copies=address]")).to_be_visible()
        assert faults(page) == []
        assert page.evaluate("() => document.scrollingElement.scrollWidth") == size[0]
        sign = page.locator("#tolken > .headerlink").bounding_box()
        assert sign and min(sign["width"], sign["height"]) >= 24


@pytest.mark.parametrize(
    ("url", "anchor"),
    [
        (PAGE, "tolken"),
        ("methodieken/gesprekstool/", "stap-2"),
        (PAGE, "figuur-vier-soorten-contact"),
        ("over/begrippenlijst/", "brugfiguur"),
        ("partners/taal-en-tolken/", "foyer"),
    ],
)
def test_who_follows_a_link_sees_where_it_led(url: str, anchor: str, home: str, browser: Browser) -> None:
    with visiting(browser, home, size=PHONE) as visit:
        page = visit.page
        page.goto(f"{home}{url}#{anchor}")
        line, target = page.get_by_text("Hier leidde je link naartoe", exact=True), page.locator(f"[id={anchor}]")
        expect(line).to_be_visible()
        expect(line).to_be_in_viewport(ratio=1)
        assert target.evaluate("(one, line) => one.contains(line)", line.element_handle())
        head = page.locator(".head").bounding_box()
        seen = line.bounding_box()
        assert head and seen and seen["y"] >= head["y"] + head["height"]
        marked = "one => { const look = getComputedStyle(one); return look.backgroundColor + look.outlineStyle; }"
        there = target.evaluate(marked)
        page.emulate_media(media="print")
        expect(line).not_to_be_visible()
        assert target.evaluate(marked) != there
        page.emulate_media(media="screen")
        page.evaluate("() => { location.hash = '#nergens'; }")
        expect(line).to_have_count(0)
        assert target.evaluate(marked) != there


@pytest.mark.parametrize("anchor", ["oud", "ouder"])
def test_an_anchor_of_before_marks_the_heading_that_took_its_place(
    anchor: str, site: Site, home: str, browser: Browser
) -> None:
    page_now = (site.root / PAGE / "index.html").read_text("utf-8")
    before, mark, after = page_now.partition('<h3 aria-label="App of tolk?"')
    assert mark
    renamed = f'{before}<span id="ouder"></span><span id="oud"></span>{mark}{after}'
    with visiting(browser, home, size=PHONE) as visit:
        page = visit.page
        page.route(f"{home}{PAGE}", lambda route: route.fulfill(body=renamed, content_type="text/html"))
        page.goto(f"{home}{PAGE}#{anchor}")
        heading, line = page.locator("#tolken"), page.locator("#tolken > .arrived")
        expect(line).to_be_in_viewport(ratio=1)
        above, title = line.bounding_box(), heading.bounding_box()
        assert above and title and 0 <= title["y"] - above["y"] < 40
        assert heading.evaluate("one => getComputedStyle(one, '::before').borderInlineStartWidth") == "4px"


def test_who_walks_through_the_page_or_changes_its_language_is_told_nothing(home: str, browser: Browser) -> None:
    with visiting(browser, home) as visit:
        page = visit.go(PAGE)
        line = page.locator(".arrived")
        page.locator(".page-map a[href='#valkuilen']").click()
        page.wait_for_url("**/#valkuilen")
        expect(line).to_have_count(0)
        page.locator(".head__tools > .head__languages a[hreflang=fr]").click()
        page.wait_for_url("**/fr/**#valkuilen")
        visit.settle()
        expect(line).to_have_count(0)
        # A short address is a link from elsewhere, though it stands on the same site.
        page.goto(f"{home}a/communicatie/#tolken")
        page.wait_for_url(f"{home}{PAGE}#tolken")
        expect(line).to_have_text("Hier leidde je link naartoe")
        page.reload()
        visit.settle()
        expect(line).to_have_count(0)
        page.goto(f"{home}visie/#100%")  # no place has this name, and nobody encoded it
        visit.settle()
        assert visit.complaints == []
