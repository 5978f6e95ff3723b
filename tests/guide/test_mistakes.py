"""Any row of mistakes in a guide gives messages, never a traceback and never a hang.

hypothesis draws the mistakes; the same ones at every run, so that what fails in one place fails everywhere.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.catalogue import Catalogue
from guide.faults import find_problems
from guide.problems import Problem, ProblemsError, report
from guide.settings import guide_of
from guide.strings import load
from guide.writing.check import find_problems as find_style
from tests.support.breaking import WHOLE, whole

MORE = "GUIDE_TEST_ALL" in os.environ
FILES = sorted(path.relative_to(WHOLE).as_posix() for path in (WHOLE / "docs").rglob("*") if path.is_file())
PLACES = [*FILES, "mkdocs.yml"]
NAMES = ["x", "index", "rust", "bib", "werkblad", "Groot", "a b", "é", "x.fr", "x.ar", "x.xx", "-", "1"]
WORDS = [
    "",
    "x",
    "rust",
    "bib",
    "nl",
    "fr",
    "yes",
    "null",
    "~",
    "1",
    "-1",
    "0.5",
    "2026-11-21",
    "kern",
    "../x",
    "#",
    "‮",
]
ODD = [
    "\t", "---\n", "...\n", "- ", ": ", "{", "}", "[", "]", '"', "'", "|", ">", "&a ", "*a", "!!binary ", "%", "@", "`",
    "#", "/// ",
    "///\n", "/// list | methods\n///\n", "/// figure | boom\n", "/// research | x\n    certainty: strong\n",
    "# x\n", "## x {#kern}\n", "## x {#}\n", "[x](y.md)", "[x](#y)", "![x](y.png)", "<script>", "<!--", "-->", "```\n",
    "{#x}", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\0", "\x07", "\x85", "é", "م", "😀", "\r", "\r\n",
    "a@b.be", "0470123456",
]  # fmt: skip

scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.sampled_from(WORDS), st.text(max_size=20), st.dates()
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.sampled_from([*WORDS, "id", "type", "name"]), inner, max_size=3)
    ),
    max_leaves=8,
)
spot = st.integers(0, 2**20)
"""A place in a file, a list or a tree: what it is too large for, it goes round in."""


def _insert(path: Path, piece: bytes, at: int) -> None:
    data = path.read_bytes()
    place = at % (len(data) + 1)
    path.write_bytes(data[:place] + piece + data[place:])


def _cut(path: Path, start: int, end: int) -> None:
    data = path.read_bytes()
    low, high = sorted((start % (len(data) + 1), end % (len(data) + 1)))
    path.write_bytes(data[:low] + data[high:])


def _swap_lines(path: Path, one: int, other: int) -> None:
    lines = path.read_bytes().split(b"\n")
    one, other = one % len(lines), other % len(lines)
    lines[one], lines[other] = lines[other], lines[one]
    path.write_bytes(b"\n".join(lines))


def _replace_node(path: Path, value: Any, at: int) -> None:
    """Put a value in place of some part of a YAML file, or of the front matter of a page."""
    text = path.read_bytes().decode("utf-8", "replace")
    head, body = text, ""
    if path.suffix == ".md":
        parts = text.split("---\n", 2)
        if len(parts) < 3:
            return
        head, body = parts[1], parts[2]
    try:
        data = yaml.load(head, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError):
        return
    spots: list[tuple[Any, Any]] = []
    _collect(data, spots)
    if spots:
        holder, key = spots[at % len(spots)]
        holder[key] = value
    else:
        data = value
    head = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    path.write_text(f"---\n{head}---\n{body}" if path.suffix == ".md" else head, "utf-8", "surrogatepass")


def _collect(node: Any, found: list[tuple[Any, Any]]) -> None:
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        found.append((node, key))
        _collect(value, found)


def _rename_key(path: Path, name: str, at: int) -> None:
    lines = path.read_text("utf-8", "replace").split("\n")
    named = [number for number, line in enumerate(lines) if ":" in line]
    if named:
        number = named[at % len(named)]
        lines[number] = name + ":" + lines[number].partition(":")[2]
        path.write_bytes("\n".join(lines).encode("utf-8", "replace"))


def _moved(path: Path, name: str, make: Callable[[Path, Path], Any]) -> None:
    target = path.with_name(name + path.suffix)
    if not target.exists():
        make(path, target)


places = st.sampled_from(PLACES)
mistakes = st.one_of(
    st.tuples(st.just(Path.unlink), st.sampled_from(FILES)),
    st.tuples(st.just(lambda path, name: _moved(path, name, shutil.copyfile)), places, st.sampled_from(NAMES)),
    st.tuples(
        st.just(lambda path, name: _moved(path, name, Path.rename)), st.sampled_from(FILES), st.sampled_from(NAMES)
    ),
    st.tuples(st.just(_insert), places, st.binary(min_size=1, max_size=4), spot),
    st.tuples(st.just(_insert), places, st.sampled_from(ODD).map(lambda text: text.encode()), spot),
    st.tuples(st.just(_insert), places, st.sampled_from(ODD).map(lambda text: b"\n" + text.encode()), spot),
    st.tuples(
        st.just(_insert),
        places,
        st.text(min_size=1, max_size=8).map(lambda text: text.encode("utf-8", "replace")),
        spot,
    ),
    st.tuples(st.just(_cut), places, spot, spot),
    st.tuples(st.just(_swap_lines), places, spot, spot),
    st.tuples(st.just(_replace_node), places, values, spot),
    st.tuples(st.just(_replace_node), places, values, spot),
    st.tuples(st.just(_replace_node), places, values, spot),
    st.tuples(st.just(_rename_key), places, st.sampled_from(WORDS), spot),
)


def _find(root: Path) -> list[Problem]:
    try:
        catalogue = Catalogue(guide_of(root))
    except ProblemsError as error:
        return list(error.problems)
    return [*find_problems(catalogue), *find_style(catalogue)]


def _is_whole(problem: Problem, root: Path) -> None:
    """It stands at a line of a file that is there, or says that a file is missing; and every part of it has words."""
    path = root / problem.file
    assert problem.line >= 1
    if path.is_file():
        lines = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
        assert problem.line <= lines, problem
    else:
        assert path.exists() or problem.code in {"file_missing"}, problem
    for code in ("nl", "en"):
        said = problem.text(load(code))
        assert len(said.splitlines()) == 4 and not said.count("{file}") + said.count("{key}"), said


def test_the_guide_without_mistakes_has_no_fault(tmp_path: Path) -> None:
    assert _find(whole(tmp_path / "gids")) == []


@settings(
    max_examples=1500 if MORE else 60,
    deadline=None,
    derandomize=not MORE,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.function_scoped_fixture],
)
@given(st.lists(mistakes, min_size=1, max_size=4))
def test_mistakes_give_messages(drawn: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = whole(Path(folder, "gids"))
        for make, name, *rest in drawn:
            if (root / name).is_file():
                make(root / name, *rest)
        problems = _find(root)
        for problem in problems:
            _is_whole(problem, root)
        assert report(problems, load("nl"))
