"""What pages say to machines, and whether schema.org knows the words."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tests.support.pages import BuiltPage
from tests.support.project import ROOT

SCRIPTS = "//script[@type='application/ld+json']/text()"
OPTIONS = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--types", ""]

Node = dict[str, Any]


def graph(page: BuiltPage) -> list[Node]:
    """The nodes in the head of a page; none when it says nothing. AssertionError when it says them twice."""
    found = page.all(SCRIPTS)
    assert len(found) <= 1, page.url
    assert found == page.all(f"//head{SCRIPTS}"), page.url
    said = [json.loads(one) for one in found]
    assert all(set(one) == {"@context", "@graph"} and one["@context"] == "https://schema.org" for one in said)
    return [node for one in said for node in one["@graph"]]


def text_of(element: Any) -> str:
    """The words of a heading, with the spaces that keep two of them together, without the link to it."""
    words = re.sub("[ \t\r\n]+", " ", element.text_content())
    return words.strip(" ").removesuffix("#").strip(" ")


def title_of(page: BuiltPage) -> str:
    """The title that a page shows, with plain spaces."""
    return " ".join(text_of(page.elements("//h1")[0]).split())


def addresses(value: Any) -> Iterator[str]:
    """Every web address in data, however deep."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from addresses(one)
    elif isinstance(value, str) and value.startswith(("https://", "http://")):
        yield value


def shape(value: Any) -> Any:
    """What the types of schema.org see of a value: keys, types and words such as "PT5M" alike, texts all the same.

    Thousands of nodes have some forty shapes, so each shape needs to be compiled only once.
    """
    if isinstance(value, dict):
        return tuple(sorted((key, one if key == "@type" else shape(one)) for key, one in value.items()))
    if isinstance(value, list):
        return ("list", *sorted({repr(shape(one)) for one in value}))
    return type(value).__name__


def complaints(nodes: Iterable[Node], folder: Path) -> list[str]:
    """What TypeScript says of nodes against the types that Google made of schema.org (schema-dts); each shape once."""
    known = {shape(node): node for node in nodes}
    lines = [f"{json.dumps(node, ensure_ascii=False)} satisfies s.{node['@type']}," for node in known.values()]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    text = "\n".join(['import type * as s from "schema-dts";', "export default [", *lines, "];"])
    (folder / "said.ts").write_text(text, "utf-8")
    compiler = ROOT / "node_modules" / "typescript" / "bin" / "tsc"
    done = subprocess.run(
        ["node", str(compiler), *OPTIONS, "said.ts"], cwd=folder, capture_output=True, text=True, timeout=300
    )
    found = [line for line in done.stdout.splitlines() if "error TS" in line]
    assert bool(found) == bool(done.returncode), done.stdout + done.stderr
    return found
