"""What editors need to write a worksheet, made from the models and the documented examples themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import typst
import yaml
from markupsafe import Markup

from guide.site import Guide, relative_url
from guide.source import FEW
from guide.strings import Strings, load
from guide.templates import templates
from guide.worksheets import pdf
from guide.worksheets.at_once import at_once
from guide.worksheets.blocks import FOLDER as BLOCKS
from guide.worksheets.blocks import MODELS
from guide.worksheets.blocks.base import Block
from guide.worksheets.cache import kept, key
from guide.worksheets.design import attribution, icon, icon_names
from guide.worksheets.examples import TEXTS, Example, examples
from guide.worksheets.html import Part
from guide.worksheets.model import Worksheet
from guide.worksheets.schema import Form, Key, keys_of
from guide.worksheets.view import View, view

FOLDER = Path(__file__).parent
PLACE = "assets/images/blocks"
LISTS = ("block-types", "sheet-keys", "pictograms")
PPI = 120


@dataclass(frozen=True)
class Sample:
    """A block of an example: how it is written, and its picture from the site's root."""

    yaml: str
    picture: str
    size: tuple[int, int]


@dataclass(frozen=True)
class Row:
    """A key in the table. depth: how many lists it stands in. form, meaning: in words."""

    name: str
    depth: int
    form: str
    meaning: str
    required: bool


def handbook_html(guide: Guide, language: str, name: str, url: str) -> str:
    """One of LISTS, for a page at `url`."""
    strings = load(language)
    values: dict[str, Any] = {"t": strings, "language": language, "source": guide.source_language}
    if name == "block-types":
        values["types"] = list(_types(guide, strings, url))
        values["shared"] = [*_rows(guide, strings, keys_of(Block), _meanings("block"))]
    elif name == "sheet-keys":
        values["rows"] = [*_rows(guide, strings, keys_of(Worksheet), _meanings("sheet"))]
    else:
        values["icons"] = {one: Markup(icon(one)) for one in sorted(icon_names())}
        values["attribution"] = attribution()
    return templates(FOLDER / "templates").get_template(f"handbook-{name}.html").render(values)


def example_pictures(guide: Guide) -> dict[str, bytes]:
    """The picture of every block of every example by address; those that were made before come from the cache."""
    jobs = [(guide, one, number) for one in _examples(guide) for number in range(len(_written(one)))]
    pictures = at_once(_picture, jobs)
    return {_address(one.type, number): data for (_, one, number), data in zip(jobs, pictures, strict=True)}


def _address(kind: str, number: int) -> str:
    return f"{PLACE}/{kind}-{number + 1}.png"


def _examples(guide: Guide) -> list[Example]:
    strings = guide.editor_strings
    words = {name: strings["handbook.example"] for name in (*TEXTS, "how")}
    return examples(guide, words | {"source": strings["handbook.example_source"]})


def _written(example: Example) -> list[str]:
    """The YAML of each block of the example."""
    parts = example.text.split("\n  - ")
    return [(part if at == 0 else f"  - {part}").rstrip() for at, part in enumerate(parts)]


def _picture(guide: Guide, example: Example, number: int) -> bytes:
    """One block as the sheets print it, on a page that is as high as it needs or, when it fills a page, a low one."""
    shown = view(guide, example.sheet)
    own = [one for one in shown.worksheet.blocks if getattr(one, "type", "") == example.type][number]
    height = 0 if not Part(own).fills else 90
    modules = guide.root / "node_modules"
    name = key(pdf.ingredients(modules), pdf.text(shown), own.id, str(height), str(PPI))
    return kept(guide.cache / "worksheets", f"{name}.png", lambda: _drawn(shown, modules, own.id, height))


