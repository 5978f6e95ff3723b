"""The pictures of the codes: which there are, and what a telephone reads on them."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import zxingcpp
from PIL import Image

from guide.catalogue import Catalogue
from guide.citing.codes import code_files
from guide.site import Guide
from tests.support.guides import small_guide
from tests.support.written import PAGES

FILES = {**PAGES, "doen/kijken.md": PAGES["doen/kijken.md"].replace("worksheets: [vragen]\npartners: [bib]\n", "")}


def _guide(root: Path) -> Guide:
    return replace(small_guide(root, FILES), cache=root / "cache")


def test_a_page_has_one_beside_its_short_address_and_another_page_one_in_each_language(tmp_path: Path) -> None:
    catalogue = Catalogue(_guide(tmp_path))
    made = code_files(catalogue)
    folders = {name.removesuffix("qr.svg") for name in made if name.endswith("qr.svg")}
    assert {f"{folder}qr.png" for folder in folders} == {name for name in made if name.endswith(".png")}
    assert {"r/rust/", "d/kijken/"} <= folders
    others = folders - {"r/rust/", "d/kijken/"}
    guide = catalogue.guide
    without = {uri for uri in catalogue.pages if uri not in {"raad/rust.md", "doen/kijken.md"}}
    assert others == {guide.page_url(uri, code) for uri in without for code in catalogue.pages[uri]}


def test_a_telephone_reads_the_address_with_room_around_it(tmp_path: Path) -> None:
    for name, content in code_files(Catalogue(_guide(tmp_path))).items():
        if not name.endswith(".png"):
            assert b'width="' in content and b'height="' in content and b"<?xml" not in content
            continue
        picture = Image.open(BytesIO(content)).convert("L")
        (found,) = zxingcpp.read_barcodes(picture)
        assert found.text == f"https://klein.test/{name.removesuffix('qr.png')}"
        assert found.ec_level in {"M", "Q", "H"}  # as much as has room at the same size
        assert picture.width >= 330  # nearly 3 cm at 300 dots per inch
        # Four modules of 10 pixels stay empty on each side, and the fifth does not.
        box = picture.point(lambda value: 255 - value).getbbox()
        assert box == (40, 40, picture.width - 40, picture.height - 40)
        assert len(content) < 1500


def test_the_same_address_gives_the_same_bytes_and_is_drawn_once(tmp_path: Path) -> None:
    guide = _guide(tmp_path)
    made = code_files(Catalogue(guide))
    kept = {path: path.stat().st_mtime_ns for path in (guide.cache / "codes").iterdir()}
    assert len(kept) == len(made)
    assert code_files(Catalogue(guide)) == made
    assert {path: path.stat().st_mtime_ns for path in (guide.cache / "codes").iterdir()} == kept
    assert code_files(Catalogue(replace(guide, cache=tmp_path / "other"))) == made
