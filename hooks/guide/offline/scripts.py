"""The scripts of the site as classic ones, and the files that they ask for as scripts.

esbuild makes one file of each module that a page names, with all that it imports, also later; `fetch` and `Worker` in
it are those of the folder `scripts`. So the modules themselves know nothing of the copy.
"""

from __future__ import annotations

import json
import posixpath
import subprocess
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

from guide.offline.links import Links
from guide.offline.pages import OFFLINE, SCRIPTS, classic_name
from guide.search import INDEX, SETTINGS
from guide.site import Guide

FOLDER = Path(__file__).parent / "scripts"
WORKER = "search-worker.js"
_EVERYWHERE = ["--bundle", "--minify", "--format=iife", "--charset=utf8", "--log-level=warning"]
_STEMMER = "lunr/min/lunr.{}.min.js"


def classic_scripts(guide: Guide, site: Path, modules: Collection[str]) -> dict[str, bytes]:
    """The scripts by their file in the copy. modules: the files of the entries, from the site's root.

    FileNotFoundError when esbuild is not installed; subprocess.CalledProcessError when a module cannot be bundled.
    """
    made: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder)
        if modules:
            # No worker: the search of a long list runs on the page. Without it nothing asks where a module stands.
            given = ["--define:Worker=undefined", '--define:import.meta.url=""', f"--inject:{FOLDER / 'data.mjs'}"]
            entries = [str((site / one).resolve()) for one in sorted(modules)]
            _esbuild(guide, [*entries, *given, f"--outbase={site.resolve()}", f"--outdir={out}"])
        worker = site / SCRIPTS / WORKER
        if worker.exists():
            given = [f"--alias:search-worker={worker.resolve()}", f"--inject:{FOLDER / 'scope.mjs'}"]
            _esbuild(guide, [str(FOLDER / "offline.mjs"), *given, f"--outfile={out / SCRIPTS / OFFLINE}"])
        for path in sorted(out.rglob("*.js")):
            made[path.relative_to(out).as_posix()] = path.read_bytes()
    wanted = {classic_name(one) for one in modules} | ({posixpath.join(SCRIPTS, OFFLINE)} if worker.exists() else set())
    assert made.keys() == wanted, made.keys() ^ wanted
    return made


def _esbuild(guide: Guide, options: list[str]) -> None:
    subprocess.run([guide.root / "node_modules" / ".bin" / "esbuild", *_EVERYWHERE, *options], check=True)


def data_scripts(guide: Guide, site: Path, links: Links, fetched: Mapping[str, str]) -> dict[str, bytes]:
    """What scripts ask for, as scripts: each puts the text of the file under its own address.

    fetched: the files that pages name, with the folder from which addresses in them count. The indexes of the search
    are added: with its index comes what brings words back to their stem, for a page cannot run other scripts halfway.
    """
    made = {
        f"{one}.js": _data(_linked((site / one).read_text("utf-8"), links, folder))
        for one, folder in sorted(fetched.items())
    }
    for language in guide.languages:
        prefix = guide.prefix(language)
        settings = site / prefix / SETTINGS
        if not settings.exists():
            continue
        text = settings.read_text("utf-8")
        # On a file the theme itself looks for its settings here.
        made[prefix + posixpath.splitext(SETTINGS)[0] + ".js"] = f"var __index={text}".encode()
        index = json.loads((site / prefix / INDEX).read_text("utf-8"))
        for entry in index["docs"]:
            entry["location"] = links.link(entry["location"] or "./", prefix)
        made[f"{prefix}{INDEX}.js"] = _data(_json(index)) + _stemmer(site, json.loads(text)["config"]["stemmer"])
    return made


def _data(text: str) -> bytes:
    return f"(globalThis.offlineData??={{}})[document.currentScript.src]={_json(text)};\n".encode()


def _stemmer(site: Path, language: str) -> bytes:
    """The scripts that the worker imports for a language, each as a function that is run when it is asked for."""
    if not language:
        return b""
    folder = site / SCRIPTS
    names = [path.relative_to(folder).as_posix() for path in sorted((folder / "workers").glob("search.*.min.js"))]
    names += [] if language == "en" else [_STEMMER.format("stemmer.support"), _STEMMER.format(language)]
    parts = ["globalThis.offlineScripts??={};\n"]
    for name in names:
        # What a worker calls by its bare name comes as a parameter.
        script = (folder / name).read_text("utf-8")
        parts.append(f"offlineScripts[{_json(name)}]=function(self,addEventListener,postMessage){{{script}\n}};\n")
    return "".join(parts).encode()


def _linked(text: str, links: Links, folder: str) -> str:
    """JSON of which the texts that are an address of a page lead to its file. folder: from which they count."""

    def walk(node: object) -> object:
        if isinstance(node, dict):
            return {key: walk(value) for key, value in node.items()}
        if isinstance(node, list):
            return [walk(one) for one in node]
        if isinstance(node, str) and node.endswith("/") and links.file(node, folder) in links.files:
            return links.link(node, folder)
        return node

    return _json(walk(json.loads(text)))


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
