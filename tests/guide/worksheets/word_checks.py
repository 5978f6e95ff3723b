"""Checks of Word files: by schema and Word's own rules, and by opening them in LibreOffice."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path

from lxml import etree
from openxml_audit import OpenXmlValidator

from guide.worksheets.wordml import NAMESPACES
from tests.support.project import ROOT

FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{}</dir></fontconfig>
"""


@cache
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator()


def schema_faults(path: Path) -> list[str]:
    """What the schema of ISO 29500 (transitional) and Word's own rules find in a file: part, place and fault."""
    return [f"{error.part_uri} {error.path}: {error.description}" for error in _validator().validate(path).errors]


def document(data: bytes) -> etree._Element:
    """The root of word/document.xml."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def found(root: etree._Element, path: str) -> list[etree._Element]:
    """The elements at a path of ElementTree, with the prefixes of Word: .//w:tbl."""
    return list(root.iterfind(path, NAMESPACES))


def value(element: etree._Element, name: str) -> str | None:
    """An attribute of `w`."""
    return element.get(f"{{{NAMESPACES['w']}}}{name}")


def spoiled(data: bytes, part: str, old: str, new: str) -> bytes:
    """The file with the first `old` of a part replaced. AssertionError when it is not there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(out, "w") as after:
        for name in before.namelist():
            text = before.read(name)
            if name == part:
                assert old.encode() in text, old
                text = text.replace(old.encode(), new.encode(), 1)
            after.writestr(name, text)
    return out.getvalue()


def opened(files: list[Path], folder: Path) -> dict[str, bytes]:
    """Each file as LibreOffice prints it, with the faces of the sheets. AssertionError when one does not open."""
    assert shutil.which("soffice"), "LibreOffice is needed (make test-all installs it)"
    config = folder / "fonts.conf"
    config.write_text(FONTS.format(ROOT / "node_modules" / "@expo-google-fonts"), "utf-8")
    command = ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", "pdf"]
    done = subprocess.run(
        [*command, "--outdir", str(folder), *map(str, files)],
        env=os.environ | {"FONTCONFIG_FILE": str(config)}, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    made = {path.name: folder / f"{path.stem}.pdf" for path in files}
    missing = [name for name, path in made.items() if not path.exists()]
    assert not missing, f"{missing} did not open: {done.stdout}{done.stderr}"
    return {name: path.read_bytes() for name, path in made.items()}