def _drawn(shown: View, modules: Path, name: str, height: int) -> bytes:
    """The picture of one block. PdfError says what Typst said."""
    parts = ", ".join(f"{one}: {one}.draw" for one in MODELS)
    lines = [
        '#import "typst/one-block.typ": one-block',
        *(f'#import "blocks/{one}/block.typ" as {one}' for one in MODELS),
    ]
    lines.append(f'#one-block(json(bytes(sys.inputs.data)), ({parts}), "{name}", {height})')
    compiler = typst.Compiler(
        "\n".join(lines).encode(), root=str(FOLDER), font_paths=pdf.fonts(modules), sys_inputs={"data": pdf.text(shown)}
    )
    try:
        made = compiler.compile(format="png", ppi=PPI)
    except typst.TypstError as error:
        raise pdf.PdfError(f"{name}: {error.message}") from error
    assert isinstance(made, bytes)
    return made


def _types(guide: Guide, strings: Strings, url: str) -> Iterator[dict[str, Any]]:
    """Each type of block, those that every sheet has first and last."""
    found = {example.type: example for example in _examples(guide)}
    order = ["header", *(name for name in found if name not in {"header", "footer"}), "footer"]
    for name in order:
        words, example = _words(name), found[name]
        samples = [
            Sample(text, relative_url(_address(name, number), url), _size(_picture(guide, example, number)))
            for number, text in enumerate(_written(example))
        ]
        model = MODELS[name]
        keys = keys_of(model, skip=("type", *Block.model_fields))
        yield {
            "type": name,
            "name": in_language(words["name"], strings.language),
            "what": in_language(words["what"], strings.language),
            "samples": samples,
            "rows": [*_rows(guide, strings, keys, {**_meanings("shared"), **words["keys"]})],
        }


def _rows(guide: Guide, strings: Strings, keys: Iterator[Key], meanings: Mapping[str, Any]) -> Iterator[Row]:
    shared = _meanings("shared")
    for one in keys:
        name = one.path.rpartition(".")[2]
        meaning = meanings.get(one.path) or meanings.get(name) or shared.get(name) or {}
        words = in_language(meaning, strings.language)
        form = _form(guide, strings, one.form)
        if one.default not in {"", "false"}:
            form += strings.text("handbook.default", value=one.default)
        yield Row(name, one.path.count("."), form, words, one.required)


def _form(guide: Guide, strings: Strings, form: Form) -> str:
    """What one writes at a key, in words."""
    ids = guide.vocabulary.ids()
    values = tuple(sorted(ids[form.of])) if 0 < len(ids.get(form.of, ())) <= FEW else form.values
    kind = "one_of" if values else f"id_{form.of}" if form.kind == "id" else form.kind
    if kind == "number" and form.low is None:
        kind = "whole"
    low, high = str(form.low or 0), str(form.high or "")
    words = strings.text(f"handbook.forms.{kind}", **({"values": ", ".join(values)} if values else {}))
    if kind == "number":
        return strings.text("handbook.limits", form=words, low=low, high=high)
    if form.several and form.high and form.high < 60:  # a higher one only stops nonsense
        return strings.text("handbook.list_of", form=words, low=low, high=high)
    return strings.text("handbook.list", form=words) if form.several else words


@cache
def _file(path: Path) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return data


def _words(name: str) -> dict[str, Any]:
    return _file(BLOCKS / name / "words.yml")


def _meanings(part: str) -> dict[str, Any]:
    """What keys mean, by path; part: those of a sheet, of every block, or of several types of block."""
    found: dict[str, Any] = _file(FOLDER / "keys.yml")[part]
    return found


def sheet_meanings(language: str) -> dict[str, str]:
    """What the keys of a sheet mean, by path."""
    return {path: in_language(words, language) for path, words in _meanings("sheet").items()}


def in_language(texts: Mapping[str, str], language: str) -> str:
    """A text in a language, in English where it lacks that language; "" when there is none."""
    return texts.get(language) or texts.get("en", "")


def _size(png: bytes) -> tuple[int, int]:
    """Width and height, which stand at a fixed place in a PNG."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
