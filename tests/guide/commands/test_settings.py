"""What the commands read of mkdocs.yml, and what is copied from node_modules."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from guide.settings import read_settings
from guide.vendor import make_vendor
from tests.support.project import ROOT

TEXT = """\
site_url: !ENV [SITE_URL, "https://klein.test/"]
hooks: [hooks/x.py]
plugins:
  - search
  - i18n:
      languages:
        - {locale: fr, name: Français}
        - {locale: nl, name: Nederlands, default: true}
        - {locale: en, name: English, build: false}
"""


@pytest.mark.parametrize(
    ("variable", "url"), [(None, "https://klein.test/"), ("https://a.be/gids/", "https://a.be/gids/")]
)
def test_settings(variable: str | None, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    if variable:
        monkeypatch.setenv("SITE_URL", variable)
    (tmp_path / "mkdocs.yml").write_text(TEXT, "utf-8")
    settings = read_settings(tmp_path)
    assert settings.site_url == url
    assert settings.languages == ("nl", "fr")
    assert (settings.docs, settings.site) == (tmp_path / "docs", tmp_path / "site")


def test_the_real_settings() -> None:
    settings = read_settings(ROOT)
    assert settings.languages == ("nl", "fr", "en")
    assert settings.docs == ROOT / "docs"


def _project(root: Path, files: dict[str, str], bundles: dict[str, str] | None = None) -> None:
    (root / "node_modules" / "letters").mkdir(parents=True)
    (root / "node_modules" / "letters" / "a.woff2").write_bytes(b"letters")
    vendor = {"files": files, "bundles": bundles or {}}
    (root / "package.json").write_text(json.dumps({"vendor": vendor}), "utf-8")


def test_the_vendor_folder_is_made_anew(tmp_path: Path) -> None:
    _project(tmp_path, {"letters/a.woff2": "fonts/"})
    folder = tmp_path / "overrides" / "assets" / "vendor"
    folder.mkdir(parents=True)
    (folder / "old.js").touch()
    assert make_vendor(tmp_path) == [folder / "fonts" / "a.woff2"]
    assert (folder / "fonts" / "a.woff2").read_bytes() == b"letters"
    assert not (folder / "old.js").exists()


def test_a_missing_package_is_named(tmp_path: Path) -> None:
    _project(tmp_path, {"letters/b.woff2": "fonts/"})
    with pytest.raises(FileNotFoundError, match=r"letters/b\.woff2"):
        make_vendor(tmp_path)


def test_a_bundle_is_one_module_that_imports_nothing(tmp_path: Path) -> None:
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    bundles = json.loads((ROOT / "package.json").read_text("utf-8"))["vendor"]["bundles"]
    (tmp_path / "package.json").write_text(json.dumps({"vendor": {"files": {}, "bundles": bundles}}), "utf-8")
    made = make_vendor(tmp_path)
    assert [path.name for path in made] == list(dict.fromkeys(bundles.values()))
    for path in made:
        text = path.read_text("utf-8")
        assert "export{" in text and "import" not in text.split("export{")[0][:200]
